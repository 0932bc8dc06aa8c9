// What was typed into the fields of an act: trimmed, bounded, storable, or what is wrong with it.
import { MOST_FILES, UPLOAD_TOKEN } from '../../forms/file-question.ts'
import type { SiteError } from '../../web/site/site-page.ts'
import { filled, type FollowWords } from '../words/follow-words.ts'
import type { ActField } from './acts.ts'

export interface Typed {
  /** As it was typed, for the page that is shown again. */
  values: Readonly<Record<string, string>>
  given: Readonly<Record<string, string>>
  errors: readonly SiteError[]
}

export function readFields(
  fields: readonly ActField[],
  body: Readonly<Record<string, unknown>>,
  words: FollowWords,
): Typed {
  const values: Record<string, string> = {}
  const given: Record<string, string> = {}
  const errors: SiteError[] = []
  for (const { name, kind, missing, max } of fields) {
    const text = textIn(body, name)
    values[name] = text
    const isEmpty = kind === 'rating' ? !/^[1-5]$/.test(text) : text === ''
    if (isEmpty && missing !== undefined) errors.push({ field: name, message: words.missing[missing] })
    else if ([...text].length > max) errors.push({ field: name, message: filled(words.tooLong, { max }) })
    else if (!isEmpty) given[name] = text
  }
  return { values, given, errors }
}

/** One field of a form, trimmed; NUL and halves of characters, which Postgres cannot store, are taken out. */
export function textIn(body: Readonly<Record<string, unknown>>, name: string): string {
  const [text]: unknown[] = [body[name]].flat()
  return typeof text === 'string' ? text.replaceAll('\u0000', '').toWellFormed().trim() : ''
}

/** The tokens of files that are kept for what is being sent. */
export function tokensIn(body: Readonly<Record<string, unknown>>): string[] {
  const given = [body['upload'] ?? []].flat()
  return given
    .filter((token): token is string => typeof token === 'string' && UPLOAD_TOKEN.test(token))
    .slice(0, MOST_FILES)
}
