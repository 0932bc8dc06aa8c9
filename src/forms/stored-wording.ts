import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../kernel/database.ts'
import { formWordings } from './tables.ts'
import type { Wording } from './wording.ts'

// A wording is named by the hash of what it says, so what was read once stays true. There are as many as forms, versions and languages.
const known = new Map<string, Wording>()

/** The wording with this id, as it was stored when somebody first answered it. Throws where there is none. */
export async function storedWording(db: Db | Tx, id: string): Promise<Wording> {
  const wording = known.get(id) ?? (await read(db, id))
  known.set(id, wording)
  return wording
}

async function read(db: Db | Tx, id: string): Promise<Wording> {
  const [row] = await db
    .select({ wording: formWordings.wording })
    .from(formWordings)
    .where(eq(formWordings.id, id))
  if (!row) throw new Error(`There is no wording ${id} of a form.`)
  return row.wording
}
