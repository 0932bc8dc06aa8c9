// What a case is found by and compared by follows its contact, as at its arrival.
import type { Tx } from '../kernel/database.ts'
import { CHANGES_ADDRESS } from '../cases/applicant/addresses.ts'
import { CONTACT_CORRECTED } from '../cases/events.ts'
import { refreshLikeness } from './duplicates/likeness.ts'
import { indexAgain } from './search/index-cases.ts'

const CHANGES_CONTACT: readonly string[] = [...CHANGES_ADDRESS, CONTACT_CORRECTED.type]

/** After an event of this type on the case. */
export async function followContact(tx: Tx, caseId: string, type: string): Promise<void> {
  if (!CHANGES_CONTACT.includes(type)) return
  await refreshLikeness(tx, caseId)
  await indexAgain(tx, caseId)
}
