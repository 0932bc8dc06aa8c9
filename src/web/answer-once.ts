import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * The same answer is sent once: who has it already is told so. The tag covers the bytes, so a new release counts too.
 * An `onSend` hook, for routes that answer everybody alike.
 */
export async function answerOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload
  const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map(part => part.trim().replace(/^W\//, ''))
  if (!known.includes(tag)) return payload
  reply.code(304)
  for (const name of ['content-type', 'content-length', 'content-encoding']) reply.removeHeader(name)
  return ''
}
