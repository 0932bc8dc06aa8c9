// Whether the service can do its work now: what an alarm or a roll-out asks. A load balancer asks /health instead, for
// applications are taken in and kept while the queues or the mail server are away.
import type pg from 'pg'
import { sharedAnswer, within } from '../kernel/shared-answer.ts'
import { backlog, mostOverdue, type Backlog } from './backlog.ts'

export interface Check {
  ok: boolean
  /** What was seen: a code or a sentence of ours, never an address or a password. */
  detail: string
  /** How long past its time the most overdue row is, and how long it may be. */
  overdueSeconds?: number
  limitSeconds?: number
}

export interface Readiness {
  ready: boolean
  checks: { database: Check; queue: Check; outbox: Check; deliveries: Check }
}

interface Dependencies {
  pool: pg.Pool
  queues: { backend: string; ping: () => Promise<void> }
  limits?: { outboxSeconds: number; deliverySeconds: number }
}

// An outbox row is due at once and waits for milliseconds; deliveries wait for each other's turn at a domain.
const LIMITS = { outboxSeconds: 120, deliverySeconds: 900 }
// Less than what an orchestrator usually waits, with room for the answer to travel.
const PATIENCE_MS = 1400
const SHARED_MS = 1000

/** Asks all dependencies at once; answers within 1.5 seconds. Whoever asks in the same second gets the same answer. */
export function readinessOf({ pool, queues, limits = LIMITS }: Dependencies): () => Promise<Readiness> {
  return sharedAnswer(SHARED_MS, async () => {
    const [waiting, pinged] = await Promise.allSettled([
      within(PATIENCE_MS, backlog(pool, PATIENCE_MS)),
      within(PATIENCE_MS, queues.ping()),
    ])
    const checks = {
      database: answered(waiting, 'PostgreSQL'),
      queue: answered(pinged, `The queues' ${queues.backend}`),
      outbox: onTime(waiting, limits.outboxSeconds, found => mostOverdue(found.outbox)),
      deliveries: onTime(waiting, limits.deliverySeconds, found => mostOverdue(found.deliveries)),
    }
    return { ready: Object.values(checks).every(({ ok }) => ok), checks }
  })
}

function answered(result: PromiseSettledResult<unknown>, who: string): Check {
  if (result.status === 'fulfilled') return { ok: true, detail: `${who} answers.` }
  return { ok: false, detail: `${who} does not answer${codeOf(result.reason)}.` }
}

function onTime(
  result: PromiseSettledResult<Backlog>,
  limitSeconds: number,
  overdueOf: (found: Backlog) => number,
): Check {
  if (result.status === 'rejected')
    return { ok: false, detail: 'Unknown while PostgreSQL does not answer.', limitSeconds }
  const overdueSeconds = Math.round(overdueOf(result.value))
  const ok = overdueSeconds <= limitSeconds
  const detail = ok
    ? 'Nothing waits too long.'
    : 'Work waits too long: see that workers run and what they log.'
  return { ok, detail, overdueSeconds, limitSeconds }
}

// Codes are safe to show; messages may hold a host, a user or a path.
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[A-Z0-9_]{2,30}$/.test(code) ? ` (${code})` : ''
}
