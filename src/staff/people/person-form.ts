// What is said of a person who works here, as it comes from a form: an invitation, or where they belong.
import { z } from 'zod'
import countries from '../../kernel/countries.json' with { type: 'json' }
import { LANGUAGES } from '../../kernel/languages.ts'
import { isSendable } from '../../kernel/outgoing-message.ts'
import { words } from '../../kernel/words.ts'
import { ROLES } from '../roles.ts'

const role = z.enum(ROLES)
export const roles = z.union([role.transform(one => [one]), z.array(role).min(1).max(ROLES.length)])

// A form sends every field that it has: what is left empty is none.
const optional = z
  .string()
  .trim()
  .default('')
  .transform(value => (value === '' ? null : value))
const isCountry = (given: string) => countries.some(({ code }) => code === given)

export const affiliation = z.object({
  country: optional.pipe(z.string().refine(isCountry).nullable()),
  organisation: optional.pipe(words(200, 2).nullable()),
})

export const invitation = affiliation.extend({
  name: words(100),
  email: z.string().trim().toLowerCase().refine(isSendable),
  language: z.enum(LANGUAGES),
  roles,
})

const MESSAGES: Readonly<Record<string, string>> = {
  name: 'Enter a name, with at most 100 characters.',
  email: 'Enter an email address, such as name@example.org.',
  language: 'Choose one of the languages.',
  roles: 'Choose at least one role.',
  country: 'Choose one of the countries, or none.',
  organisation: 'Enter the name of one organisation, with 2 to 200 characters, or none.',
}

/** Each wrong field once, with what to do about it. */
export function wrongIn({ issues }: z.ZodError): { field: string; message: string }[] {
  const fields = new Set(issues.map(issue => String(issue.path[0])))
  return [...fields].map(field => ({ field, message: MESSAGES[field] ?? 'Fill in the form.' }))
}

export const NOTHING_TYPED = {
  name: '',
  email: '',
  language: 'en',
  country: '',
  organisation: '',
  roles: [] as string[],
}

/** What was typed, right or wrong, to be shown again. */
export function typedIn(body: unknown): typeof NOTHING_TYPED {
  const text = z.string().max(300).catch('')
  const given = z
    .object({
      name: text,
      email: text,
      language: text,
      country: text,
      organisation: text,
      roles: z.union([z.string(), z.array(z.string())]).catch([]),
    })
    .catch(NOTHING_TYPED)
    .parse(body)
  return { ...given, roles: [given.roles].flat() }
}

const nameOf = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

/** The countries by name, and none before them. */
export const COUNTRY_CHOICES = [
  { value: '', name: 'None' },
  ...countries
    .map(({ code }) => ({ value: code, name: nameOf.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
]
