import { and, eq, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import { cases } from '../cases/tables.ts'
import type { Db, Tx } from '../kernel/database.ts'
import { inboundMail } from './tables.ts'

const NOTHING_LEFT = { raw: null, sender: '', subject: '' } as const

const forgotten = {
  ...NOTHING_LEFT,
  state: sql`case when ${inboundMail.state} = 'quarantined' then 'discarded' else ${inboundMail.state} end`,
}
const hasContent = and(
  ne(inboundMail.state, 'waiting'),
  or(isNotNull(inboundMail.raw), ne(inboundMail.sender, '')),
)

/**
 * Forgets what was in messages that were settled before then: what came of them stays, and that they came, so that the same
 * message is known if it comes again. What nobody has looked at by then is discarded.
 */
export async function forgetMail(db: Db, before: Date): Promise<void> {
  await db
    .update(inboundMail)
    .set(forgotten)
    .where(and(lt(inboundMail.settledAt, before), hasContent))
}

/**
 * Erases what came by mail to a case, or seems to be about it, and forms that came from its applicant's address: to be called
 * before that address is erased. Returns how many messages that was.
 */
export async function eraseMail(tx: Tx, caseId: string): Promise<number> {
  const erased = await tx
    .update(inboundMail)
    .set(forgotten)
    .where(and(or(eq(inboundMail.caseId, caseId), isFormOf(caseId)), hasContent))
    .returning({ id: inboundMail.id })
  return erased.length
}

const isFormOf = (caseId: string) =>
  and(
    eq(inboundMail.state, 'form'),
    sql`${inboundMail.sender} = (select lower(${cases.contactEmail}) from ${cases} where ${cases.id} = ${caseId})`,
  )
