// Finding a case by what somebody remembers of it: reference, organisation, name or address of the contact.
import { ilike, or, type SQL } from 'drizzle-orm'
import { plainName } from '../routing/same-organisation.ts'
import { cases } from '../cases/tables.ts'

/** A condition that every case fulfils in which the words stand; none for an empty search. Accents and case do not count in organisations. */
export function searchCondition(typed: string): SQL | undefined {
  const words = typed.trim()
  if (words === '') return undefined
  const organisation = plainName(words)
  return or(
    ilike(cases.reference, `${literal(words)}%`),
    organisation === '' ? undefined : ilike(cases.organisationKey, `%${literal(organisation)}%`),
    ilike(cases.contactName, `%${literal(words)}%`),
    ilike(cases.contactEmail, `%${literal(words)}%`),
  )
}

// What is a pattern to LIKE is a letter to whoever typed it.
const literal = (words: string): string => words.replace(/[\\%_]/g, '\\$&')
