// The addresses that a case has had.
import { happened } from '../../events/happened.ts'
import type { Tx } from '../../kernel/database.ts'
import { ADDRESS_CHANGED, ADDRESS_CORRECTED } from '../events.ts'

/** After these another address is the applicant's: `words.email`; before it was `words.emailBefore`. */
export const CHANGES_ADDRESS: readonly string[] = [ADDRESS_CHANGED.type, ADDRESS_CORRECTED.type]

export interface AddressChange {
  /** Staff said that the address before was mistyped. */
  isCorrection: boolean
  /** In lower case, as all here; erased words name none. */
  email: string | undefined
  emailBefore: string | undefined
}

/** Oldest first. */
export async function addressChanges(tx: Tx, caseId: string): Promise<AddressChange[]> {
  const changes = []
  for (const type of CHANGES_ADDRESS)
    for (const change of await happened(tx, caseId, type)) changes.push({ type, ...change })
  return changes
    .toSorted((a, b) => a.position - b.position)
    .map(({ type, words }) => ({
      isCorrection: type === ADDRESS_CORRECTED.type,
      email: words?.['email']?.toLowerCase(),
      emailBefore: words?.['emailBefore']?.toLowerCase(),
    }))
}

/**
 * Those before the present one that were the applicant's own. After a correction none before it counts: it says that somebody
 * else reads what went there, and may have had the address changed once more.
 */
export function ownEarlierAddresses(changes: readonly AddressChange[]): string[] {
  const since = changes.slice(changes.findLastIndex(({ isCorrection }) => isCorrection) + 1)
  return since.flatMap(({ emailBefore }) => emailBefore ?? [])
}
