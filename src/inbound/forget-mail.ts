import { and, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { addressChanges } from '../cases/applicant/addresses.ts'
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
 * Erases what came by mail to a case, or seems to be about it, and what came from its applicant's addresses, present and earlier:
 * forms, and what was tied to no case unless it may be about another with that address. To be called before the addresses are
 * erased. Returns how many messages that was.
 */
export async function eraseMail(tx: Tx, caseId: string): Promise<number> {
  const addresses = await addressesOf(tx, caseId)
  const others = await addressesOfOthers(tx, caseId, addresses)
  const cameFrom = (some: readonly string[]) =>
    and(ne(inboundMail.sender, ''), inArray(inboundMail.sender, [...some]))
  const isTheirs = or(
    eq(inboundMail.caseId, caseId),
    and(eq(inboundMail.state, 'form'), cameFrom(addresses)),
    and(isNull(inboundMail.caseId), cameFrom(addresses.filter(address => !others.has(address)))),
  )
  const erased = await tx
    .update(inboundMail)
    .set(forgotten)
    .where(and(isTheirs, hasContent))
    .returning({ id: inboundMail.id })
  return erased.length
}

/** In lower case. An erased address is nobody's. */
async function addressesOf(tx: Tx, caseId: string): Promise<string[]> {
  const [theCase] = await tx
    .select({ email: cases.contactEmail })
    .from(cases)
    .where(and(eq(cases.id, caseId), isNull(cases.erasedAt)))
  const changes = await addressChanges(tx, caseId)
  const known = [
    theCase?.email.toLowerCase(),
    ...changes.flatMap(({ email, emailBefore }) => [email, emailBefore]),
  ]
  return [...new Set(known.filter(email => email !== undefined))]
}

async function addressesOfOthers(
  tx: Tx,
  caseId: string,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  const address = sql<string>`lower(${cases.contactEmail})`
  const found = await tx
    .selectDistinct({ address })
    .from(cases)
    .where(and(inArray(address, [...addresses]), ne(cases.id, caseId), isNull(cases.erasedAt)))
  return new Set(found.map(other => other.address))
}
