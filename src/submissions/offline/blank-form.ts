// The form as one file: all its questions on one page, with the fields that the pages have.
import type { Language } from '../../kernel/languages.ts'
import type { Form } from '../../forms/define-form.ts'
import { countField, fieldsOf, type Field } from '../../forms/paging/fields.ts'
import { pagedForm } from '../../forms/paging/split-pages.ts'
import { within, type Typed } from '../../forms/paging/typed.ts'
import type { Question, QuestionMeta } from '../../forms/question.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'
import { assetText } from '../../web/assets.ts'
import { offersFor } from '../apply/offers.ts'
import { APPLY_WORDS } from '../apply/words.ts'
import { ANSWERS_ID } from './answers-from-file.ts'
import { OFFLINE_WORDS } from './words.ts'

interface Blank {
  form: Form
  language: Language
  direction: 'ltr' | 'rtl'
  reference: ReferenceSnapshot
  publicUrl: string
  mailTo: string
}

/** The context of `submissions/offline/views/file.njk`. */
export function blankForm({ form, language, direction, reference, publicUrl, mailTo }: Blank) {
  const words = OFFLINE_WORDS[language]
  const { closing } = pagedForm(form)
  const shown = (questions: readonly Question[]) =>
    questions
      .filter(({ kind }) => kind !== 'files')
      .map(question => ({
        field: plainField(
          fieldsOf([question], {
            typed: countsOf(question, question.name),
            language,
            errors: new Map(),
            offers: offersFor(reference, language),
          })[0],
        ),
        bare: closing.includes(question),
        when: question.when ? shownCondition(question.when) : null,
        note: question.when ? words.onlyIf(question.when.text[language]) : '',
      }))
  const address = `${publicUrl}/${language}/${form.name}/offline`
  return {
    words: APPLY_WORDS[language],
    offline: words,
    title: form.title[language],
    intro: form.intro[language],
    sections: form.sections.map(section => ({
      title: section.title[language],
      questions: shown(section.questions.filter(question => !closing.includes(question))),
    })),
    closing: shown(closing),
    how: words.how(address, mailTo),
    action: `${address}/answers`,
    origin: new URL(publicUrl).origin,
    style: assetText(direction === 'rtl' ? 'site-rtl.css' : 'site.css'),
    script: assetText('offline-form.js'),
    answersId: ANSWERS_ID,
    fileName: `${form.name}-${language}.html`,
    answers: JSON.stringify({ format: 1, form: form.name, version: form.version, language, typed: {} }),
  }
}

// All items of a list are there from the start: a browser without scripts cannot add any.
function countsOf(question: QuestionMeta, name: string): Typed {
  if (question.item) return { [countField(name)]: String(question.max ?? 1) }
  return Object.assign(
    {},
    ...(question.questions ?? []).map(inner => countsOf(inner, within(name, inner.name))),
  ) as Typed
}

function plainField(field: Field | undefined): Field {
  if (!field) throw new Error('A question has no field.')
  return {
    ...field,
    heading: false,
    growable: false,
    shrinkable: false,
    fields: field.fields.map(plainField),
  }
}

const shownCondition = ({ question, is }: NonNullable<Question['when']>) => ({
  question,
  is: JSON.stringify(is.map(value => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value))),
})
