// Rules and their order. Whoever writes holds one lock, so that positions stay 1, 2, 3 without gaps.
import { asc, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Condition } from '../conditions.ts'
import { RULE_ADDED, RULE_CHANGED, RULE_REMOVED, RULES_REORDERED, type By } from '../events.ts'
import { routingRules } from '../tables.ts'
import { requireTeam } from '../teams/teams.ts'

/** Each case is held against every rule until one decides: the list stays short enough to be read. */
export const MOST_RULES = 200

export interface RuleDetails {
  name: string
  conditions: Condition[]
  teamId: string
  enabled: boolean
}

/** Every rule, enabled or not, in the order in which they are asked. */
export const ruleList = (db: Db | Tx) =>
  db
    .select({
      id: routingRules.id,
      position: routingRules.position,
      name: routingRules.name,
      conditions: routingRules.conditions,
      teamId: routingRules.teamId,
      enabled: routingRules.enabled,
    })
    .from(routingRules)
    .orderBy(asc(routingRules.position), asc(routingRules.id))

/** Adds a rule after all others and returns its id. Throws `invalid-fields` for no such team, `not-permitted` when full. */
export async function addRule(tx: Tx, rule: RuleDetails, by: By): Promise<string> {
  const ids = await lockedIds(tx)
  if (ids.length >= MOST_RULES) {
    throw new Problem(
      'not-permitted',
      `There are ${MOST_RULES} rules, the most there can be. Remove one first.`,
    )
  }
  await requireTeam(tx, rule.teamId, '/teamId')
  const id = randomUUID()
  const position = ids.length + 1
  await tx.insert(routingRules).values({ id, position, ...rule })
  await recordOfficeEvent(tx, { type: RULE_ADDED, ...by, details: { ruleId: id, position, ...said(rule) } })
  return id
}

/** Throws `not-found` for no such rule, `invalid-fields` for no such team. */
export async function changeRule(tx: Tx, id: string, rule: RuleDetails, by: By): Promise<void> {
  await requireTeam(tx, rule.teamId, '/teamId')
  const changed = await tx
    .update(routingRules)
    .set(rule)
    .where(eq(routingRules.id, id))
    .returning({ id: routingRules.id })
  if (changed.length === 0) throw noRule(id)
  await recordOfficeEvent(tx, { type: RULE_CHANGED, ...by, details: { ruleId: id, ...said(rule) } })
}

/** Those behind it move up. Throws `not-found`. */
export async function removeRule(tx: Tx, id: string, by: By): Promise<void> {
  const ids = await lockedIds(tx)
  if (!ids.includes(id)) throw noRule(id)
  await tx.delete(routingRules).where(eq(routingRules.id, id))
  await number(
    tx,
    ids.filter(other => other !== id),
  )
  await recordOfficeEvent(tx, { type: RULE_REMOVED, ...by, details: { ruleId: id } })
}

/** Puts all rules in the given order. Throws `changed-meanwhile` when these are not exactly the rules there are. */
export async function reorderRules(tx: Tx, ids: readonly string[], by: By): Promise<void> {
  const present = await lockedIds(tx)
  if (ids.toSorted().join() !== present.toSorted().join()) {
    throw new Problem(
      'changed-meanwhile',
      'The rules have changed since you read them. Read them again, then send the id of each once, in the new order.',
    )
  }
  await number(tx, ids)
  await recordOfficeEvent(tx, { type: RULES_REORDERED, ...by, details: { ruleIds: ids } })
}

async function lockedIds(tx: Tx): Promise<string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('routing.rules'))`)
  return (await ruleList(tx)).map(({ id }) => id)
}

async function number(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update routing_rules set position = numbered.position
    from unnest(${sql.param(ids)}::uuid[]) with ordinality as numbered (id, position)
    where routing_rules.id = numbered.id and routing_rules.position <> numbered.position`)
}

// A rule's name is what a person wrote: it stays out of the event.
const said = ({ conditions, teamId, enabled }: RuleDetails) => ({ conditions, teamId, enabled })

const noRule = (id: string) =>
  new Problem('not-found', `There is no routing rule ${id}. It may have been removed.`)
