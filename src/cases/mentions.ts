// People who are named in a note as @Name: they are told, if they may see the case.
import type { Tx } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { activeStaff, type StaffMember } from '../staff/people.ts'
import type { cases } from './tables.ts'
import { whoMaySee } from './who-may-see.ts'

type Named = Pick<StaffMember, 'staffId' | 'name'>

/**
 * Whom the text names after an @, as their whole name is written; case does not count. Of two names that begin alike the
 * longer one is meant. An @ inside a word, as in an address, names nobody.
 */
function mentioned<Person extends Named>(text: string, people: readonly Person[]): Person[] {
  const found = new Set<Person>()
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length)
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}._-])@(?=\p{L})/gu)) {
    const rest = text.slice(index + 1).toLowerCase()
    const person = longestFirst.find(({ name }) => startsWithName(rest, name.toLowerCase()))
    if (person) found.add(person)
  }
  return [...found]
}

const startsWithName = (text: string, name: string): boolean =>
  text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))

/** The ids of those who are mentioned. Throws `invalid-fields` when somebody among them may not see the case. */
export async function mentionsIn(
  tx: Tx,
  theCase: typeof cases.$inferSelect,
  note: string,
): Promise<string[]> {
  if (!note.includes('@')) return []
  const people = mentioned(note, await activeStaff(tx))
  const free = new Set((await whoMaySee(tx, theCase)).map(({ staffId }) => staffId))
  const outside = people.find(({ staffId }) => !free.has(staffId))
  if (outside) {
    const message = `${outside.name} may not see this case, so they cannot be told of it. Take the mention out.`
    throw new Problem('invalid-fields', message, {
      errors: [{ pointer: '/note', code: 'may-not-see', message }],
    })
  }
  return people.map(({ staffId }) => staffId)
}
