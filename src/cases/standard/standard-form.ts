// The service standard as a form shows it and gets it back.
import { DateTime } from 'luxon'
import { z } from 'zod'
import { serviceStandard, type ServiceStandard } from '../service-standard.ts'

type Days = Readonly<Record<string, number>>

/** The numbers of working days that a form asks for: field, label, and where each belongs in the standard. */
export const COUNTS: readonly { name: string; label: string; path: readonly string[] }[] = [
  { name: 'firstLook', label: 'First look', path: ['firstLookDays'] },
  { name: 'observer', label: 'Answer to observer applications', path: ['decisionDays', 'observer'] },
  { name: 'support', label: 'Answer to support requests', path: ['decisionDays', 'support'] },
  { name: 'accepted', label: 'Next step once accepted', path: ['nextStepDays', 'accepted'] },
  { name: 'inProgress', label: 'Next step while support is given', path: ['nextStepDays', 'in-progress'] },
  { name: 'active', label: 'Term of an observer', path: ['nextStepDays', 'active'] },
  { name: 'statusNotice', label: 'Observers are asked before it ends', path: ['statusNoticeDays'] },
  { name: 'reminder', label: 'Reminder while we wait for an answer, after', path: ['holdReminderDays'] },
  { name: 'lapse', label: 'Case lapses without an answer, after', path: ['holdLapseDays'] },
  { name: 'dueSoon', label: 'Warning before a date', path: ['dueSoonDays'] },
  { name: 'escalate', label: 'Leads are told of a missed date, after', path: ['escalateDays'] },
]

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (name, index) => ({ value: String(index + 1), name }),
)

const MESSAGES: Readonly<Record<string, string>> = {
  timeZone: 'Enter the name of a time zone, such as Europe/Paris.',
  workingDays: 'Choose at least one working day.',
  holidays: 'Enter each holiday on a line of its own, as 2026-12-25; at most 500.',
  digestHour: 'Enter a whole hour, from 0 to 23.',
  reminder: 'The reminder has to come before the case lapses: enter a smaller number, from 0 to 250.',
}
const WHOLE = 'Enter a whole number of days, from 0 to 250.'
const FROM = 'Enter a day as 2026-12-25, or leave it empty for at once.'

/** The fields with what stands in them. */
export const standardFields = (standard: ServiceStandard) => ({
  timeZone: standard.timeZone,
  workingDays: standard.workingDays.map(String),
  holidays: standard.holidays.join('\n'),
  digestHour: String(standard.digestHour),
  from: '',
  ...Object.fromEntries(COUNTS.map(({ name, path }) => [name, String(numberAt(standard, path))])),
})

export interface Typed {
  text: Readonly<Record<string, string>>
  workingDays: readonly string[]
}

/** The standard and the moment from which it counts; or what is wrong by field. `from` none: at once. */
export function standardFrom({
  text,
  workingDays,
}: Typed):
  | { standard: ServiceStandard; from: Date | null }
  | { errors: { field: string; message: string }[] } {
  const given: Record<string, unknown> = {
    timeZone: text['timeZone']?.trim(),
    workingDays: workingDays.map(Number).toSorted((a, b) => a - b),
    holidays: [...new Set((text['holidays'] ?? '').split(/[\s,;]+/).filter(day => day !== ''))].toSorted(),
    digestHour: numberOf(text['digestHour']),
    decisionDays: {},
    nextStepDays: {},
  }
  for (const { name, path } of COUNTS) put(given, path, numberOf(text[name]))
  const parsed = serviceStandard.safeParse(given)
  const errors = parsed.success ? [] : faultsIn(parsed.error)
  const from = momentOf(text['from'] ?? '', parsed.data?.timeZone ?? 'UTC')
  if (from === undefined) errors.push({ field: 'from', message: FROM })
  if (!parsed.success || from === undefined) return { errors }
  return { standard: parsed.data, from }
}

/** What differs, in words: “First look: 3 instead of 2 working days”. */
export function changesIn(before: ServiceStandard, after: ServiceStandard): string[] {
  const counts = COUNTS.flatMap(({ label, path }) => {
    const [was, is] = [numberAt(before, path), numberAt(after, path)]
    return was === is ? [] : [`${label}: ${is} instead of ${was} working days`]
  })
  const added = after.holidays.filter(day => !before.holidays.includes(day))
  const gone = before.holidays.filter(day => !after.holidays.includes(day))
  const weekdays = ({ workingDays }: ServiceStandard) =>
    WEEKDAYS.filter(({ value }) => workingDays.includes(Number(value)))
      .map(({ name }) => name)
      .join(', ')
  return [
    ...counts,
    ...(before.timeZone === after.timeZone ? [] : [`Time zone: ${after.timeZone}`]),
    ...(before.digestHour === after.digestHour
      ? []
      : [`Daily email: ${after.digestHour} instead of ${before.digestHour} o’clock`]),
    ...(weekdays(before) === weekdays(after) ? [] : [`Working days: ${weekdays(after)}`]),
    ...(added.length > 0 ? [`Holidays added: ${added.join(', ')}`] : []),
    ...(gone.length > 0 ? [`No longer holidays: ${gone.join(', ')}`] : []),
  ]
}

const numberOf = (text = '') => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** None where the day is none; null for at once. */
function momentOf(day: string, zone: string): Date | null | undefined {
  if (day.trim() === '') return null
  if (!z.iso.date().safeParse(day.trim()).success) return undefined
  return DateTime.fromISO(day.trim(), { zone }).toJSDate()
}

function faultsIn(error: z.ZodError) {
  const fields = error.issues.map(({ path }) => {
    const count = COUNTS.find(one => one.path.join('.') === path.join('.'))
    return count?.name ?? String(path[0] ?? 'timeZone')
  })
  return [...new Set(fields)].map(field => ({ field, message: MESSAGES[field] ?? WHOLE }))
}

function numberAt(standard: ServiceStandard, [first = '', second]: readonly string[]): number {
  const found = (standard as unknown as Record<string, number | Days>)[first]
  return (second === undefined ? found : (found as Days)[second]) as number
}

function put(given: Record<string, unknown>, [first = '', second]: readonly string[], days: number): void {
  if (second === undefined) given[first] = days
  else (given[first] as Record<string, number>)[second] = days
}
