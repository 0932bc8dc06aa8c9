// The cases that have something in common with one: sent by the same applicant, by the same organisation, or much alike.
import { and, desc, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import type { State } from '../../cases/states.ts'
import { cases } from '../../cases/tables.ts'
import { likenesses } from '../tables.ts'

/** From here on, of 1, two names or two texts are alike. */
const ALIKE = { organisation: 0.5, writing: 0.5 }
const MOST = 20

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
 * its own, so that the others need not be read: of texts, the marks lead to those that trigrams then judge.
 */
export async function relatedCases(db: Db, caseId: string, visible: SQL | undefined): Promise<Related[]> {
  const [own] = await db.select().from(likenesses).where(eq(likenesses.caseId, caseId))
  if (!own) return []
  const { organisation, domain, address, writing, marks } = own
  const likeness = {
    organisation: sql<number>`similarity(${likenesses.organisation}, ${organisation})`.mapWith(Number),
    writing: sql<number>`similarity(${likenesses.writing}, ${writing})`.mapWith(Number),
  }
  const sameAddress = sql<boolean>`${likenesses.address} = ${address}`
  const sameDomain = sql<boolean>`(${likenesses.domain} = ${domain} and ${domain} <> '')`
  const ways = [
    sql`select case_id from likenesses where ${sameAddress}`,
    sql`select case_id from likenesses where ${sameDomain}`,
    sql`select case_id from likenesses where ${likenesses.organisation} % ${organisation}`,
    sql`select case_id from likenesses where ${likenesses.marks} && ${sql.param(marks)}::int[]`,
  ]
  return db.transaction(async tx => {
    // What the operator % calls alike, until the transaction ends.
    await tx.execute(
      sql`select set_config('pg_trgm.similarity_threshold', ${String(ALIKE.organisation)}, true)`,
    )
    return tx
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
        and(sql`${likenesses.caseId} in (${sql.join(ways, sql` union `)})`, ne(cases.id, caseId), visible),
      )
      .orderBy(
        desc(sql`(${sameAddress})::int + ${likeness.organisation} + ${likeness.writing}`),
        desc(cases.receivedAt),
      )
      .limit(MOST)
  })
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
