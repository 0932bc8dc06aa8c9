// What the first page of a form is handed, and what is known of its answers before it begins.
import type { Language } from '../../kernel/languages.ts'
import type { Form } from '../../forms/define-form.ts'
import { pagedForm } from '../../forms/paging/split-pages.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'

/** Whether the form asks where its sender is: then the roster is looked up first. */
export const asksForPlace = (form: Form): boolean =>
  form.questions.some(({ kind }) => kind === 'country' || kind === 'jurisdiction')

/** The questions by their sections, for "what will be asked". */
export const sectionTitles = (form: Form, language: Language): string[] =>
  form.sections.map(({ title }) => title[language])

/** The answers that the chosen member or country is, on the pages that ask for them. */
export function pagesWithPlace(
  form: Form,
  place: { member?: string; country?: string },
  snapshot: ReferenceSnapshot,
): Record<string, Typed> {
  const member = place.member === undefined ? undefined : snapshot.jurisdiction(place.member)
  const country = member?.country ?? place.country
  const known: Record<string, string | undefined> = {
    jurisdiction: member?.id,
    country: country !== undefined && snapshot.isCountry(country) ? country : undefined,
  }
  const pages = pagedForm(form).pages.map(({ slug, questions }): [string, Typed] => {
    const fields = questions.flatMap(({ name, kind }) => {
      const value = known[kind]
      return value === undefined ? [] : [[name, value] as const]
    })
    return [slug, Object.fromEntries(fields)]
  })
  return Object.fromEntries(pages.filter(([, fields]) => Object.keys(fields).length > 0))
}
