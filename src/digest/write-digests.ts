// Each morning everybody who has something to do gets one email that says what: at most one for a day, whatever dies or runs twice.
import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { addWorkingDays } from '../cases/working-days.ts'
import { recordOfficeEvent } from '../events/record.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { keepOfficeLetter, type LetterOffice } from '../notifications/keep-office-letter.ts'
import { isSuppressed } from '../notifications/recipients.ts'
import { DAILY_DIGEST, digestFacts } from '../notifications/staff/daily-digest.ts'
import { digestLetterOf } from '../notifications/wording/reword.ts'
import { absenceList } from '../routing/absences/absences.ts'
import { activePeople, personColumns } from '../staff/people.ts'
import { may } from '../staff/roles.ts'
import { staff } from '../staff/tables.ts'
import { digestDay } from './digest-day.ts'
import { digests } from './tables.ts'
import { whatsOn } from './whats-on.ts'

const DAY_MS = 86_400_000
const KEPT_MS = 31 * DAY_MS

/**
 * Writes the digests of today that nobody has written yet. Returns how many; safe to run anywhere at any time, also twice at once.
 * One that fails keeps no other from being written; then throws.
 */
export async function writeDigests(db: Db, office: LetterOffice, now: Date): Promise<number> {
  const day = digestDay(now, office.standard(now))
  if (day === null) return 0
  const people = await peopleWithout(db, day)
  if (people.length === 0) return 0
  // As everywhere: where no coordinator works here, the leads step in.
  const sorting = (await activePeople(db, 'coordinator')).length > 0 ? 'coordinator' : 'lead'
  const failures: unknown[] = []
  let written = 0
  for (const person of people) {
    const turn = { person, sorts: person.roles.includes(sorting), day, now }
    await db
      .transaction(tx => writeDigest(tx, office, turn))
      .then(isWritten => (written += Number(isWritten)))
      .catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Not every digest could be written.')
  return written
}

type Person = Awaited<ReturnType<typeof peopleWithout>>[number]

const peopleWithout = (db: Db, day: string) =>
  db
    .select({ ...personColumns, wantsDigest: staff.dailyDigest })
    .from(staff)
    .leftJoin(digests, and(eq(digests.staffId, staff.id), eq(digests.day, day)))
    .where(and(eq(staff.active, true), isNull(digests.staffId)))

interface Turn {
  person: Person
  sorts: boolean
  day: string
  now: Date
}

// The row holds the place: of two who write it at once, the second finds it taken once the first has committed, and not before.
async function writeDigest(tx: Tx, office: LetterOffice, { person, sorts, day, now }: Turn) {
  const { staffId, roles, name, language, email: address } = person
  const [taken] = await tx
    .insert(digests)
    .values({ staffId, day, at: now })
    .onConflictDoNothing({ target: [digests.staffId, digests.day] })
    .returning({ staffId: digests.staffId })
  if (!taken) return false
  const since = await lastLook(tx, staffId, day, now)
  if (!person.wantsDigest || !may(roles, 'case.read') || (await isAway(tx, staffId, day))) return false
  const standard = office.standard(now)
  const soon = addWorkingDays(now, standard.dueSoonDays, standard)
  const found = await whatsOn(tx, { staffId, roles, sorts, now, soon, since }, standard)
  if (found.length === 0) return false
  const suppressed = await isSuppressed(tx, address)
  const eventId = await recordOfficeEvent(tx, {
    type: 'digest.written',
    actor: { kind: 'system', id: 'clock' },
    at: now,
    details: {
      staffId,
      day,
      suppressed,
      counts: Object.fromEntries(found.map(section => [section.name, section.count])),
    },
  })
  const facts = digestFacts(language, day, found, office.publicUrl)
  const worded = digestLetterOf(language, facts, office.wordings.current())
  const to = { address, name, language, suppressed }
  await keepOfficeLetter(
    tx,
    { eventId, notification: DAILY_DIGEST, audience: 'staff', to, ...worded, now },
    office,
  )
  return true
}

/** When the person's day was last looked at, before this one; a day ago where it never was. Forgets what is long past. */
async function lastLook(tx: Tx, staffId: string, day: string, now: Date): Promise<Date> {
  const theirs = eq(digests.staffId, staffId)
  const [last] = await tx
    .select({ at: digests.at })
    .from(digests)
    .where(and(theirs, lt(digests.day, day)))
    .orderBy(desc(digests.day))
    .limit(1)
  await tx.delete(digests).where(and(theirs, lt(digests.at, new Date(now.getTime() - KEPT_MS))))
  return last?.at ?? new Date(now.getTime() - DAY_MS)
}

async function isAway(tx: Tx, staffId: string, day: string): Promise<boolean> {
  return (await absenceList(tx, day, staffId)).some(({ from, to }) => from <= day && day <= to)
}
