// The office on its first day: a team for each of OGP's regions and the rules that lead there.
import { randomUUID } from 'node:crypto'
import type { Tx } from '../kernel/database.ts'
import { REGION_NAMES, REGIONS, type Region } from '../kernel/regions.ts'
import type { Condition } from './conditions.ts'
import { ruleSets, teams } from './tables.ts'

interface DefaultRule {
  name: string
  conditions: Condition[]
  teamId: Region
}

const noRegion: Condition = { criterion: 'region', operator: 'is-none-of', values: [...REGIONS] }

// International organisations belong to no region: a team that works in their language takes them, and what is left
// (English, in which every team works) is for the coordinators to place.
const DEFAULT_RULES: readonly DefaultRule[] = [
  ...REGIONS.map((region): DefaultRule => ({
    name: REGION_NAMES[region].en,
    conditions: [{ criterion: 'region', operator: 'is-any-of', values: [region] }],
    teamId: region,
  })),
  {
    name: 'Spanish, no single region',
    conditions: [noRegion, { criterion: 'language', operator: 'is-any-of', values: ['es'] }],
    teamId: 'americas',
  },
  {
    name: 'French, no single region',
    conditions: [noRegion, { criterion: 'language', operator: 'is-any-of', values: ['fr'] }],
    teamId: 'africa-middle-east',
  },
]

/** Writes the four regional teams and the default rules, unless there is a team already. Safe to run at each start. */
export async function seedRouting(tx: Tx, at: Date): Promise<void> {
  const [existing] = await tx.select({ id: teams.id }).from(teams).limit(1)
  if (existing) return
  const inserted = await tx
    .insert(teams)
    .values(REGIONS.map(region => ({ id: region, name: REGION_NAMES[region].en, region })))
    .onConflictDoNothing()
    .returning({ id: teams.id })
  // Another process that starts at the same moment has written them all.
  if (inserted.length < REGIONS.length) return
  await tx.insert(ruleSets).values({
    version: 1,
    rules: DEFAULT_RULES.map(rule => ({ id: randomUUID(), enabled: true, ...rule })),
    publishedAt: at,
    publishedBy: { kind: 'system', id: 'operator' },
  })
}
