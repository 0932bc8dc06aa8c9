// Texts as words that can be found: without case, accents and punctuation, in whatever script.

/** A text without what a searching person leaves out: case, accents, vowel points, and letters that stand for others. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(LETTERS, letter => FOLDED[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, digit => String(((digit.codePointAt(0) ?? 0) - (digit < '۰' ? 0x660 : 0x6f0)) % 10))
    .normalize('NFC')

/** The words of a text, folded, each once. Scripts that put no space between words give pairs of letters. */
export function searchWords(text: string): string[] {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.flatMap(partsOf).map(word => word.slice(0, LONGEST)))]
}

/** Longer words are found by their beginning. */
const LONGEST = 60

// What no decomposition of Unicode takes apart.
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}
const LETTERS = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g')

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

function partsOf(word: string): string[] {
  const runs = word.match(SPACELESS)
  if (!runs) return [word]
  const rest = word.split(SPACELESS).filter(part => part !== '')
  return [...rest, ...runs.flatMap(pairs)]
}

function pairs(run: string): string[] {
  const letters = [...run]
  if (letters.length < 2) return letters
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}
