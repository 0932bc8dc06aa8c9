// The answers in a form that was filled in without a connection. The file is read as data and nothing of it is ever shown or
// run: what stands between two marks is JSON, and the rest does not count.
import { z } from 'zod'
import { LANGUAGES, type Language } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Form } from '../../forms/define-form.ts'
import { pagedForm } from '../../forms/paging/split-pages.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import { parseStrictJson } from '../../web/strict-json.ts'
import { postedTo } from '../apply/posted.ts'

export const REFUSAL_REASONS = [
  'too-large',
  'not-a-form',
  'broken',
  'other-form',
  'other-version',
  'changed',
  'empty',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** Why a file cannot be taken; `words/` says it in every language. */
export class FormRefused extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(`The file is refused: ${reason}.`)
    this.reason = reason
  }
}

export interface OfflineAnswers {
  form: Form
  language: Language
  /** What was typed, by the pages of a draft (`drafts.ts`): right or wrong, as it was typed. */
  pages: Record<string, Typed>
}

/** The blank form has 160 kB; what people type is bounded by the fields. */
export const MOST_BYTES = 1024 * 1024
/** Where the answers stand in the file. Exactly so, once. It also tells such a file from any other. */
export const ANSWERS_ID = 'answers-to-justice-intake'
export const ANSWERS_BEGIN = `<script type="application/json" id="${ANSWERS_ID}">`
const ANSWERS_END = '</script>'

const content = z.strictObject({
  format: z.literal(1),
  form: z.string().max(60),
  version: z.int(),
  language: z.enum(LANGUAGES),
  typed: z
    .record(z.string().max(120), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(100)]))
    .refine(typed => Object.keys(typed).length <= 1000),
})

/**
 * The answers in the file, for a draft of one of the forms. Throws `FormRefused`, whatever the bytes are. Languages and answers
 * that are wrong are no reason: they are found at check-your-answers.
 */
export function answersFromOfflineFile(bytes: Uint8Array, forms: readonly Form[]): OfflineAnswers {
  if (bytes.length > MOST_BYTES) throw new FormRefused('too-large')
  const parsed = content.safeParse(jsonIn(textOf(bytes)))
  if (!parsed.success) throw new FormRefused('broken')
  const { form: name, version, language, typed } = parsed.data
  const form = forms.find(one => one.name === name)
  if (!form) throw new FormRefused('other-form')
  if (form.version !== version) throw new FormRefused('other-version')
  const pages = pagesTyped(form, typed)
  const kept = new Set(Object.values(pages).flatMap(fields => Object.keys(fields)))
  if (Object.keys(typed).some(field => !kept.has(field))) throw new FormRefused('changed')
  if (kept.size === 0) throw new FormRefused('empty')
  return { form, language, pages }
}

/** What was typed, by the pages of the form; what belongs to none of them is left out. */
export function pagesTyped(form: Form, typed: unknown): Record<string, Typed> {
  const { pages, closing } = pagedForm(form)
  const parts = [
    ...pages.map(({ slug, questions }) => ({ slug, questions })),
    { slug: 'check', questions: closing },
  ]
  return Object.fromEntries(
    parts
      .map(({ slug, questions }) => [slug, postedTo(questions, typed).fields] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0),
  )
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FormRefused('not-a-form')
  }
}

// A second block could be the one that a person sees and the first the one that counts, so there is only one.
function jsonIn(text: string): unknown {
  const begin = text.indexOf(ANSWERS_BEGIN)
  if (begin === -1) throw new FormRefused('not-a-form')
  const from = begin + ANSWERS_BEGIN.length
  const end = text.indexOf(ANSWERS_END, from)
  if (end === -1 || text.includes(ANSWERS_ID, from)) throw new FormRefused('broken')
  try {
    return parseStrictJson(text.slice(from, end))
  } catch (error) {
    if (error instanceof Problem) throw new FormRefused('broken')
    throw error
  }
}
