// A made-up day with something under every heading.
import type { State } from '../../cases/states.ts'
import { DIGEST_SECTIONS, type DigestSection } from '../staff/daily-digest.ts'

const STATES: Readonly<Record<DigestSection, State>> = {
  late: 'received',
  dueSoon: 'in-review',
  recommended: 'recommended',
  unassigned: 'received',
  newlyYours: 'in-review',
}

export const digestExample = (day: string) =>
  DIGEST_SECTIONS.map((name, at) => ({
    name,
    count: String(at + 1),
    cases: [
      { reference: 'OBS-7K2M4', organisation: 'Freetown Legal Aid Network', state: STATES[name], dueOn: day },
    ],
    view: 'view=mine',
  }))
