import { eq } from 'drizzle-orm'
import { recordOfficeEvent } from '../events/record.ts'
import type { Actor } from '../events/define-event.ts'
import type { Tx } from '../kernel/database.ts'
import { suppressions } from './tables.ts'

/** Lets emails be sent to an address again that a mail server had refused. Returns whether there was something to let. */
export async function writeAgain(tx: Tx, address: string, by: { actor: Actor; at: Date }): Promise<boolean> {
  const [lifted] = await tx
    .delete(suppressions)
    .where(eq(suppressions.address, address.toLowerCase()))
    .returning({ deliveryId: suppressions.deliveryId, reason: suppressions.reason })
  if (!lifted) return false
  await recordOfficeEvent(tx, { type: 'email.address-reopened', ...by, details: lifted })
  return true
}
