// The service standard on the desk: what is published counts for what comes in afterwards, and for nothing before.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

const PAGE = '/desk/settings/service-standard'
const FORM = {
  seen: '1',
  firstLook: '2',
  observer: '15',
  support: '5',
  accepted: '5',
  inProgress: '20',
  active: '120',
  reminder: '5',
  lapse: '20',
  statusNotice: '20',
  dueSoon: '1',
  escalate: '2',
  workingDays: '1',
  holidays: '2026-03-09\r\n2026-03-16',
  timeZone: 'Europe/Paris',
  digestHour: '7',
  from: '',
}
let service: TestService
let lead: TestBrowser
let coordinator: TestBrowser

beforeAll(async () => {
  service = await testService({ workers: false })
  lead = await signedInBrowser(service, (await service.person(['lead'])).id)
  coordinator = await signedInBrowser(service, (await service.person(['coordinator'])).id)
})
afterAll(() => service.close())

test('who may not change the standard reads it', async () => {
  const { statusCode, body } = await coordinator.get(PAGE)
  expect([statusCode, body.includes('Publish as a new version')]).toEqual([200, false])
  expect((await coordinator.postAs(PAGE, FORM)).statusCode).toBe(403)
})

test('what cannot be a standard is refused by field, and kept', async () => {
  const wrong = {
    ...FORM,
    observer: 'ten',
    holidays: 'Christmas',
    timeZone: 'Mars',
    digestHour: '24',
    reminder: '30',
    from: 'soon',
  }
  const { statusCode, body } = await lead.post(PAGE, wrong)
  expect(statusCode).toBe(422)
  for (const field of ['observer', 'holidays', 'timeZone', 'digestHour', 'from'])
    expect(body).toContain(`href="#${field}"`)
  expect(body).toContain('value="ten"')
  expect((await lead.post(PAGE, { ...FORM, reminder: '30' })).body).toContain('href="#reminder"')
})

test('a new version is in force for what comes in then; the second who publishes is told', async () => {
  const dueOf = async (submit: Promise<{ json: () => { reference: string } }>) => {
    const { reference } = (await submit).json()
    const { rows } = await service.pool.query<{ due_at: Date }>(
      `select due_at from cases where reference = $1`,
      [reference],
    )
    return rows[0]?.due_at.toISOString().slice(0, 10)
  }
  const before = await dueOf(service.submitObserver())
  expect((await lead.post(PAGE, { ...FORM, firstLook: '3' })).headers.location).toBe(`${PAGE}?done=published`)
  const second = await lead.post(PAGE, { ...FORM, firstLook: '9' })
  expect([second.statusCode, second.body.includes('name="firstLook" type="text" value="9"')]).toEqual([
    409,
    true,
  ])
  service.clock.advance(60_000)
  await service.standards.refresh()
  // Mondays only, and the next two are holidays.
  expect([before, await dueOf(service.submitObserver())]).toEqual(['2026-03-04', '2026-04-06'])
  const { body } = await lead.get(PAGE)
  expect(body).toContain('First look: 3 instead of 2 working days')
  expect(body).toContain('Holidays added: 2026-03-09, 2026-03-16')
  const { rows } = await service.pool.query(
    `select type, details ->> 'version' as version from events order by at desc, position desc limit 3`,
  )
  expect(rows).toContainEqual({ type: 'standard.published', version: '2' })
  expect((await lead.post(PAGE, { ...FORM, seen: '2', firstLook: '3' })).body).toContain('nothing to publish')
})
