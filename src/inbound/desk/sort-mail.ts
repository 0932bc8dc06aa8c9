// A person says where a message belongs.
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { answerByApplicant, writeByApplicant } from '../../cases/applicant/said.ts'
import type { StandardAt } from '../../cases/standards.ts'
import { readableCase } from '../../cases/visible-cases.ts'
import { claimDocuments } from '../../documents/claim.ts'
import type { DocumentDeps } from '../../documents/keep-document.ts'
import type { Actor } from '../../events/define-event.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { keepFiles } from '../keep-files.ts'
import { readMail } from '../reading/read-mail.ts'
import { saidIn } from '../said-in.ts'
import type { MailState } from '../states.ts'
import { inboundMail } from '../tables.ts'
import { mayRead, visibleMail } from './visible-mail.ts'
import type { DiscardReason } from './words.ts'

export interface Sorting extends DocumentDeps {
  standard: StandardAt
  wake: () => void
}

interface By {
  me: SignedIn
  actor: Actor
}

// What a machine seems to have written may be a person's after all, and what was discarded may be missed.
const SORTABLE: readonly MailState[] = ['quarantined', 'automatic', 'discarded']

export const isSortable = ({ state, raw }: { state: MailState; raw: Buffer | null }): boolean =>
  SORTABLE.includes(state) && raw !== null

/**
 * Puts the message on a case that the person may read: as the answer to our question where `asAnswer` is said and one is open,
 * else as a message. Throws `not-found`, `declaration-needed`, `changed-meanwhile`, `transition-not-allowed`.
 */
export async function attachMail(
  deps: Sorting,
  { me, actor }: By,
  id: string,
  { reference, asAnswer }: { reference: string; asAnswer: boolean },
): Promise<void> {
  const { db, clock, standard } = deps
  const found = await visibleMail(db, me, id)
  if (!isSortable(found) || found.isCut || found.raw === null || !(await mayRead(db, me, found.caseId)))
    throw settled()
  await readableCase(db, me, reference)
  const mail = await readMail(found.raw)
  const { kept, refused } = await keepFiles(deps, mail.files)
  await db.transaction(async tx => {
    const at = clock.now()
    const theCase = await readableCase(tx, me, reference)
    await settle(tx, id, { state: 'attached', caseId: theCase.id, settledAt: at })
    const lost = await claimDocuments(
      tx,
      kept.map(documentId => ({ documentId, caseId: theCase.id })),
    )
    if (lost.length > 0) throw fileLost()
    const from = { at, way: 'attached', by: actor, documents: kept, refusedFiles: refused } as const
    const words = saidIn(mail) || '–'
    if (asAnswer && theCase.state === 'awaiting-applicant')
      await answerByApplicant(tx, { ...from, caseId: theCase.id, answer: words, standard })
    else await writeByApplicant(tx, theCase, { ...from, message: words })
    await recordOfficeEvent(tx, { type: 'mail.attached', actor, at, details: { mailId: id } })
  })
  deps.wake()
}

/** Nothing comes of the message. It is kept as long as others are. Throws `not-found`, `changed-meanwhile`. */
export async function discardMail(
  { db, clock }: Sorting,
  { me, actor }: By,
  id: string,
  reason: DiscardReason,
): Promise<void> {
  await visibleMail(db, me, id)
  await db.transaction(async tx => {
    const at = clock.now()
    await settle(tx, id, { state: 'discarded', settledAt: at }, ['quarantined'])
    await recordOfficeEvent(tx, { type: 'mail.discarded', actor, at, details: { mailId: id, reason } })
  })
}

async function settle(
  tx: Tx,
  id: string,
  set: Partial<typeof inboundMail.$inferInsert>,
  from: readonly MailState[] = SORTABLE,
): Promise<void> {
  const done = await tx
    .update(inboundMail)
    .set(set)
    .where(and(eq(inboundMail.id, id), inArray(inboundMail.state, [...from]), isNotNull(inboundMail.raw)))
    .returning({ id: inboundMail.id })
  if (done.length === 0) throw settled()
}

const settled = () =>
  new Problem('changed-meanwhile', 'Nothing is left to be done with this message. Load the page again.')

const fileLost = () =>
  new Problem('changed-meanwhile', 'A file of the message was removed meanwhile. Put it on the case again.')
