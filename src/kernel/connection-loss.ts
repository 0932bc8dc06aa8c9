// Which errors say that the database is away, rather than that it refused what was asked.
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
// Classes 08 (connection) and 57P (operator intervention), 53 (out of resources), 25006 (a replica after a failover).
const SQLSTATE = /^(08|57P|53|25006)/
const MESSAGE =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|Client was closed/

// A statement that took too long, a lock that was not given, two that stood in each other's way.
const CROWD = /^(57014|55P03|40001|40P01)$/

/** Whether the error, or what caused it, means that the database cannot be reached now. */
export const isConnectionLoss = (error: unknown): boolean =>
  isCausedBy(
    error,
    (cause, code) =>
      SOCKET.has(code) ||
      SQLSTATE.test(code) ||
      (MESSAGE.test(cause.message) && cause.constructor.name !== 'DrizzleQueryError'),
  )

/** Whether the database had too much to do at once: it has changed nothing, and a little later it may go. */
export const isCrowded = (error: unknown): boolean => isCausedBy(error, (_, code) => CROWD.test(code))

function isCausedBy(error: unknown, is: (cause: Error, code: string) => boolean): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown }
    if (is(current, typeof code === 'string' ? code : '')) return true
  }
  return false
}

/** The name of the constraint that refused a write, if one did. */
export function brokenConstraint(error: unknown): string | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { constraint } = current as { constraint?: unknown }
    if (typeof constraint === 'string') return constraint
  }
  return undefined
}
