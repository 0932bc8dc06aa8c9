import type { Readable } from 'node:stream'
import { heldMessage } from './held-message.ts'
import type { SmtpLimits } from './smtp-limits.ts'
import { outcomeOf, outcomeOfAnswer, SmtpFailure, type SendOutcome } from './smtp-outcome.ts'
import { step, type Conversation } from './smtp-step.ts'

interface Sender extends Conversation {
  send(
    envelope: { from: string; to: string },
    message: Readable,
    done: (error: Error | null, info?: { response: string }) => void,
  ): void
}

/** One message on its way to one address. */
export interface Dispatch {
  from: string
  to: string
  content: Buffer
  onDataStarted: () => Promise<void>
  /** Set as soon as the server has asked for the text. */
  started: boolean
}

/**
 * Hands one message over on a signed-in connection. Unless the outcome is `accepted`, the connection is closed.
 * Rejects with what `onDataStarted` rejected with, and settles only after that has.
 */
export async function deliver(
  connection: Sender,
  dispatch: Dispatch,
  limits: SmtpLimits,
): Promise<SendOutcome> {
  let recorded: Promise<void> | undefined
  let whole = false
  let outcome: SendOutcome
  try {
    const info = await step<{ response: string }>(
      connection,
      'envelope',
      limits.command,
      ({ done, enter }) => {
        const message = heldMessage(dispatch.content, {
          dataStarted() {
            dispatch.started = true
            recorded = dispatch.onDataStarted()
            return recorded
          },
          enter(phase) {
            whole ||= phase === 'answer'
            enter(phase, limits[phase])
          },
        })
        connection.send({ from: dispatch.from, to: dispatch.to }, message, done)
      },
    )
    outcome = outcomeOfAnswer(info?.response ?? '', whole)
  } catch (error) {
    connection.close()
    if (!(error instanceof SmtpFailure)) throw error
    outcome = outcomeOf(error)
  }
  if (outcome.kind !== 'accepted') connection.close()
  await recorded
  return outcome
}
