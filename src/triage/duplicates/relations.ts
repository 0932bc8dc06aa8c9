// What a case has to do with others, for the API and the page alike.
import type { SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import type { CaseRow } from '../../cases/define-step.ts'
import { mergedInto, originalOf } from './merged-cases.ts'
import { relatedCases, whyDuplicate } from './related-cases.ts'

/** From here on, of 1, two names are taken for one organisation’s. */
const SAME_NAME = 0.8

/** As far as `visible` lets it through. `merged` are whole rows: what of them is shown is for the caller to judge. */
export async function relationsOf(db: Db, theCase: CaseRow, visible: SQL | undefined) {
  const [related, merged, original] = await Promise.all([
    relatedCases(db, theCase.id, visible),
    mergedInto(db, theCase.id, visible),
    originalOf(db, theCase, visible),
  ])
  const ids = new Set(merged.map(({ id }) => id))
  const separate = related.filter(({ id, reference }) => !ids.has(id) && reference !== original)
  return {
    mergedInto: original,
    merged,
    duplicates: separate
      .map(one => ({ ...one, why: whyDuplicate(one, theCase.form) }))
      .filter(({ why }) => why.length > 0),
    sameApplicant: separate.filter(one => one.sameAddress),
    sameOrganisation: separate.filter(
      one => !one.sameAddress && (one.sameDomain || one.organisationLikeness >= SAME_NAME),
    ),
  }
}
