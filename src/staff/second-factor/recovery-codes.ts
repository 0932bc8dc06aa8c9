// Codes to keep on paper, for when the app is lost. Each opens once; new ones make all before them worthless.
import { and, count, eq, isNull, sql } from 'drizzle-orm'
import { randomBytes } from 'node:crypto'
import type { Db, Tx } from '../../kernel/database.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { hashOf } from '../secret.ts'
import { recoveryCodes } from '../tables.ts'

const CODES = 10
// Crockford's base 32 in lower case: nothing that looks like something else.
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Ten new codes such as `7k2m-94tq-x3vd-0hpw`, to be shown this once. */
export async function newRecoveryCodes(tx: Tx, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode)
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.staffId, staffId))
  await tx.insert(recoveryCodes).values(codes.map(code => ({ staffId, codeHash: hashOf(plain(code)) })))
  return codes
}

/** The same for who asks for them, with the event that says so. */
export async function renewRecoveryCodes(tx: Tx, staffId: string, by: By): Promise<string[]> {
  await recordOfficeEvent(tx, { type: 'recovery-codes.renewed', ...by, details: { staffId } })
  return newRecoveryCodes(tx, staffId)
}

/** Uses a code up: of two who do so at once, one gets in. */
export async function acceptRecoveryCode(tx: Tx, staffId: string, code: string): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(recoveryCodes.staffId, staffId),
        eq(recoveryCodes.codeHash, hashOf(plain(code))),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ staffId: recoveryCodes.staffId })
  return used.length > 0
}

/** Whether the person was ever given codes that are still theirs, used up or not. */
export async function hasRecoveryCodes(db: Db | Tx, staffId: string): Promise<boolean> {
  const [any] = await db
    .select({ staffId: recoveryCodes.staffId })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.staffId, staffId))
    .limit(1)
  return any !== undefined
}

/** How many are left. */
export async function recoveryCodesLeft(db: Db, staffId: string): Promise<number> {
  const [left] = await db
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.staffId, staffId), isNull(recoveryCodes.usedAt)))
  return left?.count ?? 0
}

// Sixteen characters of five bits each.
function newCode(): string {
  const characters = [...randomBytes(16)].map(byte => ALPHABET[byte % ALPHABET.length])
  return characters.join('').replaceAll(/.{4}(?!$)/g, '$&-')
}

// As it may be typed: with other dashes or none, in capitals, with O for 0.
const plain = (code: string) =>
  code.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')
