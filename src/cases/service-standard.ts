// Within how many working days we answer, and how a date comes about. OGP's "Response Policy" is something else.
import { IANAZone } from 'luxon'
import { z } from 'zod'
import {
  dayOf,
  dayOff,
  endOfDay,
  isoDate,
  requireCount,
  type Day,
  type WorkingCalendar,
} from './working-days.ts'

const count = z.int().min(0).max(250)

/** The settings; what is left out gets its default below. Frozen, because dates are remembered by it. */
export const serviceStandard = z
  .strictObject({
    timeZone: z
      .string()
      .max(100)
      .refine(zone => IANAZone.isValidZone(zone), 'Give an IANA time zone, such as Europe/Paris.')
      .default('UTC'),
    workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).readonly().default([1, 2, 3, 4, 5]),
    holidays: z.array(z.iso.date()).max(500).readonly().default([]),
    firstLookDays: count.default(2),
    decisionDays: z
      .strictObject({ observer: count.default(10), support: count.default(5) })
      .readonly()
      .prefault({}),
    /** How long our own next step may take, once decided; what goes on after it (renewed, progress reported) falls due again. */
    nextStepDays: z
      .strictObject({
        accepted: count.default(5),
        'in-progress': count.default(20),
        active: count.default(120),
      })
      .readonly()
      .prefault({}),
    holdReminderDays: count.default(5),
    holdLapseDays: count.default(20),
    dueSoonDays: count.default(1),
    /** So many working days before their term is over, observers are asked whether they want to go on. */
    statusNoticeDays: count.default(20),
    /** From this hour of a working day on everybody hears what waits for them; in `timeZone`. */
    digestHour: z.int().min(0).max(23).default(7),
    /** So many working days after a date was missed, the leads hear of it. */
    escalateDays: count.default(2),
  })
  .refine(({ holdReminderDays, holdLapseDays }) => holdReminderDays < holdLapseDays, {
    path: ['holdReminderDays'],
    message: 'Remind before the hold lapses: holdReminderDays has to be below holdLapseDays.',
  })
  .readonly()

export type ServiceStandard = z.infer<typeof serviceStandard>

export const DEFAULT_SERVICE_STANDARD: ServiceStandard = serviceStandard.parse({})

/** As the standard says, but never in the first half of a term: who has just been admitted is not asked yet. */
export const statusNotice = ({ statusNoticeDays, nextStepDays }: ServiceStandard): number =>
  Math.min(statusNoticeDays, Math.floor(nextStepDays.active / 2))

/** A time during which we wait for the applicant; `to` is null while we still do. */
export interface HoldTime {
  readonly from: Date
  readonly to: Date | null
}

/** How a due date comes about, day by day (all `YYYY-MM-DD`, local to `timeZone`), as kept and shown. */
export interface Arithmetic {
  timeZone: string
  receivedOn: string
  workingDays: number
  counted: string[]
  skipped: { day: string; why: 'weekend' | 'holiday' | 'on-hold' }[]
  /** The last counted day; null while the clock stands. */
  dueOn: string | null
  /** The standard by which was counted, where it was published; the day is when it came into force. */
  standard?: { version: number; inForceFrom: string }
}

/** How many working days ended during a hold: its first day did, the day on which it ends does not. */
export function workingDaysOnHold({ from, to }: { from: Date; to: Date }, standard: WorkingCalendar): number {
  let count = 0
  for (let day = dayOf(from, standard); day < dayOf(to, standard); day += 1) {
    if (!dayOff(day, standard)) count += 1
  }
  return count
}

interface Count {
  readonly start: Date
  readonly days: number
  readonly holds: readonly HoldTime[]
  readonly now: Date
  readonly standard: WorkingCalendar
}

/**
 * The due date when the clock stops on holds, with its arithmetic. `dueAt` is null while a hold is open.
 *
 * A day belongs to whoever has the case when it ends. So the day on which we ask is the applicant's and is not counted;
 * the day of the answer is ours again; a question answered on the same day stops nothing. No case can fall due while
 * the applicant has it. Holds may overlap: a day is left out once.
 * Throws a RangeError for a count that is not a whole number from 0 up.
 */
export function dueAfterHolds({ start, days, holds, now, standard }: Count): {
  dueAt: Date | null
  arithmetic: Arithmetic
} {
  requireCount(days)
  const stopped = holds.map(({ from, to }) => ({
    from: dayOf(from, standard),
    to: to ? dayOf(to, standard) : Number.POSITIVE_INFINITY,
  }))
  const onHold = holds.some(({ to }) => to === null)
  const receivedOn = dayOf(start, standard)
  const lastShown = onHold ? dayOf(now, standard) : Number.POSITIVE_INFINITY
  const counted: string[] = []
  const skipped: Arithmetic['skipped'] = []
  let due: Day | null = null
  // With 0 days the first free day is due, day 0 included, and none is counted.
  for (let day = receivedOn + (days === 0 ? 0 : 1); due === null && day <= lastShown; day += 1) {
    const why =
      dayOff(day, standard) ?? (stopped.some(({ from, to }) => from <= day && day < to) ? 'on-hold' : null)
    if (why) {
      skipped.push({ day: isoDate(day), why })
      continue
    }
    if (days > 0) counted.push(isoDate(day))
    if (counted.length === days) due = day
  }
  if (onHold) due = null
  return {
    dueAt: due === null ? null : endOfDay(isoDate(due), standard),
    arithmetic: {
      timeZone: standard.timeZone,
      receivedOn: isoDate(receivedOn),
      workingDays: days,
      counted,
      skipped,
      dueOn: due === null ? null : isoDate(due),
    },
  }
}
