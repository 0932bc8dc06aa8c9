// Signed-in connections that wait for the next message, so that each need not greet, encrypt and sign in again.
const IDLE_MS = 5_000
const MOST = 5

export interface IdleSessions<S> {
  /** The session used last, which is the least likely to have been dropped. */
  take(): S | undefined
  keep(session: S): void
  forget(session: S): void
  /** Ends all of them, and every one that is kept later. */
  close(): void
}

/** Keeps up to five sessions for five seconds each, then hands them to `end`. */
export function idleSessions<S>(end: (session: S) => void): IdleSessions<S> {
  const waiting = new Map<S, NodeJS.Timeout>()
  let closed = false

  const forget = (session: S) => {
    clearTimeout(waiting.get(session))
    waiting.delete(session)
  }
  const finish = (session: S) => {
    forget(session)
    end(session)
  }
  return {
    forget,
    take() {
      const session = [...waiting.keys()].at(-1)
      if (session !== undefined) forget(session)
      return session
    },
    keep(session) {
      if (closed || waiting.size >= MOST) return end(session)
      waiting.set(session, setTimeout(() => finish(session), IDLE_MS).unref())
    },
    close() {
      closed = true
      for (const session of waiting.keys()) finish(session)
    },
  }
}
