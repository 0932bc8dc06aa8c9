// What the view of one page of a form is handed.
import type { Language } from '../../kernel/languages.ts'
import type { Form } from '../../forms/define-form.ts'
import type { TypedError } from '../../forms/paging/check-typed.ts'
import { fieldsOf } from '../../forms/paging/fields.ts'
import { idOf, type Offer } from '../../forms/paging/offers-of.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'
import { offersFor } from './offers.ts'
import { askedPages, neighbours } from './way.ts'
import { APPLY_WORDS } from './words.ts'

export interface Shown {
  form: Form
  slug: string
  language: Language
  reference: ReferenceSnapshot
  /** All that was typed into the form, with what this page shows. */
  typed: Typed
  revision: number
  fromCheck: boolean
  errors?: readonly TypedError[]
  /** The files that were added so far. */
  files?: readonly Offer[]
  /** What another tab has saved of this page meanwhile. */
  theirs?: Typed
  /** What has to be said before the questions. */
  notice?: 'notSaved' | 'begunAnew' | 'changedElsewhere'
}

/** The context of `submissions/apply/views/form.njk`. */
export function formPage({ form, slug, language, reference, typed, errors = [], ...page }: Shown) {
  const words = APPLY_WORDS[language]
  const pages = askedPages(form, typed)
  const at = pages.findIndex(one => one.slug === slug)
  const questions = pages[at]?.questions ?? []
  const onPage = errors.map(({ field, message }) => ({ field: idOf(field), message }))
  return {
    words,
    title: pages[at]?.title[language] ?? form.title[language],
    formTitle: form.title[language],
    step: words.step(at + 1, pages.length),
    fields: fieldsOf(questions, {
      typed,
      language,
      errors: new Map(errors.map(({ field, message }) => [field, message])),
      offers: offersFor(reference, language),
      ...(page.theirs && { theirs: page.theirs }),
      ...(page.files && { files: page.files }),
    }),
    hasBack: neighbours(form, typed, slug).before !== undefined,
    takesFiles: questions.some(({ kind }) => kind === 'files'),
    revision: page.revision,
    fromCheck: page.fromCheck,
    notice: page.notice ? words[page.notice] : '',
    errors: onPage,
  }
}
