// Tells open pages of new cases. One look at the database for all of them, and only when somebody listens; what a person may
// see is asked anew for each of them every time, so a conflict of interest counts from the moment it is declared.
import { desc } from 'drizzle-orm'
import type { Db } from '../../kernel/database.ts'
import type { Log } from '../../kernel/log.ts'
import { cases } from '../../cases/tables.ts'
import { visibleTo } from '../../cases/visible-cases.ts'
import { personOf } from '../../staff/people.ts'
import { may, type Role } from '../../staff/roles.ts'
import { arrivals } from './arrivals.ts'

const LOOK_MS = 1000
/** After something new was seen, looks go on for so long: cases become visible out of order. */
const LATECOMERS_MS = 10_000
const BEAT_MS = 15_000
/** Then the browser comes back by itself, and is asked anew who it is. */
const LONGEST_MS = 240_000
/** As many pages as a person has open at once; more are not told. */
const MOST_FOR_ONE = 8

export interface Listener {
  staffId: string
  roles: readonly Role[]
  after: Date
  /** Cases after that moment which the page shows already. */
  seen: number
  tell: (chunk: string) => void
  /** Ends the stream. */
  end: () => void
}

export interface NewsDesk {
  /** Tells the listener of arrivals from now on; false when this person listens too often already. */
  listen(listener: Listener): boolean
  leave(listener: Listener): void
  close(): void
}

interface Listening extends Listener {
  since: number
  told: number
  toldAt: number
  /** What this listener was told of the database last. */
  database: 'away' | 'back'
}

export function newsDesk({ db, log }: { db: Db; log: Log }): NewsDesk {
  const listening = new Map<Listener, Listening>()
  let timer: NodeJS.Timeout | undefined
  let newest: string | undefined
  let countUntil = 0

  const later = () => {
    if (listening.size > 0) timer ??= setTimeout(() => void look(), LOOK_MS)
  }

  async function look(): Promise<void> {
    const now = performance.now()
    try {
      const [latest] = await db
        .select({ id: cases.id })
        .from(cases)
        .orderBy(desc(cases.receivedAt), desc(cases.id))
        .limit(1)
      if (latest?.id !== newest) countUntil = now + LATECOMERS_MS
      newest = latest?.id
      if (now < countUntil) for (const listener of listening.values()) await tellNews(listener, now)
      tellAll('back')
    } catch (error) {
      log.warn({ err: error }, 'arrivals could not be counted; they are counted again')
      // What came meanwhile is looked for once the database is back.
      countUntil = now + LATECOMERS_MS
      tellAll('away')
    }
    for (const listener of listening.values()) keepAlive(listener, now)
    timer = undefined
    later()
  }

  // Each once: whoever came while the database was away hears it too.
  function tellAll(state: 'away' | 'back'): void {
    for (const listener of listening.values()) {
      if (listener.database === state) continue
      listener.database = state
      listener.tell(`event: ${state}\ndata: database\n\n`)
    }
  }

  async function tellNews(listener: Listening, now: number): Promise<void> {
    const person = await personOf(db, listener.staffId)
    const roles = listener.roles.filter(role => person?.roles.includes(role))
    if (!person?.active || !may(roles, 'case.read')) return listener.end()
    const visible = await visibleTo(db, { staffId: listener.staffId, roles })
    const count = (await arrivals(db, visible, { after: listener.after })) - listener.seen
    if (count <= listener.told) return
    listener.told = count
    listener.toldAt = now
    listener.tell(`event: arrivals\ndata: ${count}\n\n`)
  }

  return {
    listen(listener) {
      const own = [...listening.values()].filter(({ staffId }) => staffId === listener.staffId)
      if (own.length >= MOST_FOR_ONE) return false
      const since = performance.now()
      listening.set(listener, { ...listener, since, told: 0, toldAt: since, database: 'back' })
      listener.tell('retry: 3000\n\n')
      countUntil = since + LATECOMERS_MS
      later()
      return true
    },
    leave: listener => void listening.delete(listener),
    close() {
      clearTimeout(timer)
      for (const listener of listening.keys()) listener.end()
      listening.clear()
    },
  }
}

function keepAlive(listener: Listening, now: number): void {
  if (now - listener.since > LONGEST_MS) return listener.end()
  if (now - listener.toldAt < BEAT_MS) return
  listener.toldAt = now
  // A comment: keeps what stands in between from hanging up.
  listener.tell(': still here\n\n')
}
