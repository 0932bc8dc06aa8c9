// The languages in which the service speaks to people. A catalogue that lacks one of them does not compile.
export const LANGUAGES = ['en', 'fr', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>

const isLanguage = (value: string): value is Language => LANGUAGES.includes(value as Language)

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
