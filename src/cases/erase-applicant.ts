import { eq } from 'drizzle-orm'
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { forgetTags } from './forget-tags.ts'
import { OPEN_STATES } from './states.ts'
import { cases } from './tables.ts'

/** Stands where an address stood: its domain can never receive mail (RFC 2606). */
export const ERASED_DOMAIN = 'erased.invalid'

const ERASED = {
  organisation: '[erased]',
  contactName: '[erased]',
  contactEmail: `erased@${ERASED_DOMAIN}`,
  organisationKey: '',
  contactDomain: ERASED_DOMAIN,
  anotherLookAskedAt: null,
  erasureAskedAt: null,
}

/**
 * Takes the applicant's name, organisation and address and all tags out of a closed case; what statistics need (form, country, region,
 * outcome) stays. Holds the case's row until the transaction ends. Returns whether it was done before.
 * Throws `not-found`, and `transition-not-allowed` for a case that is open.
 */
export async function eraseApplicant(tx: Tx, caseId: string, at: Date): Promise<{ before: boolean }> {
  const [theCase] = await tx
    .select({ reference: cases.reference, state: cases.state, erasedAt: cases.erasedAt })
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('no key update')
  if (!theCase) throw new Problem('not-found', 'There is no such case.')
  const { reference, state, erasedAt } = theCase
  if (OPEN_STATES.includes(state)) {
    throw new Problem(
      'transition-not-allowed',
      `Case ${reference} is ${state}. Close it before its personal data is erased: nobody could work on what is left.`,
    )
  }
  await tx
    .update(cases)
    .set({ ...ERASED, erasedAt: erasedAt ?? at })
    .where(eq(cases.id, caseId))
  await forgetTags(tx, caseId)
  return { before: erasedAt !== null }
}
