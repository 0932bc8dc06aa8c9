// Who gets an email: by rule, in their own language, and never who must not read the case.
import { and, arrayContains, asc, eq, inArray } from 'drizzle-orm'
import { routingFacts } from '../cases/routing-facts.ts'
import type { Tx } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { conflictWithCase } from '../routing/conflicts/conflicts.ts'
import type { Role } from '../staff/roles.ts'
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

interface Candidate {
  staffId?: string
  address: string
  name: string
  language: Language
}

type Group = 'applicant' | 'point-of-contact' | 'assignee' | Role

// The first group in which somebody can be reached is told: what nobody hears of is forgotten.
const GROUPS: Readonly<Record<RecipientRule, readonly Group[]>> = {
  applicant: ['applicant'],
  'point-of-contact': ['point-of-contact'],
  assignee: ['assignee'],
  'assignee-or-coordinators': ['assignee', 'coordinator', 'lead'],
  'role:coordinator': ['coordinator', 'lead'],
  'role:lead': ['lead', 'coordinator'],
}

/** Whom the rule means for this event. Who did something is not told of it. Each address once. */
export async function recipientsOf(tx: Tx, rule: RecipientRule, facts: Facts): Promise<Recipient[]> {
  const recipients = new Map<string, Recipient>()
  const { actor } = facts.event
  for (const group of GROUPS[rule]) {
    const people = await peopleIn(tx, group, facts)
    const suppressed = await suppressedAmong(tx, people)
    for (const { staffId, ...person } of people) {
      const key = person.address.toLowerCase()
      if (actor.kind === 'staff' && actor.id === staffId) continue
      if (!recipients.has(key)) recipients.set(key, { ...person, suppressed: suppressed.has(key) })
    }
    if (people.some(({ address }) => !suppressed.has(address.toLowerCase()))) break
  }
  return [...recipients.values()]
}

/** Whether nothing may be sent to the address. */
export const isSuppressed = async (tx: Tx, address: string): Promise<boolean> =>
  (await suppressedAmong(tx, [{ address }])).size > 0

async function peopleIn(tx: Tx, group: Group, { theCase, pointOfContactEmail }: Facts): Promise<Candidate[]> {
  const { language } = theCase
  if (group === 'applicant') {
    return theCase.erasedAt ? [] : [{ address: theCase.contactEmail, name: theCase.contactName, language }]
  }
  if (group === 'point-of-contact') {
    return pointOfContactEmail === null ? [] : [{ address: pointOfContactEmail, name: '', language }]
  }
  const people = await tx
    .select({ staffId: staff.id, address: staff.email, name: staff.name, language: staff.language })
    .from(staff)
    .where(
      and(
        eq(staff.active, true),
        group === 'assignee'
          ? eq(staff.id, theCase.assigneeId ?? NOBODY)
          : arrayContains(staff.roles, [group]),
      ),
    )
    .orderBy(asc(staff.id))
  const free: Candidate[] = []
  for (const person of people) {
    if (!(await conflictWithCase(tx, person.staffId, routingFacts(theCase)))) free.push(person)
  }
  return free
}

const NOBODY = '00000000-0000-4000-8000-000000000000'

async function suppressedAmong(tx: Tx, people: readonly { address: string }[]): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set()
  const addresses = people.map(({ address }) => address.toLowerCase())
  const rows = await tx
    .select({ address: suppressions.address })
    .from(suppressions)
    .where(inArray(suppressions.address, addresses))
  return new Set(rows.map(({ address }) => address))
}
