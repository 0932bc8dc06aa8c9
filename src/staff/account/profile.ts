import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { recordOfficeEvent } from '../../events/record.ts'
import type { By } from '../by.ts'
import { staff } from '../tables.ts'

export interface Profile {
  name: string
  /** In which emails are written to the person. */
  language: Language
  timeZone: string
}

/** What a person may change about themselves, and their address, which they may not. */
export async function profileOf(db: Db, staffId: string): Promise<Profile & { email: string }> {
  const { name, email, language, timeZone } = staff
  const [found] = await db
    .select({ name, email, language, timeZone })
    .from(staff)
    .where(eq(staff.id, staffId))
  if (!found) throw new Error(`There is no person ${staffId}.`)
  return found
}

/** Whether the person wants the email of each working day that says what waits for them. */
export async function wantsDigest(db: Db, staffId: string): Promise<boolean> {
  const [found] = await db.select({ wanted: staff.dailyDigest }).from(staff).where(eq(staff.id, staffId))
  return found?.wanted ?? false
}

export async function changeDigest(tx: Tx, staffId: string, dailyDigest: boolean, by: By): Promise<void> {
  await tx.update(staff).set({ dailyDigest }).where(eq(staff.id, staffId))
  await recordOfficeEvent(tx, { type: 'staff.digest-changed', ...by, details: { staffId, dailyDigest } })
}

export async function changeProfile(tx: Tx, staffId: string, profile: Profile, by: By): Promise<void> {
  await tx.update(staff).set(profile).where(eq(staff.id, staffId))
  const { language, timeZone } = profile
  await recordOfficeEvent(tx, {
    type: 'staff.profile-changed',
    ...by,
    details: { staffId, language, timeZone },
  })
}
