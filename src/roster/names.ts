import { LANGUAGES, localeOf, type Language } from '../kernel/languages.ts'
import type { Jurisdiction } from './jurisdiction.ts'

const COMMA: Partial<Record<Language, string>> = { ar: '، ' }

const displayNames = Object.fromEntries(
  LANGUAGES.map(language => [
    language,
    new Intl.DisplayNames(localeOf(language), { type: 'region', fallback: 'code' }),
  ]),
) as Record<Language, Intl.DisplayNames>

/** A country's name in a language. `code` is two capital letters; one that is not assigned comes back as it is. */
export const countryName = (code: string, language: Language): string =>
  displayNames[language].of(code) ?? code

/** A country's names in all our languages. */
export const countryNames = (code: string): string[] => LANGUAGES.map(language => countryName(code, language))

/**
 * A member's name to show in a language. In English as OGP writes it; elsewhere a country by its name in that
 * language, and a local member by its own name with its country's: `Buenos Aires, Argentine`.
 */
export function jurisdictionName(jurisdiction: Jurisdiction, language: Language): string {
  if (language === 'en') return jurisdiction.name
  const country = countryName(jurisdiction.country, language)
  return jurisdiction.level === 'national'
    ? country
    : `${placeOf(jurisdiction.name)}${COMMA[language] ?? ', '}${country}`
}

/** A local member's own part of its name: `Buenos Aires` of `Buenos Aires, Argentina`. */
export function placeOf(name: string): string {
  const comma = name.lastIndexOf(',')
  return comma === -1 ? name : name.slice(0, comma)
}
