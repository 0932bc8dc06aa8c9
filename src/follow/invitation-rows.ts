// A meeting to which somebody is invited, as they read it on their page.
import type { Language } from '../kernel/languages.ts'
import { hoursIn, isSameTime } from '../meetings/hours.ts'
import type { MeetingOfCase } from '../meetings/meetings-of-case.ts'
import { MEETING_WORDS } from '../meetings/words.ts'

/** `timeZone`: the contact's own; its hours stand beside the meeting's where they differ. */
export function invitationRows(language: Language, meeting: MeetingOfCase, timeZone: string | null) {
  const words = MEETING_WORDS[language]
  const { place, link, agenda } = meeting
  const own = timeZone !== null && !isSameTime(timeZone, meeting.timeZone, meeting.startsAt) ? timeZone : null
  return {
    title: meeting.title,
    rows: [
      { label: words.when, value: hoursIn(language, meeting) },
      ...(own === null ? [] : [{ label: words.yourTime, value: hoursIn(language, meeting, own) }]),
      ...(place === null ? [] : [{ label: words.place, value: place }]),
      ...(link === null ? [] : [{ label: words.link, value: link, href: link }]),
      ...(agenda === null ? [] : [{ label: words.agenda, value: agenda }]),
    ],
  }
}
