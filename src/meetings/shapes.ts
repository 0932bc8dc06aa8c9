// What the API takes and gives of meetings; the desk's forms are checked by the same.
import { z } from 'zod'
import { isTimeZone } from '../forms/place-and-time-questions.ts'
import { words } from '../kernel/words.ts'
import { REFERENCE_PATTERN } from '../kernel/reference.ts'
import { INVITATION_STATES, MEETING_STATES } from './tables.ts'

/** The most that are invited by one request. */
export const MOST_AT_ONCE = 500

const oneLine = (max: number) =>
  words(max).refine(text => !/\p{Cc}/u.test(text), { error: 'Write it on one line.' })

// People follow it from an email: no password in it, and nothing but https.
function isHttps(value: string): boolean {
  if (!/^https:\/\/[^\s<>"\\]+$/u.test(value)) return false
  const url = URL.parse(value)
  return url !== null && url.hostname.includes('.') && url.username === '' && url.password === ''
}

const moment = z.iso.datetime({ offset: true })

export const meetingBody = z
  .strictObject({
    title: oneLine(200),
    startsAt: moment,
    endsAt: moment,
    timeZone: oneLine(60)
      .refine(isTimeZone, { error: 'Give the name of a time zone, such as Europe/Paris.' })
      .describe('The time zone in which the hours are told, an IANA name'),
    place: oneLine(300).nullable().default(null),
    link: oneLine(500)
      .refine(isHttps, { error: 'Give an address that begins with https://.' })
      .nullable()
      .default(null)
      .describe('Where to join online'),
    agenda: words(4000).nullable().default(null),
  })
  .refine(({ startsAt, endsAt }) => Date.parse(endsAt) > Date.parse(startsAt), {
    path: ['endsAt'],
    error: 'Give an end that is after the start.',
  })
  .refine(({ place, link }) => place !== null || link !== null, {
    path: ['place'],
    error: 'Give a place, a link, or both.',
  })
export type MeetingBody = z.infer<typeof meetingBody>

export const changeBody = meetingBody.safeExtend({
  version: z.int().min(1).describe('Of the meeting as you read it'),
})

export const cancellationBody = z.strictObject({ reason: words(2000) })

const reference = z.string().regex(REFERENCE_PATTERN)
export const invitationsBody = z.strictObject({ references: z.array(reference).min(1).max(MOST_AT_ONCE) })
export const withdrawalBody = z.strictObject({ reference })

export const meetingParams = z.object({ meetingId: z.uuid() })

const meeting = {
  id: z.uuid(),
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  agenda: z.string().nullable(),
  state: z.enum(MEETING_STATES),
  reason: z.string().nullable().describe('Why it was cancelled'),
  version: z.int().describe('Send it with a change'),
  invited: z.int().describe('How many are invited'),
}
export const meetingShape = z.object(meeting)

export const meetingWithInvitations = z.object({
  ...meeting,
  invitations: z
    .array(
      z.object({
        reference: z.string(),
        organisation: z.string(),
        state: z.enum(INVITATION_STATES),
        at: z.string(),
      }),
    )
    .describe('Those that you may see, and those taken back, too'),
})

export const candidateShape = z.object({
  reference: z.string(),
  organisation: z.string(),
  country: z.string().nullable(),
  state: z.string(),
  asked: z.string().nullable().describe('Which meeting was asked for, where it was one only'),
})
