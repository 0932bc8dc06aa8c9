// When a meeting is, as people read it: day and hours in one time zone, whose name stands with them. Pure.
import { localeOf, type Language } from '../kernel/languages.ts'

export interface Hours {
  startsAt: Date
  endsAt: Date
  /** Of the meeting. */
  timeZone: string
}

/** As an event's details say them; none where it is about no meeting. */
export function hoursOf({
  startsAt,
  endsAt,
  timeZone,
}: Readonly<Record<string, unknown>>): Hours | undefined {
  if (typeof startsAt !== 'string' || typeof endsAt !== 'string' || typeof timeZone !== 'string')
    return undefined
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), timeZone }
}

/** "Thursday 10 December 2026 at 14:00–16:00 (Central European Time)"; in another time zone than the meeting's where one is given. */
export function hoursIn(language: Language, { startsAt, endsAt, timeZone }: Hours, zone = timeZone): string {
  const { range, name } = formatsFor(localeOf(language), zone)
  const zoneName = name.formatToParts(startsAt).find(part => part.type === 'timeZoneName')?.value ?? zone
  // Thin spaces are not in every font.
  const hours = range.formatRange(startsAt, endsAt).replaceAll(/[\u2009\u202F]/g, ' ')
  return `${AS_WRITTEN[language]?.(hours) ?? hours} (${zoneName})`
}

const AS_WRITTEN: Partial<Record<Language, (hours: string) => string>> = {
  fr: hours => hours.replaceAll(' 1 ', ' 1er '),
  pt: hours => hours.replaceAll(/ (\d{4}) (?=\d\d:)/g, ' $1, '),
}

/** Whether clocks in the two time zones show the same at that moment. */
export const isSameTime = (one: string, other: string, at: Date): boolean =>
  clockIn(one).format(at) === clockIn(other).format(at)

// Making a formatter takes far longer than using it.
const kept = new Map<string, { range: Intl.DateTimeFormat; name: Intl.DateTimeFormat }>()

function formatsFor(locale: string, timeZone: string) {
  const key = `${locale} ${timeZone}`
  const made = kept.get(key) ?? {
    range: new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
    name: new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }),
  }
  kept.set(key, made)
  return made
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const made =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short', timeZone })
  clocks.set(timeZone, made)
  return made
}
