// What somebody wrote in their own words, found anywhere in their answers, and what can be said of it without understanding it.
import { hash } from 'node:crypto'

/** The texts of several words, as they were typed. Addresses and codes are none. */
export function proseIn(answers: unknown): string[] {
  if (typeof answers === 'string') return /\S\s+\S/.test(answers) ? [answers] : []
  if (typeof answers !== 'object' || answers === null) return []
  return Object.values(answers).flatMap(proseIn)
}

const LINK = /\bhttps?:\/\/|\bwww\./gi
export const linksIn = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + (text.match(LINK)?.length ?? 0), 0)

const MARKUP = /<a\s+href|\[url[=\]]|\[link[=\]]/i
export const hasLinkMarkup = (texts: readonly string[]): boolean => texts.some(text => MARKUP.test(text))

const WORD = /[\p{L}\p{M}]{2,}/gu
const LATIN = /\p{Script=Latin}/u
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
/** Words in which Latin letters stand beside Cyrillic or Greek ones that look like them. */
export const mixedWordsIn = (texts: readonly string[]): number =>
  texts
    .filter(text => LOOKALIKE.test(text))
    .flatMap(text => text.match(WORD) ?? [])
    .filter(word => LATIN.test(word) && LOOKALIKE.test(word)).length

const LONG = 80
/** A hash of the longest text, whatever its case and spacing; none where nothing long was written. */
export function fingerprint(texts: readonly string[]): string | undefined {
  const [longest = ''] = texts.toSorted((a, b) => b.length - a.length)
  if (longest.length < LONG) return undefined
  const plain = longest
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return hash('sha256', plain, 'base64url')
}
