/** How long each part of the conversation may take, in milliseconds on the wall clock. A server cannot stretch one by dribbling. */
export interface SmtpLimits {
  /** Name look-up, TCP and, for smtps, TLS. */
  connect: number
  /** Greeting, EHLO and STARTTLS. */
  greeting: number
  /** Signing in; and again sender, recipient and DATA, which go out together where the server can pipeline. */
  command: number
  /** From the server's 354 until everything but the final dot is out; includes recording that it began. */
  data: number
  /** From the final dot to the answer. RFC 5321 (4.5.3.2.6) advises ten minutes; less makes more `uncertain` outcomes. */
  answer: number
}

// Short enough that a worker's lease need not be long, which is what a crashed worker's mail waits for.
export const SMTP_LIMITS: SmtpLimits = {
  connect: 10_000,
  greeting: 15_000,
  command: 15_000,
  data: 30_000,
  answer: 60_000,
}

/**
 * The longest that one `send` can take, in milliseconds: a lease on a delivery must outlast it. A kept session can fail
 * late in its envelope, after which everything happens once more on a fresh one.
 */
export const longestSend = (limits: SmtpLimits): number =>
  limits.connect + limits.greeting + 3 * limits.command + limits.data + limits.answer
