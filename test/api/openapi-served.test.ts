import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appWithoutParts } from '../../openapi/document.ts'
import type { OpenApiDocument } from '../../src/web/openapi-document.ts'

const app = await appWithoutParts()
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })
const committed = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../openapi/openapi.json'), 'utf8'),
) as OpenApiDocument
const names = Object.values(committed.paths).flatMap(methods =>
  Object.values(methods).map(({ operationId }) => operationId),
)

test('the document that is served is the one that is committed, and is sent once', async () => {
  const first = await get('/api/openapi.json')
  expect(first.statusCode).toBe(200)
  expect(first.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+/)
  expect(first.json()).toEqual(committed)
  const again = await get('/api/openapi.json', { 'if-none-match': String(first.headers['etag']) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('the reference lists every operation and has a page for each', async () => {
  const front = await get('/api/docs')
  expect(front.headers['content-type']).toBe('text/html; charset=utf-8')
  for (const name of names) expect(front.body).toContain(`href="/api/docs/${name}"`)
  const pages = await Promise.all(names.map(name => get(`/api/docs/${name}`)))
  expect(pages.map(({ statusCode }) => statusCode)).toEqual(names.map(() => 200))
  for (const { body } of [front, ...pages]) {
    expect(body).not.toMatch(/\bundefined\b|\[object |<script|style=|\son\w+=|(src|href)="(?!\/|#|data:)/)
  }
})

test('the pages allow no script, no inline style and nothing from elsewhere', async () => {
  const { headers } = await get('/api/docs')
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/)
  expect(headers['content-security-policy']).not.toMatch(/unsafe|script-src|\*|http/)
})

test('a form’s page has its questions, choices and a command that sends its example', async () => {
  const { body } = await get('/api/docs/submitObserverInterest')
  for (const words of [
    'organisationName',
    'civil-society',
    'Who is applying',
    'Idempotency-Key',
    'Freetown Legal Aid Network',
  ]) {
    expect(body).toContain(words)
  }
})

test('an operation that does not exist is 404', async () => {
  const answer = await get('/api/docs/noSuchOperation')
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'not-found'])
})
