import type { RosterVersion } from './jurisdiction.ts'

// Members that meet the rule of the day are invited, so they need not apply. The rule and the list change over time.

export type Invitation =
  | { invited: true; version: string; rule: string; bases: string[] }
  | { invited: false }

/** Is the member on the roster that is in force at that moment? Days turn at midnight UTC. */
export function alreadyInvited(
  versions: readonly RosterVersion[],
  jurisdictionId: string,
  on: Date,
): Invitation {
  return alreadyInvitedOn(versions, jurisdictionId, utcDayOf(on))
}

/** The same for a day written `2025-04-30`. */
export function alreadyInvitedOn(
  versions: readonly RosterVersion[],
  jurisdictionId: string,
  day: string,
): Invitation {
  const roster = rosterInForce(versions, day)
  const bases = (roster?.entries ?? [])
    .filter(({ jurisdiction }) => jurisdiction === jurisdictionId)
    .map(({ basis }) => basis)
    .toSorted()
  if (roster === undefined || bases.length === 0) return { invited: false }
  return { invited: true, version: roster.id, rule: roster.rule, bases }
}

/** The latest version that has begun by that day (`2025-04-30`); undefined before the first. */
export function rosterInForce(versions: readonly RosterVersion[], day: string): RosterVersion | undefined {
  // ISO days sort as text, and `2025-04` sorts before `2025-04-01`: a month holds from its first day.
  return versions
    .filter(({ asOf }) => asOf <= day)
    .reduce<RosterVersion | undefined>(
      (latest, version) => (latest !== undefined && latest.asOf >= version.asOf ? latest : version),
      undefined,
    )
}

/** The day of a moment, UTC, as `2025-04-30`. */
export const utcDayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
