import { asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { events, eventWords } from './tables.ts'
import { chainCheck, type ChainSummary, type Fault, type StoredEvent } from './verify-chain.ts'

const PAGE = 1000
// Positions are checked too, so even one below 1 must come.
const BEFORE_ALL = { stream: '00000000-0000-0000-0000-000000000000', position: -2_147_483_648 }

interface Verification {
  onFault: (fault: Fault) => void
  /** The type of event that allows words to be gone. */
  erasure: string
  /** The digest covers events up to this moment; all when it is left out. */
  until?: Date | undefined
}

/** Checks every chain, a page of events at a time. In a repeatable-read transaction, what is added meanwhile is not looked at. */
export async function verifyEvents(tx: Tx, { onFault, erasure, until }: Verification): Promise<ChainSummary> {
  const check = chainCheck(onFault, until)
  for (let last: Cursor | undefined = BEFORE_ALL; last !== undefined;) {
    const page = await pageAfter(tx, erasure, last)
    for (const event of page) check.next(event)
    last = page.at(-1)
  }
  return check.end()
}

type Cursor = Pick<StoredEvent, 'stream' | 'position'>

async function pageAfter(tx: Tx, erasure: string, after: Cursor): Promise<StoredEvent[]> {
  const { id, stream, position, wordsHash } = events
  return tx
    .select({
      id,
      stream,
      position,
      type: events.type,
      at: events.at,
      actor: events.actor,
      details: events.details,
      wordsHash,
      previousHash: events.previousHash,
      hash: events.hash,
      words: { stream: eventWords.stream, salt: eventWords.salt, words: eventWords.words },
      erasedLater: sql<boolean>`case when ${wordsHash} is null then false else exists (
        select from events later
        where later.stream = ${stream} and later.position > ${position} and later.type = ${erasure}) end`,
    })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, id))
    .where(sql`(${stream}, ${position}) > (${after.stream}::uuid, ${after.position}::int)`)
    .orderBy(asc(stream), asc(position))
    .limit(PAGE)
}
