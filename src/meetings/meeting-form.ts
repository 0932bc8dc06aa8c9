// The form of a meeting on the desk: days and hours as its time zone has them, checked as the API checks its body.
import { DateTime } from 'luxon'
import { isTimeZone } from '../forms/place-and-time-questions.ts'
import type { Meeting } from './meeting-list.ts'
import { meetingBody, type MeetingBody } from './shapes.ts'

export const FIELDS = ['title', 'startsAt', 'endsAt', 'timeZone', 'place', 'link', 'agenda'] as const
export type Typed = Readonly<Record<(typeof FIELDS)[number], string>>

export interface Wrong {
  field: string
  message: string
}

const MESSAGES: Readonly<Record<string, string>> = {
  title: 'Enter a title on one line, of at most 200 characters.',
  startsAt: 'Enter when it starts.',
  endsAt: 'Enter when it ends; that cannot be before it starts.',
  timeZone: 'Enter the name of a time zone, such as Europe/Paris.',
  place: 'Enter a place of at most 300 characters, a link, or both.',
  link: 'Enter an address that begins with https://, of at most 500 characters.',
  agenda: 'Use at most 4,000 characters.',
}

export const emptyForm = (timeZone: string): Typed => ({
  title: '',
  startsAt: '',
  endsAt: '',
  timeZone,
  place: '',
  link: '',
  agenda: '',
})

export const formOf = ({ startsAt, endsAt, timeZone, ...meeting }: Meeting): Typed => ({
  title: meeting.title,
  startsAt: typedMoment(startsAt, timeZone),
  endsAt: typedMoment(endsAt, timeZone),
  timeZone,
  place: meeting.place ?? '',
  link: meeting.link ?? '',
  agenda: meeting.agenda ?? '',
})

/** What was typed, as text. */
export const typedIn = (body: unknown): Typed => {
  const given = (body ?? {}) as Readonly<Record<string, unknown>>
  const entries = FIELDS.map(name => [name, typeof given[name] === 'string' ? given[name].trim() : ''])
  return Object.fromEntries(entries) as Typed
}

/** The body that the API takes, or what is wrong by field. */
export function bodyFrom(typed: Typed): { body: MeetingBody } | { errors: Wrong[] } {
  const { title, timeZone, place, link, agenda } = typed
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC'
  const parsed = meetingBody.safeParse({
    title,
    startsAt: momentFrom(typed.startsAt, zone),
    endsAt: momentFrom(typed.endsAt, zone),
    timeZone,
    place: place || null,
    link: link || null,
    agenda: agenda || null,
  })
  if (parsed.success) return { body: parsed.data }
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'title')))]
  return { errors: fields.map(wrongField) }
}

const wrongField = (field: string): Wrong => ({
  field,
  message: MESSAGES[field] ?? 'Look at this again.',
})

const TYPED = "yyyy-MM-dd'T'HH:mm"

const typedMoment = (at: Date, zone: string): string => DateTime.fromJSDate(at, { zone }).toFormat(TYPED)

// Old browsers show a plain field and send what people type there: "2026-12-10 14:00".
function momentFrom(typed: string, zone: string): string | undefined {
  const moment = DateTime.fromFormat(typed.replace(/ +/, 'T').slice(0, 16), TYPED, { zone })
  return moment.isValid ? moment.toUTC().toISO() : undefined
}
