import { expect } from 'vitest'
import type { Db } from '../../src/kernel/database.ts'
import { verifyAudit } from '../../src/reports/audit/verify-audit.ts'
import { checkInvariants } from '../../src/operations/invariants/check-invariants.ts'

/** Fails with one line for each rule of the house that the database breaks, and each fault that the audit finds. */
export async function expectInvariants(db: Db, accepted: readonly string[] = []): Promise<void> {
  const violations = await checkInvariants(db, { accepted })
  const lines = violations.map(({ rule, found }) => `${rule}: ${found}`)
  await verifyAudit(db, ({ stream, position, what }) =>
    lines.push(`stream ${stream}, position ${position}: ${what}`),
  )
  expect(lines).toEqual([])
}
