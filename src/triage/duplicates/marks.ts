// The marks of a text: numbers that texts which share whole phrases have in common, and hardly any others. Trigrams judge how
// alike two texts are, but every text shares some with every other: an index of them leads to all. Marks lead to few.
// After A. Broder, "On the resemblance and containment of documents" (1997): the smallest hashes of all phrases.

/** How many words make a phrase. */
const PHRASE = 4
/** Of two texts that share a fifth of their phrases, six or so marks are the same. */
const MOST_MARKS = 32

/** At most 32 whole numbers, each of 32 bits; none for a text of fewer than four words. */
export function marksOf(text: string): number[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '')
  const phrases = words.slice(PHRASE - 1).map((_, at) => words.slice(at, at + PHRASE).join(' '))
  return [...new Set(phrases.map(hashOf))].toSorted((one, other) => one - other).slice(0, MOST_MARKS)
}

// FNV-1a: quick, and nobody gains by two phrases that have one hash.
function hashOf(phrase: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < phrase.length; at += 1) hash = Math.imul(hash ^ phrase.charCodeAt(at), 0x01000193)
  return hash | 0
}
