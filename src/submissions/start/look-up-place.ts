// Who somebody means by the name of a place, and whether they are invited anyway. A local member is found by its own name only.
import type { Language } from '../../kernel/languages.ts'
import countries from '../../kernel/countries.json' with { type: 'json' }
import { alreadyInvited } from '../../roster/already-invited.ts'
import { findJurisdictions, matchJurisdiction } from '../../roster/find-jurisdiction.ts'
import type { Jurisdiction, RosterVersion } from '../../roster/jurisdiction.ts'
import { countryNames, jurisdictionName } from '../../roster/names.ts'
import { squeezed } from '../../roster/plain-words.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'

const MOST_SUGGESTIONS = 5

export type Place =
  | { kind: 'invited'; id: string; name: string; country: string; isLocal: boolean; version: RosterVersion }
  | { kind: 'member'; id: string; name: string; country: string; isLocal: boolean }
  /** No member's name: those that it may mean, and the country that it is, if it is one. */
  | {
      kind: 'unknown'
      typed: string
      country: string | undefined
      suggestions: { id: string; name: string }[]
    }

/** What is known of a typed name, or of a member's id that was chosen from the suggestions. */
export function lookUpPlace(
  snapshot: ReferenceSnapshot,
  typed: string,
  { language, now }: { language: Language; now: Date },
): Place {
  const member =
    snapshot.jurisdiction(typed) ??
    matchJurisdiction(snapshot, typed, 'national') ??
    matchJurisdiction(snapshot, typed)
  if (member) return memberPlace(snapshot, member, language, now)
  return {
    kind: 'unknown',
    typed,
    country: countryCalled(typed),
    suggestions: findJurisdictions(snapshot, typed, MOST_SUGGESTIONS).map(found => ({
      id: found.id,
      name: jurisdictionName(found, language),
    })),
  }
}

function memberPlace(
  snapshot: ReferenceSnapshot,
  member: Jurisdiction,
  language: Language,
  now: Date,
): Place {
  const invitation = alreadyInvited(snapshot.rosterVersions(), member.id, now)
  const version = invitation.invited
    ? snapshot.rosterVersions().find(({ id }) => id === invitation.version)
    : undefined
  const known = {
    id: member.id,
    name: jurisdictionName(member, language),
    country: member.country,
    isLocal: member.level === 'local',
  }
  return version ? { kind: 'invited', ...known, version } : { kind: 'member', ...known }
}

const byName = new Map(
  countries.flatMap(({ code }) => countryNames(code).map(name => [squeezed(name), code] as const)),
)

/** The country that goes by the name in any of our languages. */
const countryCalled = (typed: string): string | undefined => byName.get(squeezed(typed))
