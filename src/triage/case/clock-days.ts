// The arithmetic of the decision's date, day by day, as a person can check it.
import type { Arithmetic } from '../../cases/service-standard.ts'

const WHY: Readonly<Record<Arithmetic['skipped'][number]['why'], string>> = {
  weekend: 'weekend',
  holiday: 'holiday',
  'on-hold': 'with the applicant',
}

export interface ClockDay {
  /** `YYYY-MM-DD`. */
  day: string
  /** The number of the working day; none where it was not counted. */
  number: number | null
  /** Why it was not counted; empty where it was. */
  why: string
}

/** Every day from the one after the receipt, in order, until the date that is due or the day that the clock stands still. */
export const clockDays = ({ counted, skipped }: Arithmetic): ClockDay[] =>
  [
    ...counted.map((day, at) => ({ day, number: at + 1, why: '' })),
    ...skipped.map(({ day, why }) => ({ day, number: null, why: WHY[why] })),
  ].toSorted((one, other) => one.day.localeCompare(other.day))
