import { LANGUAGES } from '../kernel/languages.ts'
import type { Db, Tx } from '../kernel/database.ts'
import type { Form } from './define-form.ts'
import { formWordings } from './tables.ts'
import { wordingOf } from './wording.ts'

/** Stores the wording of each form in every language, unless it is there already. Before submissions are taken. */
export async function registerWordings(db: Db | Tx, forms: readonly Form[]): Promise<void> {
  const rows = forms.flatMap(form =>
    LANGUAGES.map(language => {
      const wording = wordingOf(form, language)
      return { id: wording.id, form: form.name, version: form.version, language, wording }
    }),
  )
  if (rows.length > 0) await db.insert(formWordings).values(rows).onConflictDoNothing()
}
