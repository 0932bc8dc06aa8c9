// Questions about where and when.
import { z } from 'zod'
import countries from '../kernel/countries.json' with { type: 'json' }
import { oneLine } from './bounded-string.ts'
import { question, type Ask } from './question.ts'

/** A day of the calendar, `yyyy-mm-dd`, between 1900 and 2199. `fromToday`: not before the day of the check. */
export const date = (ask: Ask & { fromToday?: true }) =>
  question(oneLine(1, 40, 'invalid-date', isDay), 'date', ask, ask.fromToday ? { fromToday: true } : {})

const isDay = (value: string) => z.regexes.date.test(value) && value >= '1900' && value < '2200'

export const EARLIEST_YEAR = 1800

/** A whole number from 1800 to the year of the check. */
export const year = (ask: Ask) => question(z.int().min(EARLIEST_YEAR).max(9999), 'year', ask)

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** A member of OGP, by its slug such as `sierra-leone`. Whether there is such a member is asked at the check. */
export const jurisdiction = (ask: Ask) =>
  question(
    oneLine(1, 100, 'unknown-jurisdiction', slug => SLUG.test(slug)),
    'jurisdiction',
    ask,
  )

const codes = countries.map(({ code }) => code)

/** A country or territory, by its ISO 3166-1 alpha-2 code. */
export const country = (ask: Ask) => question(z.enum(codes), 'country', ask)

/** An IANA time zone such as `Africa/Freetown`. */
export const timeZone = (ask: Ask) =>
  question(oneLine(1, 60, 'unknown-time-zone', isTimeZone), 'time-zone', ask)

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])
const ZONE = /^[A-Z][A-Za-z_]*(?:\/[A-Z][A-Za-z0-9_+-]*){1,2}$/

/** Whether it names a time zone that we can tell the hours in. */
export function isTimeZone(value: string): boolean {
  if (zones.has(value)) return true
  // The list leaves out second names of a zone, and America/Argentina/Buenos_Aires and Asia/Kolkata are such.
  if (!ZONE.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
