import type { State } from '../cases/states.ts'

/** Observers can be invited, and who was accepted and asked for one meeting only; `candidates.ts` asks the database the same. */
export const isInvitable = (state: State, answers: Readonly<Record<string, unknown>> | null): boolean =>
  state === 'active' || (state === 'accepted' && answers?.['participation'] === 'one-meeting')
