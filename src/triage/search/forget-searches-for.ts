// What somebody searched for can name the applicant whose data is erased.
import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '../../kernel/database.ts'
import { cases } from '../../cases/tables.ts'
import { savedViews, searches } from '../tables.ts'
import { searchWords } from './search-words.ts'

/** Shorter ones are beginnings of too much. */
const SHORTEST = 3

/**
 * Deletes every search, and every saved view with one, in which a word of the applicant's name or address stands or is begun;
 * to be called while the case still has them. One too many is typed again.
 */
export async function forgetSearchesFor(tx: Tx, caseId: string): Promise<void> {
  const { contactName: name, contactEmail: email, erasedAt } = cases
  const [theCase] = await tx.select({ name, email, erasedAt }).from(cases).where(eq(cases.id, caseId))
  if (!theCase || theCase.erasedAt !== null) return
  const [mailbox = ''] = theCase.email.split('@')
  const personal = searchWords(`${theCase.name} ${mailbox}`).filter(word => word.length >= SHORTEST)
  if (personal.length === 0) return
  const kept = await tx.select({ id: searches.id, text: searches.text }).from(searches)
  const named = kept.filter(({ text }) => names(searchWords(text), personal)).map(({ id }) => id)
  if (named.length === 0) return
  await tx.delete(savedViews).where(inArray(savedViews.searchId, named))
  await tx.delete(searches).where(inArray(searches.id, named))
}

const names = (typed: readonly string[], personal: readonly string[]): boolean =>
  typed.some(
    word => word.length >= SHORTEST && personal.some(own => own.startsWith(word) || word.startsWith(own)),
  )
