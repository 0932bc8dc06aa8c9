// A dry run over the cases that came in last, a page at a time: nothing is written, and nobody else waits for it.
import { desc, sql, type SQL } from 'drizzle-orm'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Db } from '../../kernel/database.ts'
import { routingDecisions } from '../../routing/routing-decisions.ts'
import type { RuleSet } from '../../routing/rules/rule-set.ts'
import { routingSnapshot } from '../../routing/snapshot.ts'
import { routingFacts } from '../routing-facts.ts'
import type { StandardAt } from '../standards.ts'
import { cases } from '../tables.ts'
import { openCasesByAssignee } from '../workload.ts'
import { dayOf, isoDate } from '../working-days.ts'
import { outcomeOf, tryRules, type Outcome, type Verdict } from './try-rules.ts'

const PAGE = 200
const MOST_EXAMPLES = 40
const MOST_SECONDS = 8

export interface Example extends Verdict {
  reference: string
  receivedAt: Date
  form: string
  /** What was decided when it came in; none where it was never routed. */
  atReceipt: Outcome | null
}

export interface Trial {
  looked: number
  changed: number
  /** Only the person would have been another. */
  otherPerson: number
  /** Between teams, the most frequent first. */
  moves: { from: string; to: string; count: number }[]
  /** Of those that the viewer may see. */
  examples: Example[]
  /** Changed ones that the viewer may not see, or for which there is no room. */
  unlisted: number
  /** Whether the time was over before all were looked at. */
  cutShort: boolean
}

interface Wanted {
  inForce: RuleSet
  proposed: RuleSet
  /** How many cases, the newest first. */
  most: number
  /** What the viewer may see. */
  visible: SQL | undefined
  standard: StandardAt
}

export async function runTrial(
  db: Db,
  { most, visible, standard, inForce, proposed }: Wanted,
): Promise<Trial> {
  const office = await routingSnapshot(db, await openCasesByAssignee(db))
  const started = performance.now()
  const moves = new Map<string, Trial['moves'][number]>()
  const found: (Verdict & { id: string; reference: string; receivedAt: Date; form: string })[] = []
  const trial = { looked: 0, changed: 0, otherPerson: 0, unlisted: 0, cutShort: false }
  let last: { receivedAt: Date; id: string } | undefined
  while (trial.looked < most && !trial.cutShort) {
    const page = await pageAfter(db, last, Math.min(PAGE, most - trial.looked), visible)
    for (const { shown, theCase } of page) {
      // A rule may ask about the time left: it was left on the day of the receipt.
      const day = isoDate(dayOf(theCase.receivedAt, standard(theCase.receivedAt)))
      const verdict = tryRules(routingFacts(theCase), day, { office, inForce, proposed })
      trial.looked += 1
      if (verdict.changed === 'no') continue
      trial.changed += 1
      if (verdict.changed === 'person') trial.otherPerson += 1
      else countMove(moves, verdict)
      if (shown && found.length < MOST_EXAMPLES) found.push({ ...verdict, ...theCase })
      else trial.unlisted += 1
    }
    last = page.at(-1)?.theCase
    if (page.length < PAGE) break
    trial.cutShort = performance.now() - started > MOST_SECONDS * 1000
    await breathe()
  }
  const examples = await Promise.all(
    found.map(async ({ id, reference, receivedAt, form, before, after, changed }) => {
      const [first] = await routingDecisions(db, id)
      return {
        reference,
        receivedAt,
        form,
        before,
        after,
        changed,
        atReceipt: first ? outcomeOf(first.decision) : null,
      }
    }),
  )
  return { ...trial, examples, moves: [...moves.values()].toSorted((a, b) => b.count - a.count) }
}

function countMove(moves: Map<string, Trial['moves'][number]>, { before, after }: Verdict): void {
  const key = `${before.team}\n${after.team}`
  const move = moves.get(key) ?? { from: before.team, to: after.team, count: 0 }
  moves.set(key, { ...move, count: move.count + 1 })
}

const pageAfter = (
  db: Db,
  last: { receivedAt: Date; id: string } | undefined,
  most: number,
  visible: SQL | undefined,
) =>
  db
    .select({ theCase: cases, shown: sql<boolean>`coalesce((${visible ?? sql`true`}), false)` })
    .from(cases)
    .where(
      last &&
        sql`(${cases.receivedAt}, ${cases.id}) < (${last.receivedAt.toISOString()}::timestamptz, ${last.id}::uuid)`,
    )
    .orderBy(desc(cases.receivedAt), desc(cases.id))
    .limit(most)
