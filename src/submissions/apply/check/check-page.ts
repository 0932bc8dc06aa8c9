// What the view of "check your answers" is handed: every answer with the page on which it can be changed.
import type { Language } from '../../../kernel/languages.ts'
import type { Form } from '../../../forms/define-form.ts'
import { documentOf, isNested, type Row } from '../../../forms/document.ts'
import type { TypedError } from '../../../forms/paging/check-typed.ts'
import { fieldsOf } from '../../../forms/paging/fields.ts'
import { idOf } from '../../../forms/paging/offers-of.ts'
import { pagedForm, type FormPage } from '../../../forms/paging/split-pages.ts'
import type { Typed } from '../../../forms/paging/typed.ts'
import { wordingOf } from '../../../forms/wording.ts'
import { jurisdictionName } from '../../../roster/names.ts'
import type { ReferenceSnapshot } from '../../../roster/reference-snapshot.ts'
import { offersFor } from '../offers.ts'
import { askedPages, draftPath } from '../way.ts'
import { APPLY_WORDS } from '../words.ts'

interface Checked {
  form: Form
  draftId: string
  language: Language
  reference: ReferenceSnapshot
  typed: Typed
  /** What it means, right or wrong. */
  answers: Record<string, unknown>
  revision: number
  /** Of all pages. */
  errors: readonly TypedError[]
  /** Whether somebody has tried to send it: only then is told what is missing in the declaration. */
  tried: boolean
  notice?: 'notSaved' | 'changedElsewhere'
}

/** The context of `submissions/apply/views/check.njk`. */
export function checkPage({
  form,
  draftId,
  language,
  reference,
  typed,
  answers,
  revision,
  errors,
  tried,
  notice,
}: Checked) {
  const words = APPLY_WORDS[language]
  const closing = errors.filter(({ page }) => !page)
  const placeOf = (page: FormPage) => `${draftPath(language, form, draftId, page.slug)}?from=check`
  const sections = askedPages(form, typed).map(page => {
    const wrong = errors.filter(error => error.page?.slug === page.slug)
    return {
      title: page.title[language],
      href: placeOf(page),
      wrong: wrong.map(({ field, message }) => ({ href: `${placeOf(page)}#${idOf(field)}`, message })),
      rows: wrong.length > 0 ? [] : rowsOf(form, page, answers, language, reference),
    }
  })
  return {
    words,
    formTitle: form.title[language],
    sections,
    isComplete: sections.every(({ wrong }) => wrong.length === 0),
    fields: fieldsOf(pagedForm(form).closing, {
      typed,
      language,
      errors: new Map(tried ? closing.map(({ field, message }) => [field, message]) : []),
      offers: offersFor(reference, language),
    }).map(field => ({ ...field, heading: false })),
    revision,
    notice: notice ? words[notice] : '',
    errors: tried
      ? errors.map(({ page, field, message }) =>
          page
            ? { field: '', href: `${placeOf(page)}#${idOf(field)}`, message }
            : { field: idOf(field), message },
        )
      : [],
  }
}

// The rows of a page are those of the whole document, made of the frozen wording, for its questions alone.
function rowsOf(
  form: Form,
  page: FormPage,
  answers: Record<string, unknown>,
  language: Language,
  reference: ReferenceSnapshot,
) {
  const wording = wordingOf(form, language)
  const worded = wording.sections.flatMap(section => section.questions)
  const questions = page.questions.flatMap(({ name, kind, questions: inner }) => {
    const found = worded.find(question => question.name === name)
    if (!found) return []
    if (kind !== 'group' || !found.questions) return [found]
    const names = new Set(inner?.map(one => one.name))
    return [{ ...found, questions: found.questions.filter(one => names.has(one.name)) }]
  })
  const document = documentOf({ ...wording, sections: [{ title: '', questions }] }, answers, {
    withRestricted: true,
    jurisdictionName: id => {
      const member = reference.jurisdiction(id)
      return member ? jurisdictionName(member, language) : id
    },
  })
  return document.sections.flatMap(section => section.rows).flatMap(row => flat(row))
}

/** A row for each line of answers: what is nested is named by all that it stands in, the group that is the page aside. */
function flat(row: Row): { question: string; answers: string[]; answered: boolean }[] {
  if (!isNested(row))
    return [{ question: row.question, answers: [row.answer].flat() as string[], answered: row.answered }]
  return row.answer.flatMap(inner =>
    flat(inner).map(one => ({ ...one, question: `${row.question} – ${one.question}` })),
  )
}
