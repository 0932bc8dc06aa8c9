// The applicants' addresses begin with their language: the same page in another language is the same path behind another one.
import { LANGUAGES, type Language } from '../../kernel/languages.ts'

/** The first part of a route's address: a parameter that is one of our languages, and nothing else. */
export const LANGUAGE_PATH = `/:language(^(?:${LANGUAGES.join('|')})$)`

/** The language that a path begins with; undefined for a path of the desk, of the API or of nobody. */
export const languageOfPath = (path: string): Language | undefined =>
  LANGUAGES.find(language => path === `/${language}` || path.startsWith(`/${language}/`))

/** The same path in another language. `path` begins with a language. */
const inLanguage = (path: string, language: Language): string =>
  `/${language}${path.slice(1).replace(/^[^/?]+/, '')}`

interface Alternate {
  language: Language
  href: string
}

/** The path in every language. */
export const alternatesOf = (path: string): Alternate[] =>
  LANGUAGES.map(language => ({ language, href: inLanguage(path, language) }))
