// What became of one message, told honestly: nothing is called refused or accepted that the server did not say.

/** Where a conversation stood: `sender`, `recipient` and `data` also name the command that a reply answered. */
export const SMTP_PHASES = [
  'connect',
  'greeting',
  'sign-in',
  'envelope',
  'sender',
  'recipient',
  'data',
  'answer',
] as const
export type SmtpPhase = (typeof SMTP_PHASES)[number]

/**
 * - `accepted`: the server took responsibility for the message.
 * - `retry`: the message is certainly not with the server; try again later.
 * - `refused`: the server said 5xx to this recipient or this message; trying again gets the same answer. Only
 *   `phase: 'recipient'` speaks about the address, and `status` (RFC 3463) `5.7.…` there is about policy, not the address.
 * - `uncertain`: the whole message may have gone out, but no answer came. It may or may not be delivered.
 *
 * `message` and `response` hold no email address and at most 300 characters.
 */
export type SendOutcome =
  | { kind: 'accepted'; response: string }
  | { kind: 'retry'; phase: SmtpPhase; code?: number; message: string }
  | { kind: 'refused'; phase: SmtpPhase; code: number; status?: string; message: string }
  | { kind: 'uncertain'; message: string }

/** The conversation broke off. `reply` is the server's three-digit code where it gave one to a command of ours. */
export class SmtpFailure extends Error {
  readonly phase: SmtpPhase
  readonly reply: number | undefined

  constructor(phase: SmtpPhase, message: string, reply?: number) {
    super(message)
    this.name = 'SmtpFailure'
    this.phase = phase
    this.reply = reply
  }
}

// Replies about our session or our sign-in, not about the message: RFC 5321 (4.2.2) and RFC 4954 (6).
const ABOUT_US = [500, 502, 503, 530, 534, 535, 538]
const ABOUT_THE_MESSAGE: readonly SmtpPhase[] = ['recipient', 'data', 'answer']

export function outcomeOf(failure: SmtpFailure): SendOutcome {
  const { phase, reply } = failure
  const message = scrubbed(failure.message)
  if (reply === undefined || reply < 400 || reply > 599) {
    return phase === 'answer' ? { kind: 'uncertain', message } : { kind: 'retry', phase, message }
  }
  if (reply < 500 || ABOUT_US.includes(reply) || !ABOUT_THE_MESSAGE.includes(phase)) {
    return { kind: 'retry', phase, code: reply, message }
  }
  const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(failure.message)?.[0]
  return { kind: 'refused', phase, code: reply, ...(status === undefined ? {} : { status }), message }
}

/**
 * The outcome of a reply that the library took for a yes, which is any that begins with 2, also one that came before the
 * server had the message. `whole` says whether the final dot may have gone out by then.
 */
export function outcomeOfAnswer(response: string, whole: boolean): SendOutcome {
  const message = scrubbed(response)
  if (!whole)
    return { kind: 'retry', phase: 'data', message: 'The mail server answered before it had the message.' }
  if (!/^2\d\d(?:[ -]|$)/.test(response))
    return { kind: 'uncertain', message: `Not an answer: ${message}`.slice(0, 300) }
  return { kind: 'accepted', response: message }
}

/** The server's words without addresses, which it often repeats, on one line of at most 300 characters. */
export const scrubbed = (text: string): string =>
  text
    .slice(0, 2000)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/"[^"]*"@\S+/g, '[address]')
    .replace(/[^\s<>"'(),:;]*(?:@|%40)[^\s<>"'(),;]*/gi, '[address]')
    .trim()
    .slice(0, 300)
