// Days and moments as an applicant reads them: in their language, by the Support Unit's clock.
import { localeOf, type Language } from '../kernel/languages.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(language: Language, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${withTime}`
  const style: Intl.DateTimeFormatOptions = { dateStyle: 'long', ...(withTime && { timeStyle: 'short' }) }
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone })
  formats.set(key, format)
  return format
}

/** A bare date (`yyyy-mm-dd`) has no time zone: it is read and shown in the same one. */
export const dayIn = (language: Language, day: Date | string, timeZone: string): string =>
  typeof day === 'string' && day.length === 10
    ? formatFor(language, 'UTC', false).format(new Date(day))
    : formatFor(language, timeZone, false).format(new Date(day))

export const momentIn = (language: Language, at: Date, timeZone: string): string =>
  formatFor(language, timeZone, true).format(at)
