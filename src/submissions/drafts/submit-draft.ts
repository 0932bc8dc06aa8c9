// From a draft to a submission. The draft's id is the key: whatever is sent twice is one submission.
import { and, eq, isNull } from 'drizzle-orm'
import type { Clock } from '../../kernel/clock.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem, type ProblemCode } from '../../kernel/problem.ts'
import { documentsOf } from '../../documents/documents.ts'
import type { Form } from '../../forms/define-form.ts'
import type { Arrival } from '../gate/gate.ts'
import type { Accepted } from '../accept.ts'
import type { Intake } from '../intake.ts'
import { withFilesOf } from '../named-files.ts'
import { openedUnderKey } from '../opened-under-key.ts'
import { drafts } from './tables.ts'

interface Deps {
  db: Db
  clock: Clock
  intake: Intake
}

/** Hands the answers in with the draft's files, then closes the draft. Throws what `Intake.submit` throws, and nothing when it was handed in before. */
export async function submitDraft<Answers>(
  { db, clock, intake }: Deps,
  form: Form<Answers>,
  draftId: string,
  answers: Answers,
  arrival: Arrival,
): Promise<void> {
  const files = await documentsOf(db, { draftId })
  const caseId = await submitInTurn(intake, form, withFilesOf(form, answers, files), draftId, arrival)
    .then(accepted => accepted.caseId)
    .catch(async (error: unknown) => {
      // It was handed in, and its answers were changed before the draft was closed: what came first counts.
      const isChanged = hasCode(error, 'idempotency-key-reused')
      const before = isChanged ? await openedUnderKey(db, form.name, draftId) : undefined
      if (before === undefined) throw error
      return before
    })
  await db.transaction(tx => closeDraft(tx, draftId, caseId, clock.now()))
}

// While the other one of a double click is on its way: what became of it is this one's answer, too.
async function submitInTurn<Answers>(
  intake: Intake,
  form: Form<Answers>,
  answers: Answers,
  draftId: string,
  arrival: Arrival,
): Promise<Accepted> {
  for (;;) {
    try {
      return await intake.submit(form, answers, draftId, arrival)
    } catch (error) {
      if (!hasCode(error, 'idempotency-key-in-progress')) throw error
      await intake.settled(form.name, draftId)
    }
  }
}

const hasCode = (error: unknown, code: ProblemCode) => error instanceof Problem && error.code === code

/** What was typed goes, because the submission holds it; links and cookies still lead to the reference. */
async function closeDraft(tx: Tx, draftId: string, caseId: string, now: Date): Promise<void> {
  await tx
    .update(drafts)
    .set({ caseId, pages: {}, email: null, confirmedEmail: null, touchedAt: now })
    .where(and(eq(drafts.id, draftId), isNull(drafts.caseId)))
}
