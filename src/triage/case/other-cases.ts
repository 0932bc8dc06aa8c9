// What else there is of this applicant and this organisation, what may be the same request, and what was merged into it.
import type { SQL } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import { hasDeclared } from '../../cases/declare.ts'
import type { State } from '../../cases/states.ts'
import type { CaseRow } from '../../cases/define-step.ts'
import type { CachedReference } from '../../roster/cached-reference.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { answersOf, auditTrail } from '../case-view.ts'
import { relationsOf } from '../duplicates/relations.ts'
import { stateLabel, stateTone } from '../state-words.ts'
import { shownSections } from '../../forms/shown-answers.ts'
import { MOST_EVENTS, timeline, type TimelineEntry } from './timeline.ts'

interface Reading {
  db: Db
  reference: CachedReference
}

/** What is shown besides the case itself, as far as `visible` lets it through. */
export async function otherCases(
  reading: Reading,
  me: SignedIn,
  theCase: CaseRow,
  { visible, names }: { visible: SQL | undefined; names: ReadonlyMap<string, string> },
) {
  const relations = await relationsOf(reading.db, theCase, visible)
  return {
    mergedInto: relations.mergedInto,
    merged: await Promise.all(relations.merged.map(one => mergedCase(reading, me, one, names))),
    duplicates: relations.duplicates.map(one => ({ ...line(one), why: one.why })),
    history: relations.sameApplicant.map(line),
    organisation: relations.sameOrganisation.map(line),
  }
}

interface Line {
  reference: string
  organisation: string
  state: State
  receivedAt: Date
}

const line = ({ reference, organisation, state, receivedAt }: Line) => ({
  reference,
  organisation,
  state: stateLabel(state),
  tone: stateTone(state),
  receivedAt,
})

// What is in it is shown to who has declared for it too; to others only that it is there.
async function mergedCase(
  { db, reference }: Reading,
  me: SignedIn,
  one: CaseRow,
  names: ReadonlyMap<string, string>,
) {
  const isOpen = await hasDeclared(db, me.staffId, one.id)
  const { document } = isOpen ? await answersOf({ db, reference }, one.id) : { document: null }
  const trail = isOpen ? await auditTrail(db, one.id, { after: 0, limit: MOST_EVENTS }) : []
  return {
    reference: one.reference,
    organisation: one.organisation,
    receivedAt: one.receivedAt,
    isOpen,
    contact: isOpen ? { name: one.contactName, email: one.contactEmail } : null,
    sections: shownSections(document),
    timeline: timeline(trail, names, one.reference),
  }
}

/** All that happened on the case and on those that were merged into it, in the order of time. */
export const interleaved = (own: TimelineEntry[], merged: readonly { timeline: TimelineEntry[] }[]) =>
  [...own, ...merged.flatMap(({ timeline: theirs }) => theirs)].toSorted((one, other) =>
    one.at.localeCompare(other.at),
  )
