// What was changed on a page of the settings, when and by whom: from the audit trail, where it stands anyway.
import { z } from 'zod'
import type { Db } from '../kernel/database.ts'
import { officeEvents } from '../events/office-events.ts'
import { countryName } from '../roster/names.ts'
import {
  ABSENCE_ADDED,
  ABSENCE_REMOVED,
  CONFLICT_DECLARED,
  CONFLICT_RETRACTED,
  TEAM_ADDED,
  TEAM_CHANGED,
  TEAM_MEMBER_REMOVED,
  TEAM_MEMBER_SET,
} from './events.ts'
import { nameOfActor } from './settings-page.ts'

const SHOWN = 20
const office = z.object({
  staffId: z.string().catch(''),
  teamId: z.string().catch(''),
  active: z.boolean().catch(true),
  capacity: z.number().catch(0),
  from: z.string().catch(''),
  to: z.string().catch(''),
  kind: z.string().catch(''),
  value: z.string().catch(''),
})
type Details = z.infer<typeof office>
type Says = (given: Details, who: string) => string

const SAID = {
  teams: {
    [TEAM_ADDED]: ({ teamId }) => `Team ${teamId} was added`,
    [TEAM_CHANGED]: ({ teamId, active }) => `Team ${teamId} was changed; it is ${active ? 'open' : 'closed'}`,
    [TEAM_MEMBER_SET]: ({ teamId, capacity }, who) =>
      `${who} is in ${teamId}, with ${capacity} cases at most`,
    [TEAM_MEMBER_REMOVED]: ({ teamId }, who) => `${who} was removed from ${teamId}`,
  },
  absences: {
    [ABSENCE_ADDED]: ({ from, to }, who) => `${who} is away from ${from} to ${to}`,
    [ABSENCE_REMOVED]: ({ from, to }, who) => `${who} is not away from ${from} to ${to} after all`,
  },
  conflicts: {
    [CONFLICT_DECLARED]: (given, who) => `${who} is kept away from ${awayFrom(given)}`,
    [CONFLICT_RETRACTED]: (given, who) => `${who} is no longer kept away from ${awayFrom(given)}`,
  },
} as const satisfies Record<string, Record<string, Says>>

// Which case it is is not told: who reads this may have a conflict in it themselves.
function awayFrom({ kind, value }: Details): string {
  if (kind === 'country') return countryName(value, 'en')
  if (kind === 'jurisdiction') return value
  return kind === 'case' ? 'one case' : 'an organisation'
}

/** The latest changes of the kind, the newest first; of one team where it is given. `names`: of people, by their id. */
export async function officeHistory(
  db: Db,
  kind: keyof typeof SAID,
  names: ReadonlyMap<string, string>,
  teamId?: string,
) {
  const said: Readonly<Record<string, Says>> = SAID[kind]
  const details = teamId === undefined ? {} : { teamId }
  const rows = await officeEvents(db, { types: Object.keys(said), details, limit: SHOWN })
  return rows.map(({ at, type, actor, details: given }) => {
    const read = office.parse(given)
    const who = names.get(read.staffId) ?? 'Someone who has left'
    return { at, what: said[type]?.(read, who) ?? type, by: nameOfActor(actor, names) }
  })
}
