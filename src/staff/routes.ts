import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { LANGUAGES } from '../kernel/languages.ts'
import { words } from '../kernel/words.ts'
import { createToken, revokeToken, tokensOf } from './api-tokens.ts'
import { actorOf, signedIn } from './guard.ts'
import { ROLES } from './roles.ts'
import { staff } from './tables.ts'

const DAY_MS = 86_400_000
const policy = { policy: 'signed-in' } as const
const moment = z.iso.datetime().nullable()
const tokenAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: moment,
})
const person = z.object({
  id: z.uuid(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  roles: z.array(z.enum(ROLES)),
})

/** One's own tokens, and who works here. */
export const staffRoutes =
  ({ db, clock }: { db: Db; clock: Clock }): FastifyPluginAsyncZod =>
  async app => {
    app.get(
      '/api/v1/me',
      {
        config: policy,
        schema: {
          operationId: 'readMe',
          summary: 'Who you are here',
          tags: ['tokens'],
          response: { 200: person },
        },
      },
      async request => {
        const { staffId: id, name, language, roles } = signedIn(request)
        return { id, name, language, roles }
      },
    )

    app.get(
      '/api/v1/staff',
      {
        config: { policy: { permission: 'case.assign' } },
        schema: {
          operationId: 'listStaff',
          summary: 'The people to whom a case can be assigned',
          tags: ['cases'],
          response: { 200: z.object({ items: z.array(person) }) },
        },
      },
      async () => ({
        items: await db
          .select({ id: staff.id, name: staff.name, language: staff.language, roles: staff.roles })
          .from(staff)
          .where(eq(staff.active, true))
          .orderBy(asc(staff.name), asc(staff.id))
          .limit(1000),
      }),
    )

    app.get(
      '/api/v1/tokens',
      {
        config: policy,
        schema: {
          operationId: 'listTokens',
          summary: 'Your tokens in force',
          tags: ['tokens'],
          response: { 200: z.object({ items: z.array(tokenAnswer) }) },
        },
      },
      async request => {
        const rows = await tokensOf(db, signedIn(request).staffId)
        return {
          items: rows.map(row => ({
            ...row,
            createdAt: row.createdAt.toISOString(),
            expiresAt: row.expiresAt.toISOString(),
            lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
          })),
        }
      },
    )

    app.post(
      '/api/v1/tokens',
      {
        config: { ...policy, stepUp: 'unless-token' },
        schema: {
          operationId: 'createToken',
          summary: 'Make a token for yourself; it is shown this once',
          tags: ['tokens'],
          body: z.strictObject({
            name: words(100),
            roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
            expiresInDays: z.int().min(1).max(366).default(90),
          }),
          response: { 201: z.object({ id: z.uuid(), token: z.string() }) },
        },
      },
      async (request, reply) => {
        const me = signedIn(request)
        const at = clock.now()
        const { name, roles, expiresInDays } = request.body
        const expiresAt = new Date(at.getTime() + expiresInDays * DAY_MS)
        const wanted = {
          staffId: me.staffId,
          within: me.roles,
          name,
          roles,
          expiresAt,
          at,
          actor: actorOf(me),
        }
        return reply.code(201).send(await db.transaction(tx => createToken(tx, wanted)))
      },
    )

    app.delete(
      '/api/v1/tokens/:id',
      {
        config: policy,
        schema: {
          operationId: 'revokeToken',
          summary: 'End one of your tokens at once',
          tags: ['tokens'],
          params: z.object({ id: z.uuid() }),
          response: { 204: z.null() },
        },
      },
      async (request, reply) => {
        const me = signedIn(request)
        const revoked = { id: request.params.id, staffId: me.staffId, at: clock.now(), actor: actorOf(me) }
        await db.transaction(tx => revokeToken(tx, revoked))
        return reply.code(204).send(null)
      },
    )
  }
