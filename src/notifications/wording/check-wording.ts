// Whether new words still tell what the sentence is there to tell. Pure.
import { ALWAYS_KNOWN, placeholdersIn } from './placeholders.ts'
import type { Sentence } from './sentences.ts'

const MOST_CHARACTERS = 2000
const MOST_IN_A_LINE = 200

/** What is wrong with the new words for a sentence, as a remedy; none where they can be published. `about`: a case, the office, or an account. */
export function faultOf(
  { text, kind }: Sentence,
  words: string,
  about: 'case' | 'office' | 'account',
): string | undefined {
  const needed = placeholdersIn(text)
  const given = placeholdersIn(words)
  const known = new Set([...needed, ...(about === 'case' ? ALWAYS_KNOWN : [])])
  const unknown = given.filter(name => !known.has(name))
  if (unknown.length > 0) {
    const offered = [...known].map(braced).join(', ') || 'none'
    return `There is no ${unknown.map(braced).join(', ')} here. What can be used: ${offered}.`
  }
  const missing = needed.filter(name => !given.includes(name))
  if (missing.length > 0)
    return `Keep ${missing.map(braced).join(', ')}: without it the reader would not be told.`
  if (/[{}]/.test(words.replaceAll(/\{[^{}\s]+\}/g, ''))) return 'Close every brace that you open.'
  if (kind === 'paragraph') {
    return words.length > MOST_CHARACTERS ? `Use at most ${MOST_CHARACTERS} characters.` : undefined
  }
  if (words.trim() === '') return kind === 'subject' ? 'A subject cannot be empty.' : 'Keep some words here.'
  if (/\n/.test(words.trim())) return 'Write it on one line.'
  return words.length > MOST_IN_A_LINE ? `Use at most ${MOST_IN_A_LINE} characters.` : undefined
}

const braced = (name: string) => `{${name}}`
