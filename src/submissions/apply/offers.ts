// What the pick-lists of a page offer, in its language and in the language's order.
import countries from '../../kernel/countries.json' with { type: 'json' }
import type { Language } from '../../kernel/languages.ts'
import type { Offer } from '../../forms/paging/offers-of.ts'
import type { Jurisdiction } from '../../roster/jurisdiction.ts'
import { countryName, jurisdictionName } from '../../roster/names.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'

export type PickList = 'country' | 'jurisdiction' | 'time-zone'

/** Names and values of all countries, members or time zones. The lists are made once for each language and state of the roster. */
export const offersFor =
  (snapshot: ReferenceSnapshot, language: Language) =>
  (list: PickList): readonly Offer[] => {
    if (list === 'time-zone') return timeZones()
    return list === 'country' ? countriesIn(language) : membersIn(snapshot.jurisdictions(), language)
  }

let zones: readonly Offer[] | undefined
const timeZones = (): readonly Offer[] =>
  (zones ??= [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map(zone => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  })))

const countryOffers = new Map<Language, readonly Offer[]>()

function countriesIn(language: Language): readonly Offer[] {
  const known = countryOffers.get(language)
  if (known) return known
  const made = sorted(
    countries.map(({ code }) => ({ value: code, label: countryName(code, language) })),
    language,
  )
  countryOffers.set(language, made)
  return made
}

const memberOffers = new WeakMap<readonly Jurisdiction[], Map<Language, readonly Offer[]>>()

function membersIn(members: readonly Jurisdiction[], language: Language): readonly Offer[] {
  const inLanguages = memberOffers.get(members) ?? new Map<Language, readonly Offer[]>()
  memberOffers.set(members, inLanguages)
  const made =
    inLanguages.get(language) ??
    sorted(
      members.map(member => ({ value: member.id, label: jurisdictionName(member, language) })),
      language,
    )
  inLanguages.set(language, made)
  return made
}

function sorted(offers: Offer[], language: Language): Offer[] {
  const { compare } = new Intl.Collator(language)
  return offers.toSorted((a, b) => compare(a.label, b.label))
}
