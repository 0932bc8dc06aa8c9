// The languages in which the service speaks to people. A catalogue that lacks one of them does not compile.
export const LANGUAGES = ['en', 'fr', 'es', 'pt', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>

const isLanguage = (value: string): value is Language => LANGUAGES.includes(value as Language)

/** Which way the language is written. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

// British dates, and the digits that references, addresses and telephone numbers are written with: see docs/decisions.md.
const LOCALES: Partial<Record<Language, string>> = { en: 'en-GB', ar: 'ar-u-ca-gregory-nu-latn' }

/** The BCP 47 tag by which `Intl` writes dates, numbers, lists and names in the language. */
export const localeOf = (language: Language): string => LOCALES[language] ?? language

/**
 * The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4); English when none fits.
 */
export function acceptedLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map(p => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(q => q !== undefined)
      return {
        language: tag.trim().split('-')[0] ?? '',
        quality: quality === undefined ? 1 : Number(quality),
      }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en'
}
