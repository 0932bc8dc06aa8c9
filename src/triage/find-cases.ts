// The list for who looks for something: what was typed is taken at its word first, then for a slip of the keyboard.
import type { SQL } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import type { CaseFilters } from './case-filters.ts'
import { caseList } from './case-list.ts'
import type { Viewer } from './inbox-views.ts'
import { keptSearch } from './search/kept-searches.ts'
import {
  hasReference,
  hasWords,
  meantReference,
  nearReferences,
  typedWords,
  type Found,
} from './search/search-condition.ts'
import { similarWords } from './search/similar-words.ts'

export type CasePage = Awaited<ReturnType<typeof caseList>>

export interface Search {
  typed: string
  /** Whether it stands in the cases as it was typed, or only what is spelled like it. */
  exactly: boolean
}

interface Finding {
  db: Db
  visible: SQL | undefined
  viewer: Viewer
}

/**
 * One page of the cases that fit the filters, and what was searched for. Throws `malformed-request` for an `after` that is
 * not ours and `not-found` for a search that is not kept any more.
 */
export async function findCases(
  { db, visible, viewer }: Finding,
  filters: CaseFilters,
): Promise<CasePage & { search: Search | null }> {
  const page = (of: CaseFilters, found?: Found) => caseList(db, visible, viewer, of, found)
  if (filters.search === undefined) return { ...(await page(filters)), search: null }
  const typed = await keptSearch(db, filters.search)
  if (typed === undefined) throw new Problem('not-found', 'This search is no longer kept. Search again.')

  const { after: _, ...fromTheStart } = filters
  let first: CasePage = { items: [], next: null }
  for (const { exactly, condition } of readings(db, viewer.staffId, typed)) {
    const found = await condition()
    if (!found) continue
    first = await page({ ...fromTheStart, ...(filters.after !== undefined && { limit: 1 }) }, found)
    if (first.items.length === 0) continue
    const search = { typed, exactly }
    return { ...(filters.after === undefined ? first : await page(filters, found)), search }
  }
  return { ...first, search: { typed, exactly: true } }
}

interface Reading {
  exactly: boolean
  condition: () => Promise<Found | undefined> | Found | undefined
}

// In the order in which they are tried: the first by which anything is found is meant.
function readings(db: Db, staffId: string, typed: string): Reading[] {
  const reference = meantReference(typed)
  const words = typedWords(typed)
  return [
    { exactly: true, condition: () => (reference && hasReference([reference])) || undefined },
    {
      exactly: true,
      condition: () =>
        words.length > 0
          ? hasWords(
              db,
              staffId,
              words.map(word => [word]),
              { begun: true },
            )
          : undefined,
    },
    { exactly: false, condition: () => (reference && hasReference(nearReferences(reference))) || undefined },
    {
      exactly: false,
      condition: async () =>
        words.length > 0 ? hasWords(db, staffId, await similarWords(db, words), { begun: false }) : undefined,
    },
  ]
}
