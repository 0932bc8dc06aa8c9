// Our forms on other people's pages: which of our pages may be framed and by whom, and the script that makes the frame.
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

interface Embedding {
  /** Origins whose pages may frame ours. */
  origins: readonly string[]
  /** Whether the pages of a route, by its pattern, may be framed. All others never are. */
  isFramable: (route: string) => boolean
}

const SCRIPT = '/embed.js'
const NOBODY = "frame-ancestors 'none'"
const script = readFileSync(new URL('../../assets/embed.js', import.meta.url))

/** Call it where the hooks of the whole app are: it corrects the headers of pages that are registered afterwards. */
export function allowEmbedding(app: FastifyInstance, { origins, isFramable }: Embedding): void {
  const allowed = `frame-ancestors ${["'self'", ...origins].join(' ')}`
  app.addHook('onSend', async (request, reply) => {
    const route = request.routeOptions.url ?? ''
    if (route !== SCRIPT && (origins.length === 0 || !isFramable(route))) return
    // Else a site that isolates itself (Cross-Origin-Embedder-Policy) could not load it.
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    const policy = String(reply.getHeader('content-security-policy') ?? '')
    void reply.header('content-security-policy', policy.replace(NOBODY, allowed))
    void reply.header('vary', [reply.getHeader('vary'), 'sec-fetch-dest'].filter(Boolean).join(', '))
  })
  app.get(SCRIPT, { config: { policy: 'public' }, schema: { hide: true } }, (_request, reply) =>
    // Its address is in other people's pages and never changes: an hour, and then it is asked for again.
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600, stale-while-revalidate=86400')
      .send(script),
  )
}
