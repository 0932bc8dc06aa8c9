import { LANGUAGES, type Language } from '../kernel/languages.ts'

const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'français',
  es: 'español',
  pt: 'português',
  ar: 'العربية',
}

/** Each language by the name that its speakers give it, for a form. */
export const LANGUAGE_CHOICES = LANGUAGES.map(value => ({ value, name: OWN_NAMES[value] }))
