// Counting in working days. The day on which something happens is day 0 and is not counted; the n-th working day
// after it is the last one, and it lasts until its end. Source of both rules: Regulation (EEC, Euratom) No 1182/71,
// article 3. Days are counted as calendar dates, never as hours, so a change to summer time moves nothing.
import { DateTime } from 'luxon'

/** When the Support Unit works. `workingDays` are ISO weekdays (Monday is 1), `holidays` are `YYYY-MM-DD`. */
export interface WorkingCalendar {
  readonly timeZone: string
  readonly workingDays: readonly number[]
  readonly holidays: readonly string[]
}

/** A calendar date as the number of days since 1970-01-01, so that the next day is one more. */
export type Day = number

const DAY_MS = 86_400_000

/** The date on which the moment falls, in the calendar's time zone. */
export function dayOf(moment: Date, calendar: WorkingCalendar): Day {
  const { offset } = DateTime.fromJSDate(moment, { zone: calendar.timeZone })
  return Math.floor((moment.getTime() + offset * 60_000) / DAY_MS)
}

/** `YYYY-MM-DD`. */
export const isoDate = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** Why nobody works on that day; null on a working day. A holiday on a weekend is a weekend. */
export function dayOff(day: Day, calendar: WorkingCalendar): 'weekend' | 'holiday' | null {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1
  if (!calendar.workingDays.includes(weekday)) return 'weekend'
  return remembered(calendar).holidays.has(day) ? 'holiday' : null
}

/**
 * The last millisecond of the date (`YYYY-MM-DD`) in the calendar's time zone. An instant, because it is stored and
 * compared as one; the last that still shows that date, where the midnight after it would read as the next; and
 * milliseconds are what our columns keep. In time means `now <= due`.
 */
export function endOfDay(date: string, calendar: WorkingCalendar): Date {
  const { ends } = remembered(calendar)
  const known = ends.get(date)
  if (known !== undefined) return new Date(known)
  if (ends.size >= REMEMBERED_DAYS) ends.clear()
  const end = DateTime.fromISO(date, { zone: calendar.timeZone }).endOf('day').toMillis()
  ends.set(date, end)
  return new Date(end)
}

/**
 * The end of the n-th working day after `from`'s day; for 0 days, of the first working day from that day on.
 * Throws a RangeError for a count that is not a whole number from 0 up.
 */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  requireCount(days)
  let day = dayOf(from, calendar) + (days === 0 ? 0 : 1)
  for (let left = Math.max(days, 1); ; day += 1) {
    if (dayOff(day, calendar)) continue
    left -= 1
    if (left === 0) return endOfDay(isoDate(day), calendar)
  }
}

/** How many working days lie after `from`'s day, up to and with `to`'s; negative if `to` is the earlier one. */
export function workingDaysBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  const first = dayOf(from, calendar)
  const last = dayOf(to, calendar)
  if (last < first) return -workingDaysBetween(to, from, calendar)
  let count = 0
  for (let day = first + 1; day <= last; day += 1) if (!dayOff(day, calendar)) count += 1
  return count
}

export function requireCount(days: number): void {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is no number of working days.`)
}

// Submissions of one day ask for the same few dates: luxon's part is done once for each day.
const REMEMBERED_DAYS = 5000
interface Memory {
  readonly holidays: ReadonlySet<Day>
  readonly ends: Map<string, number>
}
const memories = new WeakMap<WorkingCalendar, Memory>()

function remembered(calendar: WorkingCalendar): Memory {
  const known = memories.get(calendar)
  if (known) return known
  const holidays = new Set(calendar.holidays.map(date => Date.parse(date) / DAY_MS))
  const memory = { holidays, ends: new Map<string, number>() }
  memories.set(calendar, memory)
  return memory
}
