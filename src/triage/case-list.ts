import { and, asc, desc, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { REGIONS } from '../kernel/regions.ts'
import { OPEN_STATES, STATES } from '../cases/states.ts'
import { cases } from '../cases/tables.ts'

const several = <T extends z.ZodType<string>>(item: T) =>
  z
    .union([item, z.array(item).max(20)])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .optional()

// Slugs and codes: nothing else stands in these columns, and a NUL would be refused by the database only.
const word = (max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .max(max)
const moment = z.iso.datetime().refine(isStorable, 'Give a moment between 1970 and 2200.')

/** What a list of cases can be narrowed to. A parameter that takes several values is given several times. */
export const caseFilters = z.strictObject({
  state: several(z.enum(STATES)),
  open: z.enum(['yes', 'no']).optional().describe('Whether somebody still has to move'),
  form: several(word(60)),
  region: several(z.enum(REGIONS)),
  country: several(word(2)),
  jurisdiction: several(word(100)),
  language: several(word(10)),
  applicantType: several(word(60)),
  team: several(word(60)),
  assignee: several(z.union([z.literal('none'), z.literal('me'), z.uuid()])).describe(
    'A person’s id, `me` or `none`',
  ),
  dueBefore: moment.optional().describe('Only what is due before this moment'),
  sort: z
    .enum(['due', 'newest'])
    .default('due')
    .describe('`due`: most urgent first; `newest`: latest received first'),
  after: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CaseFilters = z.infer<typeof caseFilters>

const summary = {
  id: cases.id,
  reference: cases.reference,
  form: cases.form,
  state: cases.state,
  receivedAt: cases.receivedAt,
  dueAt: cases.dueAt,
  organisation: cases.organisation,
  country: cases.country,
  region: cases.region,
  jurisdiction: cases.jurisdiction,
  language: cases.language,
  teamId: cases.teamId,
  assigneeId: cases.assigneeId,
}

/**
 * One page of the cases that `visible` lets through, and the key of the next page. Pages go by key, not by number, so
 * nothing is passed over or shown twice while cases arrive. Throws `malformed-request` for an `after` that is not ours.
 */
export async function caseList(db: Db, visible: SQL | undefined, staffId: string, filters: CaseFilters) {
  const { sort, limit, after } = filters
  const order =
    sort === 'newest'
      ? [desc(cases.receivedAt), desc(cases.id)]
      : [sql`${cases.dueAt} asc nulls last`, asc(cases.id)]
  const rows = await db
    .select(summary)
    .from(cases)
    .where(
      and(visible, ...conditions(filters, staffId), after === undefined ? undefined : beyond(sort, after)),
    )
    .orderBy(...order)
    .limit(limit + 1)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit), next: last ? keyOf(sort, last) : null }
}

function conditions(filters: CaseFilters, staffId: string): (SQL | undefined)[] {
  const {
    state,
    open,
    form,
    region,
    country,
    jurisdiction,
    language,
    applicantType,
    team,
    assignee,
    dueBefore,
  } = filters
  const people =
    assignee?.filter(value => value !== 'none').map(value => (value === 'me' ? staffId : value)) ?? []
  return [
    state && inArray(cases.state, state),
    open && (open === 'yes' ? inArray(cases.state, OPEN_STATES) : isNull(cases.dueAt)),
    form && inArray(cases.form, form),
    region && inArray(cases.region, region),
    country && inArray(cases.country, country),
    jurisdiction && inArray(cases.jurisdiction, jurisdiction),
    language && inArray(sql`${cases.language}`, language),
    applicantType && inArray(cases.applicantType, applicantType),
    team && inArray(cases.teamId, team),
    assignee &&
      or(
        assignee.includes('none') ? isNull(cases.assigneeId) : undefined,
        people.length > 0 ? inArray(cases.assigneeId, people) : undefined,
      ),
    dueBefore === undefined ? undefined : lt(cases.dueAt, new Date(dueBefore)),
  ]
}

type Sort = CaseFilters['sort']

const keyOf = (sort: Sort, row: { id: string; dueAt: Date | null; receivedAt: Date }): string =>
  Buffer.from(
    JSON.stringify([sort, (sort === 'newest' ? row.receivedAt : row.dueAt)?.toISOString() ?? null, row.id]),
  ).toString('base64url')

const key = z.union([
  z.tuple([z.literal('due'), moment.nullable(), z.uuid()]),
  z.tuple([z.literal('newest'), moment, z.uuid()]),
])

function beyond(sort: Sort, after: string): SQL | undefined {
  const [keySort, moment, id] = parseKey(after)
  if (keySort !== sort) throw wrongKey()
  if (sort === 'newest')
    return sql`(${cases.receivedAt}, ${cases.id}) < (${moment}::timestamptz, ${id}::uuid)`
  if (moment === null) return and(isNull(cases.dueAt), sql`${cases.id} > ${id}::uuid`)
  return or(sql`(${cases.dueAt}, ${cases.id}) > (${moment}::timestamptz, ${id}::uuid)`, isNull(cases.dueAt))
}

function parseKey(after: string): z.infer<typeof key> {
  try {
    return key.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
  } catch {
    throw wrongKey()
  }
}

const wrongKey = () =>
  new Problem(
    'malformed-request',
    'Give as “after” exactly what the page before gave as “next”, with the same sort.',
  )

function isStorable(value: string): boolean {
  return value >= '1970' && value < '2200'
}
