// The web side without anything behind it: enough to say which routes there are.
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../src/app.ts'
import { FORMS } from '../src/forms/index.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { createLog } from '../src/kernel/log.ts'
import { systemChance } from '../src/kernel/reference.ts'
import { openApiDocument } from '../src/web/openapi.ts'

/** All routes, no database, no queues: what a route needs to answer is missing, and says so when it is used. */
export const appWithoutParts = (): Promise<FastifyInstance> =>
  buildApp({
    db: missing('database'),
    queues: missing('queues'),
    reference: missing('reference data'),
    clock: systemClock,
    chance: systemChance,
    log: createLog('silent'),
    forms: FORMS,
    standard: missing('service standard'),
    standards: missing('service standard'),
    wordings: missing('wordings of emails'),
    access: { publicUrl: 'http://localhost:3000', idleHours: 8, longestDays: 7, secondFactorRoles: [] },
    wake: () => {},
    files: missing('file store'),
    scanner: undefined,
    mailbox: undefined,
    trustProxy: undefined,
    gate: missing('gate'),
    linkDays: 180,
    rateLimitPerMinute: 1,
  })

/** The document as it is committed: two spaces deep, paths in the order in which they are registered. */
export async function documentText(): Promise<string> {
  const app = await appWithoutParts()
  try {
    return `${JSON.stringify(openApiDocument(app), null, 2)}\n`
  } finally {
    await app.close()
  }
}

function missing(name: string) {
  const refuse = (): never => {
    throw new Error(`There is no ${name} behind these routes.`)
  }
  return new Proxy({}, { get: refuse, set: refuse }) as never
}
