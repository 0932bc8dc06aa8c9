// The words of an email as a form shows them and gets them back: a field for each sentence. Pure.
import { faultOf } from '../wording/check-wording.ts'
import { placeholdersIn } from '../wording/placeholders.ts'
import type { Sentence } from '../wording/sentences.ts'

const KINDS = {
  subject: 'Subject',
  heading: 'Heading',
  paragraph: 'Paragraph',
  link: 'Words before the link',
}

/** The fields with what stands in them: what was typed, or the words in force, or those of the code. */
export const wordingFields = (
  sentences: readonly Sentence[],
  words: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>> = {},
) =>
  sentences.map(({ kind, text }, index) => {
    const value = typed[fieldAt(index)] ?? words[text] ?? text
    const needed = placeholdersIn(text).map(name => `{${name}}`)
    return {
      name: fieldAt(index),
      label: `${KINDS[kind]} ${kind === 'subject' ? '' : index}`.trim(),
      original: text,
      value: value.trim(),
      isOther: value.trim() !== text,
      hint: needed.length > 0 ? `Keep ${needed.join(', ')}.` : '',
      rows: kind === 'paragraph' ? Math.min(8, Math.ceil(value.length / 70) + 1) : 1,
    }
  })

/** The words that differ from the code's, by its sentence; what is wrong by field. */
export function wordsFrom(
  sentences: readonly Sentence[],
  typed: Readonly<Record<string, string>>,
  about: 'case' | 'office' | 'account',
): { words: Record<string, string>; errors: { field: string; message: string }[] } {
  const words: Record<string, string> = {}
  const errors: { field: string; message: string }[] = []
  for (const [index, sentence] of sentences.entries()) {
    const field = fieldAt(index)
    const given = (typed[field] ?? sentence.text).replaceAll('\r\n', '\n').trim()
    if (given === sentence.text) continue
    const fault = faultOf(sentence, given, about)
    if (fault === undefined) words[sentence.text] = given
    else errors.push({ field, message: fault })
  }
  return { words, errors }
}

const fieldAt = (index: number) => `sentence-${index}`
