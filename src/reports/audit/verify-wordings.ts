import { asc, eq } from 'drizzle-orm'
import type { Fault } from '../../events/verify-chain.ts'
import { formWordings } from '../../forms/tables.ts'
import { wordingId } from '../../forms/wording.ts'
import type { Tx } from '../../kernel/database.ts'

/** Compares each wording with its name, which is its hash, and with what stands beside it. Returns how many there are. */
export async function verifyWordings(tx: Tx, onFault: (fault: Fault) => void): Promise<number> {
  const names = await tx.select({ id: formWordings.id }).from(formWordings).orderBy(asc(formWordings.id))
  for (const { id } of names) {
    if (!(await isAsNamed(tx, id)))
      onFault({
        stream: null,
        position: null,
        what: `The wording ${id} was changed: it is not what its name says.`,
      })
  }
  return names.length
}

async function isAsNamed(tx: Tx, id: string): Promise<boolean> {
  const { form, version, language, wording } = formWordings
  const [row] = await tx
    .select({ form, version, language, wording })
    .from(formWordings)
    .where(eq(formWordings.id, id))
  if (!row?.wording) return false
  const { id: ownName, ...content } = row.wording
  const beside =
    content.form === row.form && content.version === row.version && content.language === row.language
  return ownName === id && wordingId(content) === id && beside
}
