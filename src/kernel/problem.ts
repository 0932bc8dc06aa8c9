// The one catalogue of expected failures. Codes are stable and public; the status is decided here and nowhere else.
const STATUS = {
  'malformed-request': 400,
  'malformed-json': 400,
  'malformed-idempotency-key': 400,
  'not-signed-in': 401,
  'not-permitted': 403,
  'declaration-needed': 403,
  'not-found': 404,
  'request-timeout': 408,
  'idempotency-key-in-progress': 409,
  'transition-not-allowed': 409,
  'changed-meanwhile': 409,
  'second-person-needed': 409,
  'document-held-back': 409,
  'already-exists': 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-fields': 422,
  'idempotency-key-reused': 422,
  'too-many-requests': 429,
  'proof-needed': 429,
  'headers-too-large': 431,
  'unexpected-error': 500,
  'temporarily-unavailable': 503,
} as const

export type ProblemCode = keyof typeof STATUS

/** One wrong field: `pointer` is a JSON pointer (RFC 6901) into the body, `code` is stable, `message` says the remedy. */
export interface FieldError {
  pointer: string
  code: string
  message: string
}

interface Extra {
  errors?: FieldError[]
  retryAfterSeconds?: number
  /** Further members of the problem document. */
  more?: Readonly<Record<string, unknown>>
  cause?: unknown
}

/**
 * An expected failure. `message` is for the person: what is wrong and what to do about it.
 * It becomes an RFC 9457 problem document, or an error page, at the edge (`web/problem-document.ts`) only.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly errors: FieldError[] | undefined
  readonly retryAfterSeconds: number | undefined
  readonly more: Readonly<Record<string, unknown>> | undefined

  constructor(code: ProblemCode, message: string, extra: Extra = {}) {
    super(message, { cause: extra.cause })
    this.name = 'Problem'
    this.code = code
    this.errors = extra.errors
    this.retryAfterSeconds = extra.retryAfterSeconds
    this.more = extra.more
  }

  get status(): number {
    return STATUS[this.code]
  }
}
