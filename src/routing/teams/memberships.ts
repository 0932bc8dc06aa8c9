import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../../kernel/database.ts'
import { teamMembers } from '../tables.ts'

/** The ids of the people who work in the team. */
export async function membersOf(db: Db | Tx, teamId: string): Promise<string[]> {
  const rows = await db
    .select({ staffId: teamMembers.staffId })
    .from(teamMembers)
    .where(eq(teamMembers.teamId, teamId))
  return rows.map(row => row.staffId)
}

/** The ids of the teams that the person works in. */
export async function teamsOf(db: Db | Tx, staffId: string): Promise<string[]> {
  const rows = await db
    .select({ teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(eq(teamMembers.staffId, staffId))
  return rows.map(row => row.teamId)
}
