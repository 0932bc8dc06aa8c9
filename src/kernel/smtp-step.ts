import type { EventEmitter } from 'node:events'
import { SmtpFailure, type SmtpPhase } from './smtp-outcome.ts'

/** What the SMTP library's connection looks like from here. It tells of trouble by events, and of results by callback. */
export interface Conversation extends EventEmitter {
  close(): void
}

interface SmtpError extends Error {
  responseCode?: number | undefined
  command?: string | undefined
}

interface Step<T> {
  done: (error: SmtpError | null | undefined, value?: T) => void
  /** The conversation moved on within the step: failures from now on belong to `phase`, which has its own time. */
  enter: (phase: SmtpPhase, milliseconds: number) => void
}

/**
 * One step of the conversation: done, failed, hung up or out of time, whichever comes first; the rest is ignored.
 * Throws an `SmtpFailure` with the phase the step was in. When time runs out the connection is closed.
 */
export function step<T>(
  conversation: Conversation,
  phase: SmtpPhase,
  milliseconds: number,
  begin: (step: Step<T>) => void,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  let current = phase
  let over = false

  return new Promise<T | undefined>((resolve, reject) => {
    const settle = (act: () => void) => {
      if (over) return
      over = true
      clearTimeout(timer)
      conversation.off('error', failed).off('end', ended)
      act()
    }
    const failed = (error: SmtpError) => settle(() => reject(failureOf(error, current)))
    // The library says `end` before it hands over the server's last words, so those get a turn first.
    const ended = () => setImmediate(() => failed(new Error('The mail server closed the connection.')))
    const enter = (next: SmtpPhase, limit: number) => {
      if (over) return
      current = next
      clearTimeout(timer)
      timer = setTimeout(() => {
        failed(new Error('The mail server took too long.'))
        conversation.close()
      }, limit)
    }
    conversation.on('error', failed).on('end', ended)
    enter(phase, milliseconds)
    begin({ enter, done: (error, value) => (error ? failed(error) : settle(() => resolve(value))) })
  })
}

const COMMANDS: Readonly<Record<string, SmtpPhase>> = { 'MAIL FROM': 'sender', 'RCPT TO': 'recipient' }

// A code counts as a reply only where it answered a command of ours: `CONN` marks words the server said while leaving.
function failureOf(error: SmtpError, phase: SmtpPhase): SmtpFailure {
  const answered = error.command !== undefined && error.command !== 'CONN' && error.command !== 'API'
  if (!answered) return new SmtpFailure(phase, error.message)
  const command =
    COMMANDS[error.command ?? ''] ?? (error.command === 'DATA' && phase === 'envelope' ? 'data' : phase)
  return new SmtpFailure(command, error.message, error.responseCode)
}
