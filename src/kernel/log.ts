import { pino, type DestinationStream, type Logger } from 'pino'

export type Log = Logger

/**
 * The log: identifiers, never answers. An error is logged without its message where that could carry what a person sent:
 * Drizzle puts the parameters of a query into it.
 */
export const createLog = (level: string, destination?: DestinationStream): Log =>
  pino({ level, base: null, serializers: { err: safeError, error: safeError } }, destination ?? output())

// Line by line: pino's own default flushes at the end of the process, for ever when nobody reads its output any more.
const output = () => pino.destination({ fd: 1, sync: true })

/** What may be logged of an error: names, codes and the stack's places; the message only where it is our own or a system's. */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table, severity, errno, syscall } = error as Error & Record<string, unknown>
  const cause = error.cause instanceof Error ? safeError(error.cause) : undefined
  const fromDatabase = error.constructor.name === 'DrizzleQueryError' || severity !== undefined
  return {
    type: error.constructor.name,
    ...(fromDatabase ? {} : { message: error.message.slice(0, 300) }),
    ...dropUndefined({ code, constraint, table, errno, syscall, cause }),
    at: error.stack
      ?.split('\n')
      .filter(line => line.startsWith('    at '))
      .slice(0, 8)
      .map(line => line.trim()),
  }
}

const dropUndefined = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
