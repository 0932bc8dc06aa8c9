// What is said about a wrong field, after its label: always what to do. A language that lacks a message does not compile.
import type { Language } from '../kernel/languages.ts'
import { ar } from './messages/ar.ts'
import { en } from './messages/en.ts'
import { es } from './messages/es.ts'
import { fr } from './messages/fr.ts'
import { pt } from './messages/pt.ts'
import type { Says, Values } from './messages/says.ts'

export type FieldCode = keyof Says

const MESSAGES: Readonly<Record<Language, Says>> = { en, fr, es, pt, ar }

/** What to do about a field that is wrong in this way. */
export function remedy(code: FieldCode, values: Values, language: Language): string {
  const says = MESSAGES[language][code]
  return typeof says === 'string' ? says : says(values)
}

// French sets a colon apart, with a space that does not break.
const COLON: Readonly<Record<Language, string>> = { en: ': ', fr: '\u00a0: ', es: ': ', pt: ': ', ar: ': ' }

/** Somebody's own word between quotation marks. */
export const quoted = (word: string, language: Language): string =>
  ({ en: `“${word}”`, fr: `«\u00a0${word}\u00a0»`, es: `«${word}»`, pt: `“${word}”`, ar: `«${word}»` })[
    language
  ]

/** The message of a field: its label, then the remedy. Without a label the remedy alone, as a sentence. */
export const message = (label: string, says: string, language: Language): string =>
  label === ''
    ? says.charAt(0).toLocaleUpperCase(language) + says.slice(1)
    : `${label}${COLON[language]}${says}`
