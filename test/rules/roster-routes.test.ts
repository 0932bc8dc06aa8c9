import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { expect, test } from 'vitest'
import { referenceData } from '../../src/roster/reference-data.ts'
import { snapshotOf } from '../../src/roster/reference-snapshot.ts'
import { rosterRoutes } from '../../src/roster/routes.ts'

const snapshot = snapshotOf(referenceData())
const current = async () => snapshot
const app = Fastify()
app.setValidatorCompiler(validatorCompiler)
app.setSerializerCompiler(serializerCompiler)
await app.register(
  rosterRoutes({
    clock: { now: () => new Date('2026-05-01T00:00:00Z') },
    reference: { current, refresh: current },
  }),
)

type Item = Record<string, unknown>

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await app.inject({ method: 'GET', url, headers })
  const body = response.body === '' ? {} : response.json<{ items?: Item[] }>()
  return { response, items: body.items ?? [] }
}

test('the pick-list has every member, and can be kept to one level', async () => {
  const { items } = await get('/api/v1/jurisdictions')
  expect(items).toHaveLength(snapshot.jurisdictions().length)
  const { items: local } = await get('/api/v1/jurisdictions?level=local')
  expect(local.every(item => item['level'] === 'local')).toBe(true)
  expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(
    'aliases country displayName id level name region status uncertain'.split(' '),
  )
})

test('a typed name suggests, and names come in the language asked for', async () => {
  const { items } = await get('/api/v1/jurisdictions?q=pays-bas&level=national&language=fr')
  expect(items).toMatchObject([{ id: 'netherlands', displayName: 'Pays-Bas' }])
})

test('a member asks whether it is invited, today or on a day', async () => {
  const today = await get('/api/v1/jurisdictions/kenya/invitation')
  expect(today.response.json()).toMatchObject({ invited: true, on: '2026-05-01', version: '2025-04' })
  const then = await get('/api/v1/jurisdictions/ghana/invitation?on=2025-03-31')
  expect(then.response.json()).toEqual({ jurisdiction: 'ghana', on: '2025-03-31', invited: false })
})

test('a stranger is 404, a day that does not exist is 400', async () => {
  const stranger = await get('/api/v1/jurisdictions/atlantis/invitation')
  expect(stranger.response.json()).toMatchObject({ code: 'not-found' })
  const noDay = await get('/api/v1/jurisdictions/kenya/invitation?on=2025-02-30')
  expect(noDay.response.statusCode).toBe(400)
})

test('the rosters say which is in force', async () => {
  const { items } = await get('/api/v1/rosters')
  expect(items.map(item => [item['id'], item['inForce']])).toEqual([
    ['2021-05', false],
    ['2022-02', false],
    ['2025-04', true],
  ])
})

test('countries come sorted in their language, with the region', async () => {
  const { items } = await get('/api/v1/countries?language=es')
  expect(items).toHaveLength(250)
  expect(items.find(item => item['code'] === 'DE')).toEqual({
    code: 'DE',
    name: 'Alemania',
    region: 'europe',
    regionName: 'Europa',
  })
})

test('who has the answer already is sent nothing again', async () => {
  const { response } = await get('/api/v1/countries')
  const etag = String(response.headers.etag)
  expect(response.headers['cache-control']).toContain('public')
  const again = await get('/api/v1/countries', { 'if-none-match': `"other", W/${etag}` })
  expect(again.response.statusCode).toBe(304)
  expect(again.response.body).toBe('')
  const french = await get('/api/v1/countries?language=fr', { 'if-none-match': etag })
  expect(french.response.statusCode).toBe(200)
})
