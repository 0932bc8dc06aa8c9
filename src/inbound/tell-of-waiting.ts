// Coordinators hear, once on a working day, of what waits for one of them and is on nobody's list.
import { and, count, eq, isNotNull, min, sql } from 'drizzle-orm'
import { cases } from '../cases/tables.ts'
import { dayOf, dayOff, isoDate } from '../cases/working-days.ts'
import { officeEvents } from '../events/office-events.ts'
import { recordOfficeEvent } from '../events/record.ts'
import { shownDate } from '../forms/document-texts.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { keepOfficeLetter, type LetterOffice } from '../notifications/keep-office-letter.ts'
import { isSuppressed } from '../notifications/recipients.ts'
import { TO_BE_SORTED } from '../notifications/staff/to-be-sorted.ts'
import { sortingLetterOf } from '../notifications/wording/reword.ts'
import { activePeople, type StaffMember } from '../staff/people.ts'
import { inboundMail } from './tables.ts'

const TOLD = 'sorting.told'

/**
 * Writes the emails about mail to be sorted and requests in quarantine, where there are any and nobody was told on this day of
 * the office. Returns how many. Safe to run anywhere at any time, also twice at once.
 */
export const tellOfWaiting = (db: Db, office: LetterOffice, now: Date): Promise<number> =>
  db.transaction(async tx => {
    const calendar = office.standard(now)
    const today = dayOf(now, calendar)
    if (dayOff(today, calendar) !== null) return 0
    const waiting = await whatWaits(tx)
    if (waiting.messages + waiting.requests === 0) return 0
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${TOLD}))`)
    const [last] = await officeEvents(tx, { types: [TOLD], limit: 1 })
    if (last && dayOf(last.at, calendar) >= today) return 0
    const people = await whoSorts(tx)
    if (people.length === 0) return 0
    const { messages, requests } = waiting
    const eventId = await recordOfficeEvent(tx, {
      type: TOLD,
      actor: { kind: 'system', id: 'clock' },
      at: now,
      details: { messages, requests, people: people.length },
    })
    for (const person of people) await tell(tx, office, { person, waiting, eventId, now })
    return people.length
  })

interface Waiting {
  messages: number
  requests: number
  since: Date
}

async function whatWaits(tx: Tx): Promise<Waiting> {
  const [mail] = await tx
    .select({ found: count(), since: min(inboundMail.receivedAt) })
    .from(inboundMail)
    .where(eq(inboundMail.state, 'quarantined'))
  const [held] = await tx
    .select({ found: count(), since: min(cases.receivedAt) })
    .from(cases)
    .where(and(isNotNull(cases.quarantine), eq(cases.state, 'received')))
  const since = [mail?.since, held?.since].filter(moment => moment instanceof Date)
  return {
    messages: mail?.found ?? 0,
    requests: held?.found ?? 0,
    since: new Date(Math.min(...since.map(moment => moment.getTime()))),
  }
}

// As everywhere: where no coordinator works here, the leads step in.
async function whoSorts(tx: Tx): Promise<StaffMember[]> {
  const coordinators = await activePeople(tx, 'coordinator')
  return coordinators.length > 0 ? coordinators : activePeople(tx, 'lead')
}

interface Telling {
  person: StaffMember
  waiting: Waiting
  eventId: string
  now: Date
}

async function tell(tx: Tx, office: LetterOffice, { person, waiting, eventId, now }: Telling): Promise<void> {
  const { email: address, name, language } = person
  const { messages, requests, since } = waiting
  const worded = sortingLetterOf(
    language,
    {
      waiting: String(messages + requests),
      messages: String(messages),
      requests: String(requests),
      since: shownDate(language, isoDate(dayOf(since, office.standard(now)))),
      mailUrl: `${office.publicUrl}/desk/mail`,
      heldUrl: `${office.publicUrl}/desk/cases?view=quarantine`,
    },
    office.wordings.current(),
  )
  const to = { address, name, language, suppressed: await isSuppressed(tx, address) }
  await keepOfficeLetter(
    tx,
    { eventId, notification: TO_BE_SORTED, audience: 'staff', to, ...worded, now },
    office,
  )
}
