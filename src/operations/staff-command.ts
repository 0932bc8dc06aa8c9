// `npm run staff -- add|list|suspend`: who works here.
import { z } from 'zod'
import { leaveCases } from '../cases/leave-cases.ts'
import countries from '../kernel/countries.json' with { type: 'json' }
import { LANGUAGES } from '../kernel/languages.ts'
import { words } from '../kernel/words.ts'
import { setTeamMember } from '../routing/teams/teams.ts'
import { joinStaff, staffList, suspendStaff } from '../staff/join-and-leave.ts'
import { byOperator, checked, onDatabase, runCommand } from './command.ts'
import { email, name, readOptions, roles, wholeNumber } from './options.ts'

const USAGE =
  'npm run staff -- add --email … --name … --roles reviewer [--language en] [--country FR] [--organisation …] [--team europe --capacity 20] | list | suspend --email …'
const adding = z.object({
  email,
  name,
  roles,
  language: z.enum(LANGUAGES, { error: `give one of ${LANGUAGES.join(', ')}` }).default('en'),
  country: z
    .string()
    .refine(code => countries.some(country => country.code === code), 'give an ISO 3166 code such as FR')
    .optional(),
  organisation: words(200).optional(),
  team: z.string().optional(),
  capacity: wholeNumber(0, 1000).default(20),
})
const suspending = z.object({ email })

const COMMANDS: Readonly<Record<string, (values: object) => Promise<string>>> = { add, list, suspend }

await runCommand(async given => {
  const { values, words: said } = readOptions(given, Object.keys(adding.shape), USAGE)
  const command = COMMANDS[said.join(' ')]
  if (!command) throw new Error(`Say what to do. Usage: ${USAGE}`)
  return command(values)
})

async function add(values: object): Promise<string> {
  const { team, capacity, country = null, organisation = null, ...person } = checked(adding, values, USAGE)
  return onDatabase((db, _pool, { timeZone }) =>
    db.transaction(async tx => {
      const by = byOperator()
      const staffId = await joinStaff(tx, { ...person, country, organisation, timeZone }, by)
      if (team !== undefined) await setTeamMember(tx, { teamId: team, staffId, capacity }, by)
      return `${person.name} works here now, as ${person.roles.join(', ')}. Next: npm run token -- --email ${person.email}`
    }),
  )
}

function list(): Promise<string> {
  return onDatabase(async db => {
    const people = await staffList(db)
    if (people.length === 0) return 'Nobody works here yet. See "npm run staff -- add".'
    return people
      .map(({ name: who, email: address, roles: held, active }) =>
        [who.padEnd(24), address.padEnd(36), held.join(', '), active ? '' : '(suspended)']
          .join('  ')
          .trimEnd(),
      )
      .join('\n')
  })
}

async function suspend(values: object): Promise<string> {
  const { email: address } = checked(suspending, values, USAGE)
  const left = await onDatabase(db =>
    db.transaction(tx => suspendStaff(tx, { email: address, leaveCases, by: byOperator() })),
  )
  return `${address} gets no more cases and has no way in. Open cases that are being routed again: ${left}.`
}
