import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMS } from '../../src/forms/index.ts'
import { registerWordings } from '../../src/forms/register-wordings.ts'
import { formWordings } from '../../src/forms/tables.ts'
import { wordingOf } from '../../src/forms/wording.ts'
import { databaseOn } from '../../src/kernel/database.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { testDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('every form is kept as it is worded in every language, once, however often the service starts', async () => {
  const db = databaseOn(database.pool)
  await Promise.all([registerWordings(db, FORMS), registerWordings(db, FORMS)])
  await registerWordings(db, FORMS)
  const kept = await db.select({ id: formWordings.id, wording: formWordings.wording }).from(formWordings)
  const wordings = FORMS.flatMap(form => LANGUAGES.map(language => wordingOf(form, language)))
  expect(new Map(kept.map(({ id, wording }) => [id, wording]))).toEqual(
    new Map(wordings.map(wording => [wording.id, wording])),
  )
  expect(kept).toHaveLength(wordings.length)
})
