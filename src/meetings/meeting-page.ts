// What the desk's pages about meetings show.
import { STATE } from '../cases/states.ts'
import { languageNames } from '../forms/language-names.ts'
import type { Db } from '../kernel/database.ts'
import { countryName } from '../roster/names.ts'
import { candidates, type Person } from './candidates.ts'
import { hoursIn } from './hours.ts'
import { invitationsTo, type readNeeds } from './invited.ts'
import { meetingWith, type Meeting, type View } from './meeting-list.ts'
import type { Organiser } from './plan-meeting.ts'

type Counted = Meeting & { invited: number }

/** Nothing about it changes any more. */
export const hasEnded = ({ state, endsAt }: Meeting, now: Date): boolean =>
  state === 'cancelled' || endsAt <= now

export const listPage = (meetings: readonly Counted[], view: View) => ({
  meetings: meetings.map(shown),
  view,
  views: [
    { href: '/desk/meetings', label: 'Upcoming', isCurrent: view === 'upcoming' },
    { href: '/desk/meetings?view=past', label: 'Past', isCurrent: view === 'past' },
  ],
})

export async function meetingPage(db: Db, me: Organiser & Person, id: string) {
  const meeting = await meetingWith(db, id)
  const invitations = await invitationsTo(db, me, id)
  const invited = invitations.filter(({ state }) => state === 'invited')
  return {
    meeting: shown(meeting),
    invited: invited.map(one => ({ ...one, isClosed: STATE[one.caseState].move === 'nobody' })),
    /** Cases that this person may not see. */
    hidden: meeting.invited - invited.length,
    withdrawn: invitations.filter(({ state }) => state === 'withdrawn'),
    isOpen: !hasEnded(meeting, me.at),
  }
}

export async function candidatesPage(db: Db, me: Organiser & Person, id: string) {
  const meeting = await meetingWith(db, id)
  const found = hasEnded(meeting, me.at) ? [] : await candidates(db, me, id)
  return {
    meeting: shown(meeting),
    isOpen: !hasEnded(meeting, me.at),
    total: found.length,
    candidates: found.slice(0, MOST_SHOWN).map(one => ({
      ...one,
      country: one.country === null ? '' : countryName(one.country, 'en'),
      isStanding: one.state === 'active',
    })),
  }
}

/** More would make a page of more than 60 KB. Who is invited makes room for others. */
const MOST_SHOWN = 120

export function needsPage(meeting: Counted, { rows, asked }: Awaited<ReturnType<typeof readNeeds>>) {
  const spoken = rows.flatMap(({ interpretation }) => interpretation)
  const nameOf = (code: string) => languageNames([code])[code]?.en ?? code
  return {
    meeting: shown(meeting),
    asked,
    rows: rows.map(({ interpretation, ...row }) => ({
      ...row,
      interpretation: interpretation.map(nameOf).join(', '),
    })),
    languages: [...new Set(spoken)]
      .map(code => ({ name: nameOf(code), count: spoken.filter(each => each === code).length }))
      .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en')),
  }
}

const shown = (meeting: Counted) => ({ ...meeting, when: hoursIn('en', meeting) })
