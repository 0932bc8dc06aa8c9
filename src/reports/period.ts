// Which cases a report is about: received from one day to another, of a form, a region, a team.
import { DateTime } from 'luxon'
import { z } from 'zod'
import { REGIONS } from '../kernel/regions.ts'

const LONGEST_DAYS = 3660
const USUAL_DAYS = 90
const day = z.iso.date().refine(date => date >= '1970-01-01' && date < '2200-01-01')
// A field of the form that is left alone arrives empty.
const chosen = <T extends z.ZodType<string>>(choice: T) =>
  z.union([z.literal(''), choice]).default('' as never)
const word = z
  .string()
  .max(60)
  .regex(/^[a-z0-9-]+$/)

export const reportQuery = z.object({
  from: chosen(day),
  to: chosen(day),
  form: chosen(word),
  region: chosen(z.enum(REGIONS)),
  team: chosen(word),
})
export type ReportQuery = z.infer<typeof reportQuery>

export interface Period {
  /** `YYYY-MM-DD`, both days included. */
  from: string
  to: string
  /** The moments at which the first day begins and the day after the last one. */
  begins: Date
  ends: Date
  timeZone: string
}

export interface ReportFilter extends Period {
  form: string | undefined
  region: string | undefined
  team: string | undefined
}

/** The filter that was asked for; what was left open is the last 90 days, everything. None when the days are the wrong way round or too far apart. */
export function filterOf(query: ReportQuery, now: Date, timeZone: string): ReportFilter | undefined {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day')
  const last = query.to ? DateTime.fromISO(query.to, { zone: timeZone }) : today
  const first = query.from
    ? DateTime.fromISO(query.from, { zone: timeZone })
    : last.minus({ days: USUAL_DAYS - 1 })
  const days = last.diff(first, 'days').days
  if (days < 0 || days > LONGEST_DAYS) return undefined
  return {
    from: first.toISODate() ?? '',
    to: last.toISODate() ?? '',
    begins: first.toJSDate(),
    ends: last.plus({ days: 1 }).toJSDate(),
    timeZone,
    form: query.form || undefined,
    region: query.region || undefined,
    team: query.team || undefined,
  }
}

/** The same as an address holds it. */
export const addressOf = ({ from, to, form = '', region = '', team = '' }: ReportFilter): string =>
  new URLSearchParams(
    Object.entries({ from, to, form, region, team }).filter(([, value]) => value !== ''),
  ).toString()

export const STEPS = ['day', 'week', 'month'] as const
export type Step = (typeof STEPS)[number]

/** In which steps a period of this length is shown, so that there are neither too many nor too few. */
export function stepOf({ begins, ends }: Period): Step {
  const days = (ends.getTime() - begins.getTime()) / 86_400_000
  return days <= 32 ? 'day' : days <= 190 ? 'week' : 'month'
}

/** The first days of all steps that the period touches, `YYYY-MM-DD`; weeks begin on Monday. */
export function stepsIn({ from, to }: Period, step: Step): string[] {
  const last = DateTime.fromISO(to, { zone: 'UTC' })
  const days: string[] = []
  let at = DateTime.fromISO(from, { zone: 'UTC' }).startOf(step)
  while (at <= last) {
    days.push(at.toISODate() ?? '')
    at = at.plus({ [`${step}s`]: 1 })
  }
  return days
}
