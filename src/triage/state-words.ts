// How the desk names a state, and how much it asks for attention.
import { STATE, type State } from '../cases/states.ts'

const MOVES: Readonly<Record<(typeof STATE)[State]['move'], string>> = {
  coordinator: 'A coordinator: first look',
  reviewer: 'The reviewer',
  applicant: 'The applicant: the clock is stopped',
  lead: 'A lead: the decision',
  'support-unit': 'The Support Unit',
  nobody: 'Nobody',
}

export const stateLabel = (state: State): string => {
  const words = state.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whose move it is; the first look at a case that was assigned is its reviewer's. */
export const moveLabel = (state: State, isAssigned: boolean): string =>
  state === 'received' && isAssigned ? 'The reviewer: first look' : MOVES[STATE[state].move]

/** A class of the style sheet. */
export function stateTone(state: State): string {
  if (state === 'awaiting-applicant') return 'warn'
  if (STATE[state].publicStatus === 'closed') return ''
  return STATE[state].move === 'support-unit' ? 'good' : ''
}
