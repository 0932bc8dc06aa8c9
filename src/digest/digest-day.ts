// For which day digests are written now. Only for the one that it is: what was missed meanwhile stands in today's.
import { DateTime } from 'luxon'
import type { ServiceStandard } from '../cases/service-standard.ts'
import { dayOf, dayOff, isoDate } from '../cases/working-days.ts'

/** `YYYY-MM-DD`; none on a day off, and before the hour of the service standard. */
export function digestDay(now: Date, standard: ServiceStandard): string | null {
  const today = dayOf(now, standard)
  if (dayOff(today, standard) !== null) return null
  const { hour } = DateTime.fromJSDate(now, { zone: standard.timeZone })
  return hour < standard.digestHour ? null : isoDate(today)
}
