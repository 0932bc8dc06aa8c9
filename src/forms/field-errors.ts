// From zod's issues to wrong fields: where (a JSON pointer), what (a stable code), and the remedy in the reader's language.
import type { z } from 'zod'
import type { Language } from '../kernel/languages.ts'
import type { FieldError } from '../kernel/problem.ts'
import { issueCode } from './issue-code.ts'
import { message, quoted, remedy, type FieldCode } from './messages.ts'
import type { Values } from './messages/says.ts'
import type { Question, QuestionMeta } from './question.ts'

type Path = readonly PropertyKey[]

/** The wrong fields found so far: one error for each pointer, the first. */
export interface Found {
  errors: Map<string, FieldError>
  questions: readonly Question[]
  language: Language
}

// What an answer repeats of what was sent is bounded: so many unknown fields of one object, with names so long.
const UNKNOWN_FIELDS_TOLD = 20
const LONGEST_NAME_TOLD = 100

/** Adds what zod found wrong with `input`. `presentYear` is the last year that a year may be. */
export function addIssue(found: Found, issue: z.core.$ZodIssue, input: unknown, presentYear: number): void {
  if (issue.code === 'unrecognized_keys') return addUnknownFields(found, issue.path, issue.keys)
  const place = placeOf(found.questions, issue.path, found.language)
  if (!place) return
  const { code, values } = issueCode(issue, valueAt(input, issue.path), place.meta, presentYear)
  addError(found, issue.path, code, values)
}

/** Adds one wrong field; does nothing where the pointer is reported already or lies beyond the end of its list. */
export function addError(found: Found, path: Path, code: FieldCode, values: Values = {}): void {
  const pointer = pointerTo(path)
  const place = placeOf(found.questions, path, found.language)
  if (!place || found.errors.has(pointer)) return
  const condition = place.meta?.when?.text[found.language]
  const says = remedy(code, condition ? { ...values, condition } : values, found.language)
  found.errors.set(pointer, { pointer, code, message: message(place.label, says, found.language) })
}

/** Whether something wrong is known of the field already. */
export const isReported = (found: Found, path: Path): boolean => found.errors.has(pointerTo(path))

function addUnknownFields(found: Found, path: Path, names: string[]): void {
  const place = placeOf(found.questions, path, found.language)
  if (!place) return
  for (const name of names.slice(0, UNKNOWN_FIELDS_TOLD)) {
    const tellable = name.length <= LONGEST_NAME_TOLD && name.isWellFormed()
    const pointer = pointerTo(tellable ? [...path, name] : path)
    const label = tellable ? joined(place.label, quoted(name, found.language)) : place.label
    const says = message(label, remedy('unknown-field', {}, found.language), found.language)
    found.errors.set(pointer, { pointer, code: 'unknown-field', message: says })
  }
}

/** RFC 6901. */
const pointerTo = (path: Path): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

interface Place {
  label: string
  /** Undefined at the top. */
  meta: QuestionMeta | undefined
}

// Beyond the end of a list nothing is said of its items: that there are too many of them is said of the list.
function placeOf(questions: readonly Question[], path: Path, language: Language): Place | undefined {
  let place: Place = { label: '', meta: undefined }
  for (const step of path) {
    const { meta } = place
    if (typeof step === 'number') {
      if (step >= (meta?.max ?? 0)) return undefined
      if (meta?.item) place = { label: `${meta.item.label[language]} ${step + 1}`, meta: meta.item }
    } else {
      const next = (meta ? meta.questions : questions)?.find(({ name }) => name === step)
      if (!next) return undefined
      place = { label: joined(place.label, next.label[language]), meta: next }
    }
  }
  return place
}

const joined = (outer: string, inner: string) => (outer === '' ? inner : `${outer} – ${inner}`)

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], input)
