import type { AnsweredFile } from './file-question.ts'
import { LANGUAGES, localeOf, type Language } from '../kernel/languages.ts'

export const DOCUMENT_TEXTS: Readonly<Record<Language, { yes: string; no: string; notAnswered: string }>> = {
  en: { yes: 'Yes', no: 'No', notAnswered: 'Not answered' },
  fr: { yes: 'Oui', no: 'Non', notAnswered: 'Sans réponse' },
  es: { yes: 'Sí', no: 'No', notAnswered: 'Sin respuesta' },
  pt: { yes: 'Sim', no: 'Não', notAnswered: 'Sem resposta' },
  ar: { yes: 'نعم', no: 'لا', notAnswered: 'بلا إجابة' },
}

const perLanguage = <T>(make: (language: Language) => T) =>
  Object.fromEntries(LANGUAGES.map(language => [language, make(language)])) as Record<Language, T>

const regions = perLanguage(language => new Intl.DisplayNames(localeOf(language), { type: 'region' }))
// A day has no time zone: it is read and shown in the same one.
const days = perLanguage(
  language => new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }),
)

/** The name of a country, from its ISO 3166-1 alpha-2 code. */
export const regionName = (language: Language, code: string): string => regions[language].of(code) ?? code

const sizes = perLanguage(language => {
  const inUnit = (unit: string, digits: number) =>
    new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, maximumFractionDigits: digits })
  return { kilobytes: inUnit('kilobyte', 0), megabytes: inUnit('megabyte', 1) }
})

/** How large a file is, in megabytes, or in kilobytes where it is small. */
export const shownSize = (language: Language, bytes: number): string =>
  bytes < 100_000
    ? sizes[language].kilobytes.format(Math.ceil(bytes / 1000))
    : sizes[language].megabytes.format(bytes / 1_000_000)

/** A file that came with the answers: its name, its kind and its size. A token that was not resolved is shown as it is. */
export function shownFile(language: Language, answer: unknown): string {
  if (typeof answer !== 'object' || answer === null) return String(answer)
  const { name, kind, size } = answer as AnsweredFile
  return `${name} (${kind.toUpperCase()}, ${shownSize(language, size)})`
}

/** A day in words, from `yyyy-mm-dd`. */
export const shownDate = (language: Language, day: string): string => days[language].format(Date.parse(day))
