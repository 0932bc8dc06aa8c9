import type { FastifyReply, FastifyRequest } from 'fastify'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const zip = promisify(gzip)
/** Shorter ones fit into the first packet anyway. */
const WORTH_IT = 1200

/**
 * A page goes compressed to whoever takes that. An `onSend` hook for pages that show nothing that others could have put there beside a
 * secret: compressed together, the length would tell of the secret (https://www.breachattack.com/).
 */
export async function compressPage(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isPage = String(reply.getHeader('content-type')).startsWith('text/html')
  if (typeof payload !== 'string' || payload.length < WORTH_IT || !isPage) return payload
  void reply.header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '))
  if (!/\bgzip\b/.test(String(request.headers['accept-encoding']))) return payload
  void reply.header('content-encoding', 'gzip').removeHeader('content-length')
  return zip(payload)
}
