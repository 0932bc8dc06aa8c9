// A page of cases. Open cases are few and closed ones many, and each have indexes of their own: so they are read apart.
import { and, asc, desc, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { cases } from '../cases/tables.ts'
import { filterCondition, moment, partsOf, SORTS, type CaseFilters } from './case-filters.ts'
import { isOpen, PART, type Viewer } from './inbox-views.ts'
import type { Found } from './search/search-condition.ts'

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
  tags: cases.tags,
}
type Sort = CaseFilters['sort']

interface Listed {
  id: string
  dueAt: Date | null
  receivedAt: Date
}

/**
 * One page of the cases that `visible` lets through, and the key of the next page. Pages go by key, not by number, so
 * nothing is passed over or shown twice while cases arrive. Throws `malformed-request` for an `after` that is not ours.
 */
export async function caseList(
  db: Db,
  visible: SQL | undefined,
  viewer: Viewer,
  filters: CaseFilters,
  found?: Found,
) {
  const { sort, limit } = filters
  const after = filters.after === undefined ? undefined : parseKey(sort, filters.after)
  const wanted = and(visible, filterCondition(filters, viewer), found?.condition)
  const parts = partsOf(filters)
  const read = (part: 'open' | 'closed', most: number) =>
    parts[part] ? partOf(db, part, wanted, sort, after, most) : []
  const rows = found?.few ? await atOnce() : sort === 'due' ? await mostUrgent() : await byReceipt()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit), next: last ? keyOf(sort, last) : null }

  // Few, and known: each is looked up once, for which no order of an index is of any help.
  function atOnce() {
    const ofPart = (part: 'open' | 'closed') => parts[part] && and(PART[part], beyondIn(part, sort, after))
    const either = [ofPart('open'), ofPart('closed')].filter(condition => condition !== false)
    return db
      .select(summary)
      .from(cases)
      .where(and(wanted, either.length > 0 ? or(...either) : sql`false`))
      .orderBy(...ORDER_OF_ALL[sort])
      .limit(limit + 1)
  }
  async function mostUrgent() {
    const open = after?.at === null ? [] : await read('open', limit + 1)
    const closed = open.length > limit ? [] : await read('closed', limit + 1 - open.length)
    return [...open, ...closed]
  }
  async function byReceipt() {
    const [open, closed] = await Promise.all([read('open', limit + 1), read('closed', limit + 1)])
    const direction = sort === 'newest' ? -1 : 1
    return [...open, ...closed].toSorted((a, b) => direction * inOrder(a, b)).slice(0, limit + 1)
  }
}

const inOrder = (a: Listed, b: Listed): number =>
  a.receivedAt.getTime() - b.receivedAt.getTime() || (a.id < b.id ? -1 : 1)

const ORDER_OF_ALL: Readonly<Record<Sort, SQL[]>> = {
  due: [
    sql`${cases.dueAt} nulls last`,
    sql`case when ${isOpen} then ${cases.id} end`,
    desc(cases.receivedAt),
    desc(cases.id),
  ],
  newest: [desc(cases.receivedAt), desc(cases.id)],
  oldest: [asc(cases.receivedAt), asc(cases.id)],
}

// Within the closed ones nothing is urgent: of them the latest come first.
const orderIn = (part: 'open' | 'closed', sort: Sort) => ({
  column: sort === 'due' && part === 'open' ? cases.dueAt : cases.receivedAt,
  upwards: sort === 'oldest' || (sort === 'due' && part === 'open'),
})

function partOf(
  db: Db,
  part: 'open' | 'closed',
  wanted: SQL | undefined,
  sort: Sort,
  after: Key | undefined,
  most: number,
) {
  const { column, upwards } = orderIn(part, sort)
  const direction = upwards ? asc : desc
  return db
    .select(summary)
    .from(cases)
    .where(and(PART[part], wanted, beyondIn(part, sort, after)))
    .orderBy(direction(column), direction(cases.id))
    .limit(most)
}

function beyondIn(part: 'open' | 'closed', sort: Sort, after: Key | undefined): SQL | undefined {
  if (!after) return undefined
  const { at, received, id } = after
  // Among the closed ones by now: all that are open have been shown. Among the open ones still: none that is closed has.
  if (sort === 'due' && (at === null) !== (part === 'closed')) return part === 'open' ? sql`false` : undefined
  const { column, upwards } = orderIn(part, sort)
  const moment = sort === 'due' && part === 'open' ? at : received
  return upwards
    ? sql`(${column}, ${cases.id}) > (${moment}::timestamptz, ${id}::uuid)`
    : sql`(${column}, ${cases.id}) < (${moment}::timestamptz, ${id}::uuid)`
}

interface Key {
  /** When it is due; null of a closed one. */
  at: string | null
  received: string
  id: string
}

const keyOf = (sort: Sort, { id, dueAt, receivedAt }: Listed): string =>
  Buffer.from(JSON.stringify([sort, dueAt?.toISOString() ?? null, receivedAt.toISOString(), id])).toString(
    'base64url',
  )

const key = z.tuple([z.enum(SORTS), moment.nullable(), moment, z.uuid()])

function parseKey(sort: Sort, after: string): Key {
  try {
    const [keySort, at, received, id] = key.parse(JSON.parse(Buffer.from(after, 'base64url').toString()))
    if (keySort === sort) return { at, received, id }
  } catch {
    // Not ours, as one of another order is not.
  }
  throw new Problem(
    'malformed-request',
    'Give as “after” exactly what the page before gave as “next”, with the same sort.',
  )
}
