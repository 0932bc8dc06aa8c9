import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { Problem } from '../kernel/problem.ts'
import { LARGEST_BODY, receiveMail } from './receive-mail.ts'

interface Deps {
  db: Db
  clock: Clock
  /** None: no message comes in by this way. */
  inboundSecret?: string | undefined
}

const visible = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x21-\x7e]+$/)
const headers = z.looseObject({
  'webhook-id': visible(200).describe('Of the message; the same id again changes nothing'),
  'webhook-timestamp': visible(12).describe('Seconds since 1970, at most five minutes from now'),
  'webhook-signature': z
    .string()
    .max(1000)
    .describe('“v1,” and the HMAC-SHA256 of “id.timestamp.body” in base64'),
})

/** Answers to our emails, handed over by a mail provider. */
export const inboundRoutes =
  ({ db, clock, inboundSecret }: Deps): FastifyPluginAsyncZod =>
  async app => {
    // They are held in it until their signature is known to be ours.
    const memory = { held: 0 }
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('message/rfc822', (_request, payload, done) => done(null, payload))

    app.post(
      '/api/v1/inbound-mail',
      {
        bodyLimit: LARGEST_BODY,
        config: {
          policy: 'public',
          bodySchema: {
            type: 'string',
            format: 'binary',
            description: 'The message as it came (RFC 5322), as message/rfc822',
          },
          rateLimit: { max: 600, timeWindow: 60_000 },
        },
        schema: {
          operationId: 'handOverMail',
          summary: 'Hand over an email that came to the reply address',
          description:
            'For mail providers; signed as in the Standard Webhooks specification with INBOUND_WEBHOOK_SECRET. What cannot be matched with a case waits for a person.',
          tags: ['mail'],
          headers,
          body: z.unknown(),
          response: { 202: z.object({ stored: z.boolean().describe('False: it was stored before') }) },
        },
      },
      async (request, reply) => {
        if (inboundSecret === undefined)
          throw new Problem('not-found', 'Nothing is handed over here: INBOUND_WEBHOOK_SECRET is not set.')
        const { 'webhook-id': id, 'webhook-timestamp': timestamp } = request.headers
        const { 'webhook-signature': signature } = request.headers
        const { body } = request
        if (!(body instanceof Readable))
          throw new Problem('unsupported-media-type', 'Send the message as it came, as message/rfc822.')
        const handed = { id, timestamp, signature, body }
        const stored = await receiveMail({ db, clock, memory, secret: inboundSecret }, handed)
        return reply.code(202).send({ stored })
      },
    )
  }
