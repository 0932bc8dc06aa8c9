// The way through a form: which pages somebody is asked, in what order, and how to get from one to the next.
import type { Form } from '../../forms/define-form.ts'
import { pagedForm, type FormPage } from '../../forms/paging/split-pages.ts'
import { askedAmong, type Typed } from '../../forms/paging/typed.ts'
import type { Question } from '../../forms/question.ts'

/** The pages on which something is asked, given what was typed so far, with only those questions. */
export function askedPages(form: Form, typed: Typed): FormPage[] {
  const asked = new Set(askedAmong(form.questions, typed).map(({ name }) => name))
  return pagedForm(form)
    .pages.map(page => ({ ...page, questions: page.questions.filter(({ name }) => asked.has(name)) }))
    .filter(({ questions }) => questions.length > 0)
}

/** The pages before and after one, where there are any. One that is not asked any more still has neighbours. */
export function neighbours(
  form: Form,
  typed: Typed,
  slug: string,
): { before: FormPage | undefined; after: FormPage | undefined } {
  const order = pagedForm(form).pages.map(page => page.slug)
  const here = order.indexOf(slug)
  const asked = askedPages(form, typed)
  return {
    before: asked.findLast(page => order.indexOf(page.slug) < here),
    after: asked.find(page => order.indexOf(page.slug) > here),
  }
}

/** The questions of a page, whether asked or not; none where the form has no such page. */
export const questionsOn = (form: Form, slug: string): readonly Question[] | undefined =>
  pagedForm(form).pages.find(page => page.slug === slug)?.questions

/** Where the pages of a draft are. */
export const draftPath = (language: string, form: Form, draftId: string, place: string): string =>
  `/${language}/${form.name}/${draftId}/${place}`
