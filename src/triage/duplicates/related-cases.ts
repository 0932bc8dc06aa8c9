// The cases that have something in common with one: sent by the same applicant, by the same organisation, or much alike.
import { and, desc, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import type { State } from '../../cases/states.ts'
import { cases } from '../../cases/tables.ts'
import { likenesses } from '../tables.ts'
import { distinctiveWords } from './distinctive-words.ts'

/** From here on, of 1, two names or two texts are alike. */
const ALIKE = { organisation: 0.5, writing: 0.5 }
const MOST = 20
/** By each way of being alike. */
const MOST_FOUND = 20

export interface Related {
  id: string
  reference: string
  form: string
  organisation: string
  country: string | null
  state: State
  receivedAt: Date
  sameAddress: boolean
  sameDomain: boolean
  /** From 0 to 1. */
  organisationLikeness: number
  writingLikeness: number
}

/**
 * Those of the cases that `visible` lets through, the most alike first, at most 20. Each way of being alike asks an index of
 * its own, and gives a bounded number: of a ministry's domain there may be thousands.
 */
export async function relatedCases(db: Db, caseId: string, visible: SQL | undefined): Promise<Related[]> {
  const [own] = await db.select().from(likenesses).where(eq(likenesses.caseId, caseId))
  if (!own) return []
  const { organisation, domain, address, writing } = own
  const marks = sql`${sql.param(own.marks)}::int[]`
  const likeness = {
    organisation: sql<number>`similarity(${likenesses.organisation}, ${organisation})`.mapWith(Number),
    // Texts that have no mark in common are not alike, and long ones take long to compare.
    writing:
      sql<number>`case when ${likenesses.marks} && ${marks} then similarity(${likenesses.writing}, ${writing}) else 0 end`.mapWith(
        Number,
      ),
  }
  const sameAddress = sql<boolean>`${likenesses.address} = ${address}`
  const sameDomain = sql<boolean>`(${likenesses.domain} = ${domain} and ${domain} <> '')`
  // Found whole and cut then, and the marks asked for instead of told: else Postgres takes them for many, and reads all cases.
  const marked = sql`with marked as materialized (
    select case_id from likenesses where marks && (select marks from likenesses where case_id = ${caseId}))`
  const ways = [
    sql`select case_id from likenesses where ${sameAddress} limit ${MOST_FOUND}`,
    sql`select case_id from likenesses where ${sameDomain} limit ${MOST_FOUND}`,
    sql`${marked} select case_id from marked limit ${MOST_FOUND}`,
    sql`select likenesses.case_id from case_search join likenesses using (case_id)
      where listed @@ ${await distinctiveWords(db, organisation)}::tsquery and ${likeness.organisation} >= ${ALIKE.organisation}
      limit ${MOST_FOUND}`,
  ]
  return db
    .select({
      id: cases.id,
      reference: cases.reference,
      form: cases.form,
      organisation: cases.organisation,
      country: cases.country,
      state: cases.state,
      receivedAt: cases.receivedAt,
      sameAddress,
      sameDomain,
      organisationLikeness: likeness.organisation,
      writingLikeness: likeness.writing,
    })
    .from(likenesses)
    .innerJoin(cases, eq(cases.id, likenesses.caseId))
    .where(
      and(
        sql`${likenesses.caseId} in (${sql.join(
          ways.map(way => sql`(${way})`),
          sql` union `,
        )})`,
        ne(cases.id, caseId),
        visible,
      ),
    )
    .orderBy(
      desc(sql`(${sameAddress})::int + ${likeness.organisation} + ${likeness.writing}`),
      desc(cases.receivedAt),
    )
    .limit(MOST)
}

/** Why it may be the same request sent twice, as sentences; empty where it need not be: another form is another request. */
export function whyDuplicate(related: Related, form: string): string[] {
  const { organisationLikeness, writingLikeness, sameAddress, sameDomain } = related
  if (related.form !== form || related.state === 'duplicate') return []
  const alike = organisationLikeness >= ALIKE.organisation
  const reasons = [
    ...(alike ? [`The organisation’s name is ${inPercent(organisationLikeness)} the same`] : []),
    ...(sameAddress ? ['The contact has the same address'] : []),
    ...(!sameAddress && sameDomain ? ['The contact’s address is at the same domain'] : []),
    ...(writingLikeness >= ALIKE.writing
      ? [`What was written is ${inPercent(writingLikeness)} the same`]
      : []),
  ]
  // One organisation may well apply twice, and colleagues share a domain: a name or a domain alone says too little.
  const strong =
    sameAddress || writingLikeness >= ALIKE.writing || (alike && sameDomain) || organisationLikeness >= 0.8
  return strong ? reasons : []
}

const inPercent = (share: number): string => `${Math.round(share * 100)}%`
