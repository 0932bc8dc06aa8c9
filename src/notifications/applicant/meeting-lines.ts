// What the emails about a meeting say of it: as it is, and what is another than before.
import type { Language } from '../../kernel/languages.ts'
import { hoursIn, hoursOf, isSameTime } from '../../meetings/hours.ts'
import type { Part } from '../../meetings/parts.ts'
import { MEETING_WORDS } from '../../meetings/words.ts'
import type { Facts } from '../facts.ts'
import { link, list, quoted, type Block, type Item } from '../message.ts'

/** The meeting, when and where; also by the clock of the contact, where that is another. The title is gone once it was erased. */
export function meetingLines(language: Language, { event }: Facts): Block[] {
  const words = MEETING_WORDS[language]
  const { meeting, place } = event.words
  const hours = hoursOf(event.details)
  const own = event.details['contactTimeZone']
  const items: Item[] = [
    ...item(words.meeting, meeting),
    ...item(words.when, hours && hoursIn(language, hours)),
    ...(hours && typeof own === 'string' && !isSameTime(own, hours.timeZone, hours.startsAt)
      ? item(words.yourTime, hoursIn(language, hours, own))
      : []),
    ...item(words.place, place),
  ]
  return items.length > 0 ? [list(...items)] : []
}

/** Where to join. Not for who need not come. */
export const joinLine = (language: Language, { event }: Facts): Block[] =>
  event.words['link'] === undefined ? [] : [link(MEETING_WORDS[language].join, event.words['link'])]

export const agendaLines = (language: Language, { event }: Facts): Block[] =>
  quoted(MEETING_WORDS[language].agenda, event.words['agenda'])

/** Each part that has changed, as it was and as it is. */
export function changedLines(language: Language, { event }: Facts): Block[] {
  const words = MEETING_WORDS[language]
  const before = hoursOf((event.details['before'] ?? {}) as Facts['event']['details'])
  const now = hoursOf(event.details)
  const { meeting, place, link: online, meetingBefore, placeBefore, linkBefore } = event.words
  const told: Readonly<Record<Part, [label: string, was: string | undefined, is: string | undefined]>> = {
    title: [words.meeting, meetingBefore, meeting],
    hours: [words.when, before && hoursIn(language, before), now && hoursIn(language, now)],
    place: [words.place, placeBefore, place],
    link: [words.link, linkBefore, online],
  }
  const parts = (event.details['changed'] ?? []) as Part[]
  const items = parts.flatMap(part => {
    const [label, was, is] = told[part]
    return [
      { label: `${label} (${words.before})`, value: was ?? words.none },
      { label: `${label} (${words.now})`, value: is ?? words.none },
    ]
  })
  return items.length > 0 ? [list(...items)] : []
}

const item = (label: string, value: string | undefined): Item[] =>
  value === undefined ? [] : [{ label, value }]
