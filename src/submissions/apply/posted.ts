// What a page's form sends: the fields of its questions, and what the sender wants to do next.
import { LANGUAGES, type Language } from '../../kernel/languages.ts'
import { isUuid } from '../../kernel/uuid.ts'
import { countField } from '../../forms/paging/fields.ts'
import { typedText, within, type Typed } from '../../forms/paging/typed.ts'
import type { Question } from '../../forms/question.ts'

export type Wish =
  | { to: 'next' | 'back' | 'later' | 'nothing' }
  | { to: 'remove-file'; id: string }
  | { to: 'language'; language: Language }
  | { to: 'add' | 'remove'; name: string }

export interface Posted {
  fields: Typed
  /** Of the page as it was shown. */
  revision: number
  wish: Wish
  fromCheck: boolean
}

// Of no page a tenth of it; the names come from whoever sends the form.
const MOST_FIELDS = 1000
const NAME = /^[\w.-]{1,120}$/

/** Reads a form's body. Nothing is refused: what belongs to none of the questions is left out. */
export function postedTo(questions: readonly Question[], body: unknown): Posted {
  const given = Object.entries((body ?? {}) as Record<string, unknown>)
  const names = fieldNames(questions)
  const isAsked = (name: string) =>
    NAME.test(name) && names.some(own => name === own || name.startsWith(`${own}.`))
  const fields = given
    .filter(([name]) => isAsked(name))
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => [name, Array.isArray(value) ? value.map(storable) : storable(value)] as const)
  const own = Object.fromEntries(given)
  return {
    fields: Object.fromEntries(fields),
    revision: revisionOf(own['revision']),
    wish: wishOf(own['go']),
    fromCheck: own['from'] === 'check',
  }
}

const fieldNames = (questions: readonly Question[]): string[] =>
  questions
    // Files are no fields: what was brought is found in the draft.
    .filter(({ kind }) => kind !== 'files')
    .flatMap(({ name, kind, questions: inner = [] }) =>
      kind === 'group' ? inner.map(one => within(name, one.name)) : [name],
    )

// NUL cannot be stored in Postgres, a lone surrogate not even be sent to it; neither can be typed.
const storable = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : ''

// Postgres has no larger whole number of this kind.
const revisionOf = (given: unknown): number =>
  typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : 0

function wishOf(go: unknown): Wish {
  const [word = '', name = ''] = (typeof go === 'string' ? go : '').split(' ')
  const language = LANGUAGES.find(one => one === name)
  if (word === 'language' && language) return { to: 'language', language }
  if (word === 'remove-file') return isUuid(name) ? { to: word, id: name } : { to: 'nothing' }
  if (word === 'add' || word === 'remove') return { to: word, name }
  return { to: word === 'back' || word === 'later' || word === 'nothing' ? word : 'next' }
}

/** The fields with one more item in the list, still blank. */
export function withAnotherItem(fields: Typed, list: string): Typed {
  const count = Math.max(1, Number(typedText(fields, countField(list))) || 1)
  return { ...fields, [countField(list)]: String(count + 1) }
}

/** The fields without one item of a list, named `list.place`; those behind it move up. */
export function withoutItem(fields: Typed, item: string): Typed {
  const dot = item.lastIndexOf('.')
  const [list, gone] = [item.slice(0, dot), Number(item.slice(dot + 1))]
  const count = Number(typedText(fields, countField(list))) || 1
  const entries = Object.entries(fields).flatMap(([name, value]) => {
    const rest = name.startsWith(`${list}.`) ? name.slice(list.length + 1) : ''
    const [, place, inner = ''] = /^(\d+)(\..+)?$/.exec(rest) ?? []
    if (place === undefined || Number(place) < gone) return [[name, value] as const]
    if (Number(place) === gone) return []
    return [[`${within(list, Number(place) - 1)}${inner}`, value] as const]
  })
  return { ...Object.fromEntries(entries), [countField(list)]: String(Math.max(1, count - 1)) }
}
