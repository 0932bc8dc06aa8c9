// The address of an inbox page: what of it is meant, and the addresses that lead on from it. Pure.
import { caseFilters, type CaseFilters } from '../case-filters.ts'

export type Raw = Readonly<Record<string, string | string[] | undefined>>
/** Names and values as they stand in an address. */
export type Pair = [string, string]

const PAGE_SIZE = 40
// Parts of the address that are not about which cases there are.
const PLACE = ['after']

export interface InboxQuery {
  filters: CaseFilters
  /** What narrows the list, as it stands in the address. */
  pairs: readonly Pair[]
  /** Whether the address has parts that say nothing, as a form sends its empty fields. */
  hasEmpty: boolean
}

/** What does not fit is left out: an address that was typed or kept for long still shows a list. */
export function inboxQuery(raw: Raw): InboxQuery {
  const given = Object.entries(raw).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): Pair => [name, one]),
  )
  const filled = given.filter(([, value]) => value !== '')
  const names = [...new Set(filled.map(([name]) => name))].filter(isFilter)
  const values = names.flatMap(name => {
    const all = filled.filter(pair => pair[0] === name).map(([, value]) => value)
    const value = all.length === 1 ? all[0] : all
    return caseFilters.shape[name].safeParse(value).success ? [[name, value] as const] : []
  })
  const hasSearch = values.some(([name]) => name === 'search')
  const filters = caseFilters.parse({
    view: hasSearch ? 'all' : 'open',
    ...Object.fromEntries(values),
    limit: PAGE_SIZE,
  })
  const pairs = values.flatMap(([name, value]) => [value ?? []].flat().map((one): Pair => [name, one]))
  return { filters, pairs, hasEmpty: given.length > filled.length }
}

/** The query of an address, whatever page of the list it led to. */
export const queryOf = (pairs: readonly Pair[]): string =>
  new URLSearchParams(pairs.filter(([name]) => !PLACE.includes(name))).toString()

/** The address with these parts replaced; null takes one out. Which page it was is forgotten unless it is given. */
export function inboxAddress(
  pairs: readonly Pair[],
  changes: Readonly<Record<string, string | null>> = {},
): string {
  const kept = pairs.filter(([name]) => !(name in changes) && !PLACE.includes(name))
  const added = Object.entries(changes).filter((pair): pair is Pair => pair[1] !== null)
  const query = new URLSearchParams([...kept, ...added]).toString()
  return query === '' ? '/desk/cases' : `/desk/cases?${query}`
}

const isFilter = (name: string): name is keyof CaseFilters => name in caseFilters.shape && name !== 'limit'
