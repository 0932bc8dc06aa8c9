// The set of rules that is being worked on: one for the office, tried on past cases and then published, or thrown away.
import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { By } from '../events.ts'
import { ruleDrafts } from '../tables.ts'
import type { RuleSet } from './rule-set.ts'
import { publishRules, rulesInForce } from './rules.ts'

export interface RuleDraft {
  rules: RuleSet
  basedOn: number
  revision: number
  changedAt: Date
  changedBy: By['actor']
}

const ONE = 1

/** The draft; none while nobody works on one. */
export async function ruleDraft(db: Db | Tx): Promise<RuleDraft | undefined> {
  const { rules, basedOn, revision, changedAt, changedBy } = ruleDrafts
  const [draft] = await db.select({ rules, basedOn, revision, changedAt, changedBy }).from(ruleDrafts)
  return draft
}

/**
 * Changes the draft, or begins one from the rules in force. `seen`: the revision that the person had before them, 0 for
 * none. Throws `changed-meanwhile` when it is another by now, and what `change` throws.
 */
export async function changeDraft(
  tx: Tx,
  seen: number,
  change: (rules: RuleSet) => RuleSet,
  by: By,
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('routing.draft'))`)
  const draft = await ruleDraft(tx)
  if ((draft?.revision ?? 0) !== seen) throw changedMeanwhile()
  const { version, rules } = draft ? { version: draft.basedOn, rules: draft.rules } : await rulesInForce(tx)
  const next = {
    rules: [...change(rules)],
    basedOn: version,
    revision: seen + 1,
    changedAt: by.at,
    changedBy: by.actor,
  }
  await tx
    .insert(ruleDrafts)
    .values({ id: ONE, ...next })
    .onConflictDoUpdate({ target: ruleDrafts.id, set: next })
}

/** Puts the draft in force and ends it. Throws `changed-meanwhile` when draft or rules are not what the person saw. */
export async function publishDraft(
  tx: Tx,
  { seen, basedOn }: { seen: number; basedOn: number },
  by: By,
): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('routing.draft'))`)
  const draft = await ruleDraft(tx)
  if (!draft || draft.revision !== seen) throw changedMeanwhile()
  const version = await publishRules(tx, { rules: draft.rules, basedOn }, by)
  await tx.delete(ruleDrafts).where(eq(ruleDrafts.id, ONE))
  return version
}

/** Throws the draft away; nothing in force changes. Throws `changed-meanwhile` when it is not what the person saw. */
export async function discardDraft(tx: Tx, seen: number): Promise<void> {
  const gone = await tx
    .delete(ruleDrafts)
    .where(eq(ruleDrafts.revision, seen))
    .returning({ id: ruleDrafts.id })
  if (gone.length === 0) throw changedMeanwhile()
}

const changedMeanwhile = () =>
  new Problem(
    'changed-meanwhile',
    'Someone else has just changed this draft. It is shown as it is now: do it again if it is still right.',
  )
