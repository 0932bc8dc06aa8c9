// Who must not, or cannot, be given a case. A conflict weighs more than a full desk, so it is the reason that is told.
import type { Candidate } from './decision.ts'
import type { CaseFacts } from './facts.ts'
import { sameName, underDomain } from './same-organisation.ts'
import type { Absence, Conflict, Reviewer } from './snapshot-shape.ts'

type Excluded = NonNullable<Candidate['excluded']>

type Interests = Pick<Reviewer, 'country' | 'organisation' | 'emailDomain'>

/** What is known of one reviewer: their own conflicts and absences, and the cases open with them. */
export interface Situation {
  reviewer: Reviewer
  conflicts: readonly Conflict[]
  absences: readonly Absence[]
  open: number
}

/** The weightiest reason why the reviewer cannot have the case; none where they can. `today` is `YYYY-MM-DD`. */
export const exclusion = (situation: Situation, facts: CaseFacts, today: string): Excluded | undefined =>
  conflictOfInterest(situation, facts) ?? absent(situation, today) ?? fullDesk(situation)

/** Why the person must keep away from the case altogether; none where they need not. */
export const conflictOfInterest = (
  interests: Pick<Situation, 'conflicts'> & { reviewer: Interests },
  facts: CaseFacts,
): Excluded | undefined =>
  declaredConflict(interests.conflicts, facts) ??
  ownCountry(interests.reviewer, facts) ??
  ownOrganisation(interests.reviewer, facts)

function declaredConflict(conflicts: readonly Conflict[], facts: CaseFacts): Excluded | undefined {
  const [detail] = conflicts
    .filter(conflict => concerns(conflict, facts))
    .map(({ kind, value }) => (kind === 'organisation' ? kind : `${kind}:${value}`))
    .toSorted()
  return detail === undefined ? undefined : { reason: 'declared-conflict', detail }
}

function concerns({ kind, value }: Conflict, facts: CaseFacts): boolean {
  switch (kind) {
    case 'country':
      return sameCode(value, facts.country)
    case 'jurisdiction':
      return value === facts.jurisdiction
    case 'organisation':
      return sameName(value, facts.organisation) || underDomain(facts.contactEmailDomain, value)
    case 'case':
      return value === facts.caseId
  }
}

const ownCountry = ({ country }: Interests, facts: CaseFacts): Excluded | undefined =>
  country !== null && sameCode(country, facts.country)
    ? { reason: 'own-country', detail: country }
    : undefined

function ownOrganisation({ organisation, emailDomain }: Interests, facts: CaseFacts): Excluded | undefined {
  const isTheirs =
    (organisation !== null && sameName(organisation, facts.organisation)) ||
    (emailDomain !== null && underDomain(facts.contactEmailDomain, emailDomain))
  return isTheirs ? { reason: 'own-organisation', detail: '' } : undefined
}

function absent({ absences }: Situation, today: string): Excluded | undefined {
  const lastDay = absences
    .filter(({ from, to }) => from <= today && today <= to)
    .map(({ to }) => to)
    .toSorted()
    .at(-1)
  return lastDay === undefined ? undefined : { reason: 'absent', detail: lastDay }
}

// Capacity is a ceiling: a case in the triage queue is seen by coordinators within the hour, one on a full desk is not.
function fullDesk({ reviewer: { capacity }, open }: Situation): Excluded | undefined {
  if (capacity === 0) return { reason: 'no-capacity', detail: `${open}/0` }
  return open >= capacity ? { reason: 'at-capacity', detail: `${open}/${capacity}` } : undefined
}

const sameCode = (one: string, other: string | null) => one.toUpperCase() === other?.toUpperCase()
