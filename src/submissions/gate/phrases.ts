// What advertising programs write into any form, in words that no application to us needs. Short on purpose: a topic is no phrase
// (an application may well be about casinos or crypto-currencies), an offer is.
const PHRASES = [
  'buy backlinks',
  'guest post on your',
  'seo services',
  'rank your website',
  'first page of google',
  'increase your traffic',
  'website traffic',
  'online casino',
  'casino bonus',
  'payday loan',
  'instant loan',
  'bitcoin investment',
  'crypto investment',
  'double your money',
  'work from home and earn',
  'cheap viagra',
  'buy cialis',
  'adult dating',
  'hot singles',
  'replica watches',
  'prêt entre particulier',
  'gagnez de l’argent',
  'gagner de l’argent facilement',
  'casino en ligne',
  'prêt rapide sans justificatif',
  'préstamo rápido sin aval',
  'gane dinero desde casa',
  'casino en línea',
  'ganhe dinheiro em casa',
  'empréstimo rápido online',
  'онлайн казино',
  'продвижение сайтов',
]
const plain = (text: string) =>
  text.normalize('NFKC').toLowerCase().replace(/[’']/g, '’').replace(/\s+/g, ' ')
const LISTED = new RegExp(PHRASES.map(plain).join('|'), 'g')

/** How many of them stand in the texts. */
export function phrasesIn(texts: readonly string[]): number {
  return new Set(texts.flatMap(text => plain(text).match(LISTED) ?? [])).size
}
