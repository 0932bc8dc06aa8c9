// "Mail me a link": whoever asks learns nothing by it, and the link goes to the applicant's own address, whoever asks.
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import { callForWork } from '../../events/outbox.ts'
import { appendToCase } from '../append-event.ts'
import { LINK_ASKED } from '../events.ts'
import { cases } from '../tables.ts'
import { APPLICANT } from './said.ts'

/** Asks for a link to the case with this reference and address. Does the same statements where there is none. */
export async function askForLink(
  db: Db,
  { reference, email }: { reference: string; email: string },
): Promise<void> {
  await db.transaction(async tx => {
    const [found] = await tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.reference, reference), eq(sql`lower(${cases.contactEmail})`, email.toLowerCase())))
    await callForWork(tx, 'mail-link', found?.id ?? randomUUID())
  })
}

/** Asks for a link to a case that is known: by a link that has ended, or by one to its duplicate. */
export const askForLinkTo = (db: Db, caseId: string): Promise<void> =>
  db.transaction(tx => callForWork(tx, 'mail-link', caseId))

/**
 * Records that a link is wanted, which then goes out in an email. Nothing for nobody's case, one that was erased, and spam; nor for what
 * is held as possible spam: whose address it names has perhaps never heard of us, and would get what a stranger wrote.
 */
export async function wantLink(tx: Tx, caseId: string, at: Date): Promise<void> {
  const [theCase] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(eq(cases.id, caseId), isNull(cases.erasedAt), isNull(cases.quarantine), ne(cases.state, 'spam')),
    )
  if (theCase) await appendToCase(tx, caseId, { event: LINK_ASKED, at, actor: APPLICANT, details: {} })
}
