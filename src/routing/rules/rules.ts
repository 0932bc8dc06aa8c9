// The rules in force. Every change publishes a whole new set, so that a decision can name what it was taken by.
import { desc, inArray, sql } from 'drizzle-orm'
import { createHash, randomUUID } from 'node:crypto'
import { canonicalJson } from '../../events/hash-chain.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import {
  RULE_ADDED,
  RULE_CHANGED,
  RULE_REMOVED,
  RULES_PUBLISHED,
  RULES_REORDERED,
  type By,
} from '../events.ts'
import { ruleSets, teams } from '../tables.ts'
import { requireTeam } from '../teams/teams.ts'
import { differences } from './rule-differences.ts'
import { withChanged, withOrder, withoutRule, withRule, type RuleDetails, type RuleSet } from './rule-set.ts'

export interface RulesInForce {
  /** 0 where nothing has been published yet. */
  version: number
  rules: RuleSet
}

/** The newest set that was published; an empty one, of version 0, before the first. */
export async function rulesInForce(db: Db | Tx): Promise<RulesInForce> {
  const [newest] = await db
    .select({ version: ruleSets.version, rules: ruleSets.rules })
    .from(ruleSets)
    .orderBy(desc(ruleSets.version))
    .limit(1)
  return newest ?? { version: 0, rules: [] }
}

/** Every rule in force, enabled or not, in the order in which they are asked. */
export async function ruleList(db: Db | Tx) {
  const { rules } = await rulesInForce(db)
  return rules.map((rule, index) => ({ position: index + 1, ...rule }))
}

/** What was published, the newest first. */
export const ruleVersions = (db: Db, most = 50) =>
  db
    .select({
      version: ruleSets.version,
      rules: ruleSets.rules,
      publishedAt: ruleSets.publishedAt,
      publishedBy: ruleSets.publishedBy,
    })
    .from(ruleSets)
    .orderBy(desc(ruleSets.version))
    .limit(most)

/**
 * Puts another set in force at once and returns its version. Throws `changed-meanwhile` when another version than
 * `basedOn` is in force by now, `invalid-fields` for a rule whose team does not exist.
 */
export async function publishRules(
  tx: Tx,
  { rules, basedOn }: { rules: RuleSet; basedOn: number },
  by: By,
): Promise<number> {
  const before = await held(tx)
  if (before.version !== basedOn) {
    throw new Problem(
      'changed-meanwhile',
      `Version ${before.version} of the rules has been put in force since, and this was started from version ${basedOn}. Look at what changed, then publish.`,
    )
  }
  await requireTeams(tx, rules)
  const { version, rulesHash } = await put(tx, before, rules, by)
  await recordOfficeEvent(tx, {
    type: RULES_PUBLISHED,
    ...by,
    details: { version, rulesHash, ...differences(before.rules, rules) },
  })
  return version
}

/** Adds a rule after all others and returns its id. Throws `invalid-fields` for no such team, `not-permitted` when full. */
export async function addRule(tx: Tx, rule: RuleDetails, by: By): Promise<string> {
  const before = await held(tx)
  const id = randomUUID()
  const rules = withRule(before.rules, { id, ...rule })
  await requireTeam(tx, rule.teamId, '/teamId')
  const published = await put(tx, before, rules, by)
  await recordOfficeEvent(tx, {
    type: RULE_ADDED,
    ...by,
    details: { ruleId: id, position: rules.length, ...said(rule), ...published },
  })
  return id
}

/** Throws `not-found` for no such rule, `invalid-fields` for no such team. */
export async function changeRule(tx: Tx, id: string, rule: RuleDetails, by: By): Promise<void> {
  const before = await held(tx)
  const rules = withChanged(before.rules, id, rule)
  await requireTeam(tx, rule.teamId, '/teamId')
  const published = await put(tx, before, rules, by)
  await recordOfficeEvent(tx, {
    type: RULE_CHANGED,
    ...by,
    details: { ruleId: id, ...said(rule), ...published },
  })
}

/** Those behind it move up. Throws `not-found`. */
export async function removeRule(tx: Tx, id: string, by: By): Promise<void> {
  const before = await held(tx)
  const published = await put(tx, before, withoutRule(before.rules, id), by)
  await recordOfficeEvent(tx, { type: RULE_REMOVED, ...by, details: { ruleId: id, ...published } })
}

/** Puts all rules in the given order. Throws `changed-meanwhile` when these are not exactly the rules there are. */
export async function reorderRules(tx: Tx, ids: readonly string[], by: By): Promise<void> {
  const before = await held(tx)
  const published = await put(tx, before, withOrder(before.rules, ids), by)
  await recordOfficeEvent(tx, { type: RULES_REORDERED, ...by, details: { ruleIds: ids, ...published } })
}

/** Who publishes goes one at a time: each builds on what the one before has put in force. */
async function held(tx: Tx): Promise<RulesInForce> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('routing.rules'))`)
  return rulesInForce(tx)
}

async function put(tx: Tx, before: RulesInForce, rules: RuleSet, { actor, at }: By) {
  const version = before.version + 1
  await tx.insert(ruleSets).values({ version, rules: [...rules], publishedAt: at, publishedBy: actor })
  // The event vouches for the set as it was published; names of rules stay out of the event itself.
  const rulesHash = createHash('sha256').update(canonicalJson(rules)).digest('hex')
  return { version, rulesHash }
}

async function requireTeams(tx: Tx, rules: RuleSet): Promise<void> {
  const wanted = [...new Set(rules.map(({ teamId }) => teamId))]
  const found =
    wanted.length === 0 ? [] : await tx.select({ id: teams.id }).from(teams).where(inArray(teams.id, wanted))
  const lacking = wanted.find(id => !found.some(team => team.id === id))
  if (lacking !== undefined) await requireTeam(tx, lacking, '/teamId')
}

// A rule's name is what a person wrote: it stays out of the event.
const said = ({ conditions, teamId, enabled }: RuleDetails) => ({ conditions, teamId, enabled })
