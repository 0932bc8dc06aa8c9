// How typed names are compared: without case, accents and punctuation.
const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/**
 * A name as plain words: `Côte d’Ivoire` and `COTE D'IVOIRE` are both `cote divoire`. Apostrophes join, other
 * punctuation parts. A name in another script keeps its letters.
 */
export function plainWords(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđı]/g, letter => LIGATURES[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
}

/** Plain words without spaces, so that `Tarkwa Nsuaem` meets `Tarkwa-Nsuaem` and `d Ivoire` meets `d’Ivoire`. */
export const squeezed = (name: string): string => plainWords(name).replaceAll(' ', '')

/**
 * Whether two words differ by at most one letter added, lost or changed, or two neighbours swapped.
 * Linear in the length of the words.
 */
export function oneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA === restB ||
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
