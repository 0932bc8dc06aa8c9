import { and, asc, eq, inArray } from 'drizzle-orm'
import { visibleCase } from '../cases/visible-cases.ts'
import { cases } from '../cases/tables.ts'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { submissions } from '../submissions/tables.ts'
import { invitableBy, type Person } from './candidates.ts'
import { INVITATION_WITHDRAWN, MEETING_INVITED } from './events.ts'
import { heldToCome, type Meeting } from './meeting-list.ts'
import type { Organiser } from './plan-meeting.ts'
import { meetingInvitations } from './tables.ts'
import { CONTACT_TIME_ZONE, tellOne } from './tell-invited.ts'

/**
 * Invites the cases, all or none; who is invited already stays so and is told nothing. Returns how many are invited now. Throws
 * `not-found`, `transition-not-allowed`, and `invalid-fields` for who cannot be invited, or must not be seen.
 */
export async function invite(
  tx: Tx,
  meetingId: string,
  references: readonly string[],
  { roles, staffId, actor, at }: Organiser & Person,
): Promise<number> {
  const meeting = await heldToCome(tx, meetingId, at)
  const chosen = [...new Set(references)]
  // Held, so that nobody is invited whose time as an observer ends just now.
  const found = await tx
    .select({ caseId: cases.id, reference: cases.reference, contactTimeZone: CONTACT_TIME_ZONE })
    .from(cases)
    .innerJoin(submissions, eq(submissions.caseId, cases.id))
    .where(and(inArray(cases.reference, chosen), await invitableBy(tx, { staffId, roles })))
    .orderBy(asc(cases.id))
    .for('no key update', { of: cases })
  requireAll(chosen, found)
  const invited = await tx
    .insert(meetingInvitations)
    .values(found.map(({ caseId }) => ({ meetingId, caseId, at })))
    .onConflictDoUpdate({
      target: [meetingInvitations.meetingId, meetingInvitations.caseId],
      set: { state: 'invited', at },
      setWhere: eq(meetingInvitations.state, 'withdrawn'),
    })
    .returning({ caseId: meetingInvitations.caseId })
  const isNew = new Set(invited.map(({ caseId }) => caseId))
  const news = { event: MEETING_INVITED, actor, at, details: {}, words: agendaOf(meeting) }
  for (const one of found) if (isNew.has(one.caseId)) await tellOne(tx, one, meeting, news)
  return isNew.size
}

/** Takes an invitation back; the applicant is told. Throws `not-found`, `transition-not-allowed`. */
export async function withdrawInvitation(
  tx: Tx,
  meetingId: string,
  reference: string,
  { roles, staffId, actor, at }: Organiser & Person,
): Promise<void> {
  const meeting = await heldToCome(tx, meetingId, at)
  const { id: caseId } = await visibleCase(tx, { staffId, roles }, reference)
  const withdrawn = await tx
    .update(meetingInvitations)
    .set({ state: 'withdrawn', at })
    .where(
      and(
        eq(meetingInvitations.meetingId, meetingId),
        eq(meetingInvitations.caseId, caseId),
        eq(meetingInvitations.state, 'invited'),
      ),
    )
    .returning({ caseId: meetingInvitations.caseId })
  if (withdrawn.length === 0) {
    throw new Problem('transition-not-allowed', `${reference} is not invited to this meeting any more.`)
  }
  const [contact] = await tx
    .select({ contactTimeZone: CONTACT_TIME_ZONE })
    .from(submissions)
    .where(eq(submissions.caseId, caseId))
  const one = { caseId, contactTimeZone: contact?.contactTimeZone ?? null }
  await tellOne(tx, one, meeting, { event: INVITATION_WITHDRAWN, actor, at, details: {} })
}

const agendaOf = ({ agenda }: Meeting) => (agenda === null ? {} : { agenda })

function requireAll(chosen: readonly string[], found: readonly { reference: string }[]): void {
  const known = new Set(found.map(({ reference }) => reference))
  const missing = chosen.filter(reference => !known.has(reference))
  if (missing.length === 0) return
  const message = `Nobody was invited: ${missing.join(', ')} cannot be invited, or not any more. Choose again without.`
  throw new Problem('invalid-fields', message, {
    errors: [{ pointer: '/references', code: 'not-invitable', message }],
  })
}
