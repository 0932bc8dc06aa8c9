// A case that signs of spam hold for a person: nobody works on it before somebody has said that it is none.
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { Actor } from '../events/define-event.ts'
import { record } from '../events/record.ts'
import type { BeforeClosing } from './before-closing.ts'
import { CASE_HELD_AGAIN, QUARANTINE_LIFTED } from './events.ts'
import { exitsFrom, type Transition, type TransitionName } from './lifecycle.ts'
import { CLOSED_STATES } from './states.ts'
import { cases } from './tables.ts'

type CaseRow = typeof cases.$inferSelect

/** What can become of a held case without lifting the quarantine: each ends it. */
const ENDINGS: readonly string[] = ['mark-spam', 'mark-duplicate', 'withdraw']

/**
 * Lets the case go its way: it is routed, and the emails go out that waited for this. Its first look stays due when it was.
 * Throws `transition-not-allowed` when it is not held.
 */
export async function liftQuarantine(
  tx: Tx,
  { id, reference }: CaseRow,
  { actor, at, note }: { actor: Actor; at: Date; note?: string | undefined },
): Promise<void> {
  const [lifted] = await tx
    .update(cases)
    .set({ quarantine: null, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, id), isNotNull(cases.quarantine)))
    .returning({ version: cases.version })
  if (!lifted) throw new Problem('transition-not-allowed', `Case ${reference} is not held for a person.`)
  const words = note === undefined ? undefined : { note }
  await record(tx, id, lifted.version, { event: QUARANTINE_LIFTED, at, actor, details: {}, words })
}

/**
 * Puts a case that was closed while it was held back under the quarantine: nobody has said yet that it is no spam. Nobody is told.
 * Throws `transition-not-allowed` when it is not closed any more, or its personal data was erased.
 */
export async function holdAgain(
  tx: Tx,
  { id, reference, state }: CaseRow,
  { before, reason, actor, at }: { before: BeforeClosing; reason: string; actor: Actor; at: Date },
): Promise<void> {
  const { dueAt, quarantine = null } = before
  const [held] = await tx
    .update(cases)
    .set({
      state: before.state,
      dueAt: dueAt === null ? null : new Date(dueAt),
      quarantine,
      version: sql`${cases.version} + 1`,
    })
    .where(
      and(
        eq(cases.id, id),
        eq(cases.state, state),
        inArray(cases.state, CLOSED_STATES),
        isNull(cases.erasedAt),
      ),
    )
    .returning({ version: cases.version })
  if (!held) throw new Problem('transition-not-allowed', `Case ${reference} can no longer be held again.`)
  const details = { transition: 'hold-again', from: state, to: before.state, dueAt, quarantine }
  await record(tx, id, held.version, { event: CASE_HELD_AGAIN, at, actor, details, words: { reason } })
}

/** Which transitions leave the case as it is now. */
export const exitsOf = ({
  state,
  kind,
  quarantine,
}: Pick<CaseRow, 'state' | 'kind' | 'quarantine'>): Transition[] =>
  exitsFrom(state, kind).filter(({ name }) => quarantine === null || ENDINGS.includes(name))

/** Throws `transition-not-allowed` for a case that is held, with the way out; `name` where it is a transition. */
export function requireNotHeld({ quarantine, reference }: CaseRow, name?: TransitionName): void {
  if (quarantine === null || (name !== undefined && ENDINGS.includes(name))) return
  throw new Problem(
    'transition-not-allowed',
    `Case ${reference} is held for a person, because it may be spam. Release it from quarantine first, or close it as spam.`,
  )
}
