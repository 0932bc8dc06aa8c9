// Languages by name, in every language, from the platform's own data (Unicode CLDR).
import { LANGUAGES, localeOf, type Text } from '../kernel/languages.ts'

// CLDR has no name for International Sign (ISO 639-3: ils).
const UNNAMED: Readonly<Record<string, Text>> = {
  ils: {
    en: 'International Sign',
    fr: 'Signes internationaux',
    es: 'Signos internacionales',
    pt: 'Sinais internacionais',
    ar: 'الإشارات الدولية',
  },
}

/** BCP 47 tags with their names, as the choices of a question. */
export const languageNames = <Tag extends string>(tags: readonly Tag[]) =>
  Object.fromEntries(tags.map(tag => [tag, UNNAMED[tag] ?? named(tag)])) as Record<Tag, Text>

function named(tag: string): Text {
  const names = LANGUAGES.map(language => {
    const name = new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(tag) ?? tag
    return [language, name.charAt(0).toLocaleUpperCase(language) + name.slice(1)]
  })
  return Object.fromEntries(names) as Text
}
