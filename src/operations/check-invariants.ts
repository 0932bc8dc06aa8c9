// `npm run check:invariants`: whether each application has its case, each event its work and emails, and nothing is stuck.
import { checkInvariants, RULES } from './invariants/check-invariants.ts'
import { onDatabase, runCommand } from './command.ts'
import { readOptions } from './options.ts'

const USAGE = 'npm run check:invariants [-- <references that must be there>]'

await runCommand(async given => {
  const { words: accepted } = readOptions(given, [], USAGE)
  const violations = await onDatabase(db => checkInvariants(db, { accepted }))
  if (violations.length === 0) return `All ${RULES.length} rules hold.`
  process.exitCode = 1
  return violations.map(({ rule, found }) => `BROKEN ${rule}: ${found}`).join('\n')
})
