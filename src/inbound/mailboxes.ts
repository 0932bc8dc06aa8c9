// How far each mailbox has been read, and which process reads it: one at a time, for as long as it says so.
import { and, eq, isNull, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { keepMail, type Arrival } from './keep-mail.ts'
import { inboundMail, inboundMailboxes } from './tables.ts'

// Longer than the largest message takes; a mailbox whose reader died is read again after it.
const LEASE_SECONDS = 30

/** Whether this reader has the mailbox for the next half minute. Others get it once it is not said again. */
export async function holdMailbox(db: Db, mailbox: string, reader: string): Promise<boolean> {
  await db.insert(inboundMailboxes).values({ mailbox }).onConflictDoNothing()
  const isFree = or(
    isNull(inboundMailboxes.heldBy),
    eq(inboundMailboxes.heldBy, reader),
    lte(inboundMailboxes.heldUntil, sql`now()`),
  )
  const held = await db
    .update(inboundMailboxes)
    .set({ heldBy: reader, heldUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(and(eq(inboundMailboxes.mailbox, mailbox), isFree))
    .returning({ mailbox: inboundMailboxes.mailbox })
  return held.length > 0
}

/** Another reader need not wait. */
export async function leaveMailbox(db: Db, mailbox: string, reader: string): Promise<void> {
  await db
    .update(inboundMailboxes)
    .set({ heldBy: null, heldUntil: null })
    .where(and(eq(inboundMailboxes.mailbox, mailbox), eq(inboundMailboxes.heldBy, reader)))
}

/** The uid up to which the mailbox is stored. 0 where the server has numbered its messages anew: what is known is known by its id. */
export async function storedUpTo(db: Db, mailbox: string, uidValidity: number): Promise<number> {
  const [row] = await db
    .select({ uidValidity: inboundMailboxes.uidValidity, lastUid: inboundMailboxes.lastUid })
    .from(inboundMailboxes)
    .where(eq(inboundMailboxes.mailbox, mailbox))
  return row?.uidValidity === uidValidity ? row.lastUid : 0
}

type FromMailbox = Arrival & { from: { mailbox: string; uidValidity: number; uid: number } }

/** Stores the message and moves the mark past it; both or neither. */
export const keepFromMailbox = (db: Db, arrival: FromMailbox): Promise<boolean> =>
  db.transaction(async tx => {
    const { mailbox, uidValidity, uid } = arrival.from
    const isNew = await keepMail(tx, arrival)
    await tx
      .update(inboundMailboxes)
      .set({ uidValidity, lastUid: uid })
      .where(eq(inboundMailboxes.mailbox, mailbox))
    return isNew
  })

/** The uids of what is settled and not marked in the mailbox yet, a hundred at a time. */
export async function toBeMarked(db: Db, mailbox: string, uidValidity: number): Promise<number[]> {
  const rows = await db
    .select({ uid: inboundMail.uid })
    .from(inboundMail)
    .where(
      and(
        eq(inboundMail.mailbox, mailbox),
        eq(inboundMail.uidValidity, uidValidity),
        isNull(inboundMail.markedAt),
        isNotNull(inboundMail.settledAt),
      ),
    )
    .limit(100)
  return rows.flatMap(({ uid }) => (uid === null ? [] : [uid]))
}

export async function noteMarked(
  db: Db,
  { mailbox, uidValidity, uids }: { mailbox: string; uidValidity: number; uids: readonly number[] },
): Promise<void> {
  await db
    .update(inboundMail)
    .set({ markedAt: sql`now()` })
    .where(
      and(
        eq(inboundMail.mailbox, mailbox),
        eq(inboundMail.uidValidity, uidValidity),
        sql`${inboundMail.uid} = any(${sql.param(uids)}::bigint[])`,
      ),
    )
}

/** The mailbox has been read to its end, or could not be. */
export async function noteReading(db: Db, mailbox: string, worked: boolean): Promise<void> {
  await db
    .update(inboundMailboxes)
    .set(
      worked
        ? { readAt: sql`now()`, failingSince: null }
        : { failingSince: sql`coalesce(${inboundMailboxes.failingSince}, now())` },
    )
    .where(eq(inboundMailboxes.mailbox, mailbox))
}
