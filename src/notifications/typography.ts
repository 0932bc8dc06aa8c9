import type { Language } from '../kernel/languages.ts'

const NARROW = '\u202F'
const WIDE = '\u00A0'

/** French sets a space before high punctuation and inside quotation marks; it must not break the line there. */
export const spaced = (language: Language, text: string): string =>
  language === 'fr' ? text.replace(/ (?=[;?!])/g, NARROW).replace(/ (?=[:»])|(?<=«) /g, WIDE) : text

/** What stands between a label and its value. */
export const colon = (language: Language): string => `${spaced(language, language === 'fr' ? ' :' : ':')} `
