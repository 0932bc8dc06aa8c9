// The audit trail on the desk: found by person, case, type and day; verified on demand; nothing else for an auditor.
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

const AUDIT = '/desk/audit'
let service: TestService
let auditor: TestBrowser
let auditorId = ''
let leadId = ''
let reference = ''

beforeAll(async () => {
  service = await testService({ workers: false })
  auditorId = (await service.person(['auditor'], { name: 'Ada Auditor' })).id
  auditor = await signedInBrowser(service, auditorId)
  const lead = await service.person(['lead'], { name: 'Lena Lead' })
  leadId = lead.id
  for (let one = 0; one < 55; one += 1) {
    service.clock.advance(60_000)
    const received = await service.submitObserver()
    reference = received.json().reference as string
  }
  service.clock.advance(60_000)
  await service.app.inject({
    method: 'POST',
    url: '/api/v1/routing/teams',
    headers: lead.headers,
    payload: { id: 'legal-aid', name: 'Legal aid' },
  })
})
afterAll(() => service.close())

const page = async (address: string) => {
  const { statusCode, body } = await auditor.get(address)
  expect(statusCode, body).toBe(200)
  return body
}
const rows = (body: string) => [...body.matchAll(/<td data-name="What">([^<]*)/g)].map(([, what]) => what)

test('an auditor reads the audit trail and nothing else', async () => {
  expect((await auditor.get('/desk/cases')).statusCode).toBe(403)
  expect((await auditor.get('/desk/settings')).statusCode).toBe(403)
  expect(await page(AUDIT)).not.toContain('href="/desk/cases/')
  const { id } = await service.person(['coordinator'])
  expect((await (await signedInBrowser(service, id)).get(AUDIT)).statusCode).toBe(403)
})

test('events are found by person, case, type and day, page after page without a gap', async () => {
  const byLead = await page(`${AUDIT}?person=${leadId}`)
  expect(rows(byLead)).toEqual(['Routing team added'])
  expect(byLead).toContain('by token')
  expect(rows(await page(`${AUDIT}?reference=${reference.toLowerCase()}`))).toEqual(['Received'])
  const first = await page(`${AUDIT}?type=submission.received`)
  expect(rows(first)).toHaveLength(50)
  const older = /<a class="button" href="([^"]*)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await page(older)
  expect(rows(second)).toHaveLength(5)
  expect(second).not.toContain('rel="next"')
  const references = (body: string) => [...body.matchAll(/>(OBS-\w+)</g)].map(([, found]) => found)
  expect(new Set([...references(first), ...references(second)]).size).toBe(55)
  expect(rows(await page(`${AUDIT}?from=2026-03-02&to=2026-03-02&type=submission.received`))).toHaveLength(50)
  expect(await page(`${AUDIT}?to=2026-03-01&type=submission.received`)).toContain('Nothing like this')
  expect(await page(`${AUDIT}?from=yesterday`)).toContain('href="#from"')
})

test('a case in which the auditor has a conflict of interest is not in their trail', async () => {
  const { rows: found } = await service.pool.query<{ id: string }>(
    `select id from cases where reference = $1`,
    [reference],
  )
  const { headers } = await service.person(['lead'])
  const declared = await service.app.inject({
    method: 'POST',
    url: `/api/v1/routing/staff/${auditorId}/conflicts`,
    headers,
    payload: { kind: 'case', value: found[0]?.id },
  })
  expect(declared.statusCode, declared.body).toBeLessThan(300)
  expect(await page(`${AUDIT}?reference=${reference}`)).toContain('Nothing like this')
})

test('a verification that was asked for says how much it read and what it found', async () => {
  const asked = await auditor.post(`${AUDIT}/verifications`, {}, AUDIT)
  expect(asked.headers.location).toBe(`${AUDIT}?done=asked`)
  const result = await ended()
  expect(result).toMatch(/stands<\/span> \d+ events, no fault/)
  expect(result).toMatch(/<code class="digest">[0-9a-f]{64}</)
  expect(rows(result)[0]).toBe('Audit verification asked')

  await service.pool.query(`update cases set version = version + 1 where reference = $1`, [reference])
  service.clock.advance(1000)
  await auditor.post(`${AUDIT}/verifications`, {}, AUDIT)
  expect(await ended()).toMatch(
    /\d+ faults?<\/span> in \d+ events<ul class="plain"><li>stream [\w-]{36}, position 1, /,
  )
})

async function ended(): Promise<string> {
  for (let look = 0; look < 100; look += 1) {
    const body = await page(AUDIT)
    if (!body.includes('under way</span>')) return body
    await pause(50)
  }
  throw new Error('The verification did not come to an end.')
}
