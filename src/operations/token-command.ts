// `npm run token -- --email …`: a personal API token for somebody of the staff, shown once.
import { z } from 'zod'
import { createToken } from '../staff/api-tokens.ts'
import { staffByEmail } from '../staff/join-and-leave.ts'
import { byOperator, checked, onDatabase, runCommand } from './command.ts'
import { email, name, readOptions, roles, wholeNumber } from './options.ts'

const USAGE = 'npm run token -- --email you@example.org [--name laptop] [--roles lead,reviewer] [--days 30]'
const DAY_MS = 86_400_000
const shape = z.object({
  email,
  name: name.default('made by the operator'),
  roles: roles.optional(),
  days: wholeNumber(1, 366).default(30),
})

await runCommand(async given => {
  const { values } = readOptions(given, Object.keys(shape.shape), USAGE)
  const wanted = checked(shape, values, USAGE)
  return onDatabase(db =>
    db.transaction(async tx => {
      const by = byOperator()
      const person = await staffByEmail(tx, wanted.email)
      const asked = wanted.roles ?? person.roles
      const expiresAt = new Date(by.at.getTime() + wanted.days * DAY_MS)
      const { staffId, roles: within } = person
      const { token } = await createToken(tx, {
        staffId,
        within,
        name: wanted.name,
        roles: asked,
        expiresAt,
        ...by,
      })
      const until = expiresAt.toISOString().slice(0, 10)
      // The token alone goes to standard output, so that a script can take it.
      process.stderr.write(
        `For ${person.name} (${asked.join(', ')}), in force until ${until}, shown this once:\n`,
      )
      return token
    }),
  )
})
