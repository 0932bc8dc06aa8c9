// `npm run write-again -- <address>`: an address that a mail server had refused gets emails again.
import { z } from 'zod'
import { writeAgain } from '../notifications/write-again.ts'
import { byOperator, onDatabase, runCommand } from './command.ts'

const USAGE = 'npm run write-again -- <address>'

await runCommand(async given => {
  const [address, ...more] = given
  if (more.length > 0 || !z.email().safeParse(address).success)
    throw new Error(`Give one address. Usage: ${USAGE}`)
  const lifted = await onDatabase(db => db.transaction(tx => writeAgain(tx, String(address), byOperator())))
  return lifted
    ? 'Emails are sent to it again from now on. Those that were not sent meanwhile: npm run replay-delivery -- <id>'
    : 'Nothing kept emails from this address.'
})
