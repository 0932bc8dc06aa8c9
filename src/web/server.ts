import Fastify, {
  type FastifyBaseLogger,
  LogController,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Log } from '../kernel/log.ts'
import { httpSeconds } from '../kernel/metrics.ts'
import { Problem } from '../kernel/problem.ts'
import { boundBodies, FILES_MS } from './body-patience.ts'
import { pagePolicy } from './page-policy.ts'
import { answerProblems, asProblem, problemDocument, refuseConnection } from './problem-document.ts'
import { parseStrictJson } from './strict-json.ts'

const KIB = 1024

interface ServerSettings {
  log: Log
  trustProxy: string[] | undefined
  /** Milliseconds that a request may take to arrive, where it brings no files; 20 seconds. */
  bodyPatience?: number
}

/**
 * An HTTP server with limits on everything that a client may send, before any of it is understood: slow bodies, many
 * connections, long headers, large bodies, other types than JSON.
 */
export function createServer({ log, trustProxy, bodyPatience }: ServerSettings): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = log
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxy ?? false,
    bodyLimit: 256 * KIB,
    requestTimeout: FILES_MS,
    connectionTimeout: 30_000,
    keepAliveTimeout: 10_000,
    http: {
      maxHeaderSize: 16 * KIB,
      headersTimeout: 10_000,
      connectionsCheckingInterval: 2000,
      // Asked for below: Node would refuse without a word of explanation.
      requireHostHeader: false,
    },
    routerOptions: { maxParamLength: 100 },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, _request, reply) => {
      const problem = asProblem(error)
      const answer = reply as FastifyReply
      void answer
        .code(problem.status)
        .type('application/problem+json')
        .send(JSON.stringify(problemDocument(problem, 'en')))
    },
  })
  app.server.maxConnections = 10_000
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      refuseOtherCharsets(request.headers['content-type'])
      done(null, parseStrictJson(utf8(body as Buffer)))
    } catch (error) {
      done(error as Error)
    }
  })
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.headers.host === undefined && raw.httpVersion === '1.1') {
      throw new Problem('malformed-request', 'The request has no Host header.')
    }
  })
  boundBodies(app, bodyPatience)
  answerProblems(app)
  logRequests(app)
  secureHeaders(app)
  return app
}

// Invalid UTF-8 becomes U+FFFD in Node without a word, which would change what a person sent.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
function utf8(body: Buffer): string {
  try {
    return decoder.decode(body)
  } catch {
    throw new Problem('malformed-json', 'The body is not valid UTF-8. Send JSON in UTF-8.')
  }
}

// Read as UTF-8, another encoding's letters would come out as others. JSON has no other (RFC 8259, 8.1).
function refuseOtherCharsets(contentType: string | undefined): void {
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType ?? '') ?? []
  if (charset === undefined || /^utf-?8$/i.test(charset)) return
  throw new Problem('unsupported-media-type', 'Send the body as application/json; charset=utf-8.')
}

// The route's pattern and not the address: an address may hold what a person typed.
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10
    const status = reply.statusCode
    httpSeconds.observe({ method, route: routeOptions.url ?? 'none', status }, reply.elapsedTime / 1000)
    request.log.info({ method, route: routeOptions.url ?? null, status, milliseconds }, 'answered')
  })
}

const POLICY = pagePolicy()

/** Nothing may be loaded but from here, nothing may frame us, nothing is guessed. */
function secureHeaders(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy')) {
      void reply.header('content-security-policy', POLICY)
    }
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    })
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
}
