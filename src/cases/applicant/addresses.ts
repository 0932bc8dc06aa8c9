// The addresses that a case has had, and the one that waits to be confirmed.
import { happened } from '../../events/happened.ts'
import type { Tx } from '../../kernel/database.ts'
import { ADDRESS_CHANGED, ADDRESS_CORRECTED, ADDRESS_GIVEN } from '../events.ts'

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

interface Event {
  id: string
  type: string
  words: Readonly<Record<string, string>> | null
}

/**
 * The new address that waits to be confirmed: the one given last, unless another has become the applicant's since. Only the link
 * that was mailed for its event confirms it: one before may be mistyped, and somebody else's. Of the case's events, oldest first.
 */
export function addressToConfirm(events: readonly Event[]): { eventId: string; email: string } | undefined {
  const last = events.findLast(({ type }) => type === ADDRESS_GIVEN.type || CHANGES_ADDRESS.includes(type))
  const email = last?.type === ADDRESS_GIVEN.type ? last.words?.['email'] : undefined
  return last && email !== undefined ? { eventId: last.id, email } : undefined
}
