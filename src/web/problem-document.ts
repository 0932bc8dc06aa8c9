// The edge at which every error becomes an RFC 9457 problem document. Nothing inside knows HTTP.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { isConnectionLoss, isCrowded } from '../kernel/connection-loss.ts'
import { acceptedLanguage, type Language } from '../kernel/languages.ts'
import { Problem, type FieldError } from '../kernel/problem.ts'
import { PROBLEM_TITLES } from './problem-titles.ts'
import { remedyFor } from './site/problem-remedies.ts'
import { sendSitePage, siteLanguage } from './site/site-page.ts'
import { sendPage, wantsPage } from './views.ts'

/** The document: `type` is stable, `title` and `errors` are in the reader's language, `detail` says what to do. */
export const problemDocument = (problem: Problem, language: Language) => ({
  type: `urn:problem:${problem.code}`,
  title: PROBLEM_TITLES[problem.code][language],
  status: problem.status,
  code: problem.code,
  detail: problem.message,
  ...(problem.errors && { errors: problem.errors }),
  ...problem.more,
})

/** Answers every error of the routes with a problem document; what was not expected is logged, without what was sent. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    void answer(request, reply, noSuchAddress())
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = brokeOff(request, error) ? incomplete() : asProblem(error)
    if (problem.status >= 500)
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
    void answer(request, reply, problem)
  })
}

// Whoever sent it has gone in the middle of it: nobody reads the answer, and nothing is wrong here.
const brokeOff = ({ raw }: FastifyRequest, { code }: FastifyError) =>
  code === 'ECONNRESET' && raw.destroyed && !raw.complete
const incomplete = () => new Problem('malformed-request', 'The request broke off before it was complete.')

function answer(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', problem.retryAfterSeconds)
  if (problem.status === 401 && !reply.hasHeader('www-authenticate'))
    void reply.header('www-authenticate', 'Bearer')
  if (wantsPage(request) && !isOfStaff(request)) return answerApplicant(request, reply, problem)
  const language = acceptedLanguage(request.headers['accept-language'])
  void reply.header('content-language', language)
  const document = problemDocument(problem, language)
  if (wantsPage(request)) {
    return sendPage(
      reply,
      request,
      'web/views/problem.njk',
      { problem: { errors: null, ...document }, language, again: againAt(request, problem) },
      problem.status,
    )
  }
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(document)
}

// A page that did not come now may come in a moment; what was sent is sent again by going back.
const againAt = ({ method, url }: FastifyRequest, { status }: Problem): string =>
  method === 'GET' && status === 503 ? url : ''

// All that is not the staff's is the applicants': they are spoken to in their language, and told what they can do.
const isOfStaff = ({ url }: FastifyRequest): boolean =>
  /^\/(?:desk|sign-in|sign-out|operations|mailbox)(?:[/?]|$)/.test(url)

function answerApplicant(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = siteLanguage(request)
  const words = {
    title: PROBLEM_TITLES[problem.code][language],
    remedy: remedyFor(problem.code)[language],
  }
  return sendSitePage(reply, request, 'web/site/views/problem.njk', { problem: words }, problem.status)
}

const FASTIFY: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new Problem('unsupported-media-type', 'Send the body as application/json; charset=utf-8.'),
  FST_ERR_CTP_BODY_TOO_LARGE: () => new Problem('body-too-large', 'Send at most 256 KiB.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () =>
    new Problem('malformed-json', 'The body is empty. Send the answers as JSON.'),
  FST_ERR_MAX_PARAM_LENGTH: () => noSuchAddress(),
}

const noSuchAddress = () =>
  new Problem(
    'not-found',
    'There is no such address. Check it for typing errors; the addresses of the API are listed at /api/docs.',
  )

/** The problem that an error is: an expected failure as it is, a framework's by its code, and all else unexpected. */
export function asProblem(error: Error & Partial<FastifyError>): Problem {
  if (error instanceof Problem) return error
  const known = FASTIFY[error.code ?? '']
  if (known) return known()
  if (error.validation) {
    return new Problem('invalid-fields', 'See “errors” for each field and its remedy.', {
      errors: error.validation.map(asFieldError),
    })
  }
  if (error.statusCode === 429) {
    return new Problem('too-many-requests', 'Wait a minute, then send it again.', { retryAfterSeconds: 60 })
  }
  if (isConnectionLoss(error) || isCrowded(error)) {
    const detail = 'Our database cannot answer just now. Please try again in a few seconds.'
    return new Problem('temporarily-unavailable', detail, { retryAfterSeconds: 5 })
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('malformed-request', 'The request is not well-formed HTTP.')
  }
  return new Problem('unexpected-error', 'We have recorded it. Please try again; if it stays, write to us.')
}

function asFieldError(issue: NonNullable<FastifyError['validation']>[number]): FieldError {
  const custom = (issue.params as { params?: { code?: string } } | undefined)?.params?.code
  return {
    pointer: issue.instancePath,
    code: custom ?? issue.keyword.replaceAll('_', '-'),
    message: issue.message ?? '',
  }
}

/** For what is so malformed that no request comes of it: answers on the bare socket, then closes it. */
export function refuseConnection(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Problem('headers-too-large', 'Send shorter headers.')
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new Problem('request-timeout', 'Send the whole request sooner.')
        : new Problem('malformed-request', 'The request is not well-formed HTTP.')
  const body = JSON.stringify(problemDocument(problem, 'en'))
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
