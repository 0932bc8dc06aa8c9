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

/** Whether the error, or what caused it, means that the database cannot be reached now. */
export function isConnectionLoss(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as { code?: unknown }
    if (typeof code === 'string' && (SOCKET.has(code) || SQLSTATE.test(code))) return true
    if (MESSAGE.test(current.message) && current.constructor.name !== 'DrizzleQueryError') return true
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
