// `npm run erase -- OBS-7K2M4`: erases what an applicant sent and what was written about them.
import { z } from 'zod'
import { caseIdOf } from '../cases/opened-case.ts'
import { sweepFiles } from '../documents/sweep.ts'
import { systemClock } from '../kernel/clock.ts'
import { fileStoreOf } from '../kernel/file-store-of.ts'
import { REFERENCE_PATTERN } from '../kernel/reference.ts'
import { eraseMail } from '../inbound/forget-mail.ts'
import { eraseDeliveries } from '../notifications/erase-deliveries.ts'
import { erasePersonalData, ERASURE_REASONS } from '../submissions/erase.ts'
import { eraseLikeness } from '../triage/duplicates/likeness.ts'
import { forgetSearchesFor } from '../triage/search/forget-searches-for.ts'
import { byOperator, checked, onDatabase, runCommand } from './command.ts'
import { readOptions } from './options.ts'

const USAGE = `npm run erase -- OBS-7K2M4 [--reason ${ERASURE_REASONS.join('|')}]`

const options = z.object({
  reason: z
    .enum(ERASURE_REASONS, { error: `give one of ${ERASURE_REASONS.join(', ')}` })
    .default('person-asked'),
})

await runCommand(async given => {
  const { values, words } = readOptions(given, ['reason'], USAGE)
  const { reason: reasonCode } = checked(options, values, USAGE)
  const [reference = '', ...more] = words
  if (more.length > 0 || !REFERENCE_PATTERN.test(reference))
    throw new Error(`Give one case's reference. Usage: ${USAGE}`)
  return onDatabase(async (db, _pool, config) => {
    const told = await db.transaction(async tx => {
      const caseId = await caseIdOf(tx, reference)
      if (caseId === undefined) throw new Error(`There is no case ${reference}.`)
      // Before its words and its address are gone.
      await forgetSearchesFor(tx, caseId)
      const mails = await eraseMail(tx, caseId)
      const erased = await erasePersonalData(tx, caseId, { ...byOperator(), reasonCode })
      await eraseLikeness(tx, caseId)
      const emails = (await eraseDeliveries(tx, caseId)) + mails
      if (!erased) return `Nothing was left to erase in ${reference}.`
      return `Erased in ${reference}: the answers, the files, what people wrote on the case, the applicant, and the text of ${emails} emails. What happened and when stays.`
    })
    // Where the store is away, the workers do it.
    await sweepFiles({ db, files: fileStoreOf(config) }, systemClock.now()).catch(() => {})
    return told
  })
})
