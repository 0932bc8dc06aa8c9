// `npm run sign-in-link -- --email …`: a link for somebody of the staff, for the first administrator or when no mail goes out.
import { z } from 'zod'
import { staffByEmail } from '../staff/join-and-leave.ts'
import { printedLink } from '../staff/sign-in/links.ts'
import { checked, onDatabase, runCommand } from './command.ts'
import { email, readOptions } from './options.ts'

const USAGE = 'npm run sign-in-link -- --email you@example.org'
const shape = z.object({ email })

await runCommand(async given => {
  const { values } = readOptions(given, Object.keys(shape.shape), USAGE)
  const wanted = checked(shape, values, USAGE)
  return onDatabase((db, _pool, { publicUrl }) =>
    db.transaction(async tx => {
      const { staffId, name } = await staffByEmail(tx, wanted.email)
      const path = await printedLink(tx, staffId)
      process.stderr.write(`For ${name}, good once and for ten minutes:\n`)
      return `${publicUrl}${path}`
    }),
  )
})
