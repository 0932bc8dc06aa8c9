// Who gets an email: by rule, in their own language, and never who must not read the case.
import { and, arrayContains, asc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { routingFacts } from '../cases/routing-facts.ts'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { conflictsWithCase } from '../routing/conflicts/conflicts.ts'
import type { Role } from '../staff/roles.ts'
import { personColumns, withDomain } from '../staff/people.ts'
import { staff } from '../staff/tables.ts'
import type { RecipientRule } from './define-notification.ts'
import type { Facts } from './facts.ts'
import { suppressions } from './tables.ts'

export interface Recipient {
  address: string
  /** Empty when it is not known. */
  name: string
  language: Language
  /** Nothing can be sent there; the delivery is kept all the same, so that it is seen. */
  suppressed: boolean
}

type Group =
  | 'applicant'
  | 'applicant-address'
  | 'given-address'
  | 'earlier-address'
  | 'point-of-contact'
  | 'assignee'
  | 'named'
  | Role

// The first group in which somebody can be reached is told: what nobody hears of is forgotten.
const GROUPS: Readonly<Record<RecipientRule, readonly Group[]>> = {
  applicant: ['applicant'],
  'given-address': ['given-address'],
  'earlier-address': ['earlier-address'],
  'applicant-address': ['applicant-address'],
  'point-of-contact': ['point-of-contact'],
  assignee: ['assignee'],
  named: ['named'],
  'assignee-or-coordinators': ['assignee', 'coordinator', 'lead'],
  'role:coordinator': ['coordinator', 'lead'],
  'role:lead': ['lead', 'coordinator'],
}

/** Whom the rule means for this event. Who did something is neither told of it nor counted as told. Each address once. */
export async function recipientsOf(tx: Tx, rule: RecipientRule, facts: Facts): Promise<Recipient[]> {
  const recipients = new Map<string, Recipient>()
  const { actor } = facts.event
  for (const group of GROUPS[rule]) {
    const everybody = await peopleIn(tx, group, facts)
    const people = everybody.filter(({ staffId }) => actor.kind !== 'staff' || actor.id !== staffId)
    for (const { staffId: _, ...person } of people) {
      const key = person.address.toLowerCase()
      if (!recipients.has(key)) recipients.set(key, person)
    }
    if (people.some(({ suppressed }) => !suppressed)) break
  }
  return [...recipients.values()]
}

/** Whether nothing may be sent to the address. */
export async function isSuppressed(tx: Tx, address: string): Promise<boolean> {
  const [row] = await tx
    .select({ address: suppressions.address })
    .from(suppressions)
    .where(eq(suppressions.address, address.toLowerCase()))
  return row !== undefined
}

async function peopleIn(
  tx: Tx,
  group: Group,
  { theCase, event, pointOfContactEmail }: Facts,
): Promise<(Recipient & { staffId?: string })[]> {
  const { language } = theCase
  if (group === 'applicant') {
    return theCase.erasedAt ? [] : [await outside(tx, theCase.contactEmail, theCase.contactName, language)]
  }
  if (group === 'given-address' || group === 'earlier-address') {
    const address = event.words[group === 'given-address' ? 'email' : 'emailBefore']
    return address === undefined ? [] : [await outside(tx, address, theCase.contactName, language)]
  }
  if (group === 'applicant-address') return [await outside(tx, theCase.contactEmail, '', language)]
  if (group === 'point-of-contact') {
    return pointOfContactEmail === null ? [] : [await outside(tx, pointOfContactEmail, '', language)]
  }
  const people = await tx
    .select({
      ...personColumns,
      suppressed: sql<boolean>`${suppressions.address} is not null`,
    })
    .from(staff)
    .leftJoin(suppressions, eq(suppressions.address, staff.email))
    .where(and(eq(staff.active, true), isOf(group, theCase, event)))
    .orderBy(asc(staff.id))
  const kept = await conflictsWithCase(tx, people.map(withDomain), routingFacts(theCase))
  return people
    .filter(({ staffId }) => !kept.has(staffId))
    .map(({ staffId, email, name, language: theirs, suppressed }) => ({
      staffId,
      address: email,
      name,
      language: theirs,
      suppressed,
    }))
}

function isOf(
  group: Exclude<
    Group,
    'applicant' | 'applicant-address' | 'given-address' | 'earlier-address' | 'point-of-contact'
  >,
  theCase: Facts['theCase'],
  event: Facts['event'],
): SQL | undefined {
  if (group === 'assignee') return eq(staff.id, theCase.assigneeId ?? NOBODY)
  if (group === 'named') return inArray(staff.id, namedIn(event.details))
  return arrayContains(staff.roles, [group])
}

const namedIn = ({ mentions, staffId }: Facts['event']['details']): string[] =>
  (mentions as string[] | undefined) ?? (typeof staffId === 'string' ? [staffId] : [])

const NOBODY = '00000000-0000-4000-8000-000000000000'

const outside = async (tx: Tx, address: string, name: string, language: Language): Promise<Recipient> => ({
  address,
  name,
  language,
  suppressed: await isSuppressed(tx, address),
})
