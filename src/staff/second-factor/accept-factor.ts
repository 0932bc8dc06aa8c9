import type { Tx } from '../../kernel/database.ts'
import { acceptCode } from './authenticator.ts'
import { acceptRecoveryCode } from './recovery-codes.ts'

/** Takes what somebody typed as a code of their app, or as a recovery code. None when it is neither. */
export async function acceptFactor(
  tx: Tx,
  given: { staffId: string; code: string; at: Date },
): Promise<'code' | 'recovery-code' | undefined> {
  if (await acceptCode(tx, given)) return 'code'
  return (await acceptRecoveryCode(tx, given.staffId, given.code)) ? 'recovery-code' : undefined
}
