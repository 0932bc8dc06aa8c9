// The routing API as it is registered: nobody gets in without a token, and all of it can be published.
import swagger from '@fastify/swagger'
import fastify from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import pg from 'pg'
import { expect, test } from 'vitest'
import { systemClock } from '../../src/kernel/clock.ts'
import { databaseOn } from '../../src/kernel/database.ts'
import { routingRoutes } from '../../src/routing/routes.ts'
import { guardRoutes } from '../../src/staff/guard.ts'
import { ACCESS } from '../support/access.ts'

async function routingApi() {
  // A pool connects at its first query, and none of this gets that far.
  const db = databaseOn(new pg.Pool())
  const app = fastify()
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Routing', version: '1' } },
    transform: jsonSchemaTransform,
  })
  guardRoutes(app, { db, access: ACCESS })
  await app.register(routingRoutes({ db, clock: systemClock }))
  await app.ready()
  return app
}

test('every operation of the routing API is published and refuses whoever is not signed in', async () => {
  const app = await routingApi()
  const operations = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods as object).map(method => ({ path, method })),
  )
  expect(operations).toHaveLength(18)
  for (const { path, method } of operations) {
    const url = path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000001')
    const answer = await app.inject({ method: method as 'GET', url })
    expect([method, path, answer.statusCode]).toEqual([method, path, 401])
  }
  await app.close()
})
