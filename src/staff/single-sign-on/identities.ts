// Whose identity at the provider belongs to which account here. Accounts are never made this way: somebody invites first.
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { staff } from '../tables.ts'
import type { Identity } from './provider.ts'
import { oidcIdentities } from './tables.ts'

/**
 * The active person of an identity. The first time it is linked to the account with the verified address, unless that is
 * linked to somebody else at the same provider: addresses are given to new people. None for nobody here.
 */
export async function personWithIdentity(
  tx: Tx,
  { issuer, subject, email }: Identity,
  at: Date,
): Promise<string | undefined> {
  const [known] = await tx
    .select({ staffId: staff.id, active: staff.active })
    .from(oidcIdentities)
    .innerJoin(staff, eq(staff.id, oidcIdentities.staffId))
    .where(and(eq(oidcIdentities.issuer, issuer), eq(oidcIdentities.subject, subject)))
  if (known) return known.active ? known.staffId : undefined
  if (email === undefined) return undefined
  const [invited] = await tx
    .select({ staffId: staff.id })
    .from(staff)
    .where(and(eq(staff.email, email), eq(staff.active, true)))
  if (!invited) return undefined
  const { staffId } = invited
  const linked = await tx
    .insert(oidcIdentities)
    .values({ issuer, subject, staffId, linkedAt: at })
    .onConflictDoNothing()
    .returning({ staffId: oidcIdentities.staffId })
  if (linked.length === 0) return undefined
  const actor = { kind: 'staff', id: staffId } as const
  await recordOfficeEvent(tx, { type: 'single-sign-on.linked', actor, at, details: { staffId, issuer } })
  return staffId
}

/** Whoever comes with the address of this person next is linked anew. */
export async function removeIdentities(tx: Tx, staffId: string, by: By): Promise<void> {
  await tx.delete(oidcIdentities).where(eq(oidcIdentities.staffId, staffId))
  await recordOfficeEvent(tx, { type: 'single-sign-on.unlinked', ...by, details: { staffId } })
}
