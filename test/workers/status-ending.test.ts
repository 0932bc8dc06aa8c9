// The term of an observer: they are asked before it is over whether they go on, and hear what came of it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { watchClock } from '../../src/cases/watch-clock.ts'
import { addWorkingDays, endOfDay } from '../../src/cases/working-days.ts'
import { decision, working } from '../api/cases-steps.ts'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'

const DAY_MS = 86_400_000

let service: TestService
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService()
  lead = working(service, await service.person(['lead']))
})
afterAll(() => service.close())

async function observer(language: string) {
  service.clock.set('2026-03-02T10:00:00Z')
  const address = `awa-${crypto.randomUUID()}@reseau.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address, language }
  const { reference } = (await service.submitObserver({ country: 'SN', contact })).json()
  await service.settled()
  const step = async (resource: string, body: object = {}) => {
    const response = await lead.post(reference, resource, body)
    expect(response.statusCode, response.body).toBeLessThan(300)
    await service.settled()
  }
  await step('review')
  await step('decision', decision('accept'))
  await step('admission')
  const sent = async () => {
    const { rows } = await service.pool.query<{ notification: string }>(
      `select notification from deliveries where address = $1 and state = 'accepted' order by created_at, settled_at`,
      [address],
    )
    return rows.map(({ notification }) => notification).filter(name => name.startsWith('observer-'))
  }
  const endOfTerm = async () => new Date((await lead.read(reference)).dueAt)
  return { address, reference, step, sent, endOfTerm }
}

async function lookAt(moment: Date): Promise<void> {
  service.clock.set(moment.toISOString())
  const look = () => watchClock(service.db, service.clock.now(), service.standard)
  // Twice at once, as two workers do.
  await Promise.all([look(), look()])
  await service.settled()
}

test('an observer is asked once in each term whether they go on, and told that they do, and of the end', async () => {
  const { address, step, sent, endOfTerm } = await observer('fr')
  const end = await endOfTerm()
  const notice = new Date(end.getTime() - 28 * DAY_MS)
  await lookAt(new Date(notice.getTime() - DAY_MS))
  expect(await sent()).toEqual(['observer-admitted'])
  await lookAt(new Date(notice.getTime() + 1000))
  await lookAt(new Date(notice.getTime() + DAY_MS))
  expect(await sent()).toEqual(['observer-admitted', 'observer-status-ending'])
  const asked = (await service.inboxOf(address)).at(-1)
  const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(end)
  expect(asked?.subject).toContain('Votre statut d’observateur arrive à échéance')
  expect(asked?.text?.replaceAll(/\s+/g, ' ')).toContain(day)
  expect(asked?.text).toMatch(/\/fr\/follow\//)

  await step('renewal', { reason: 'Assidus.' })
  const next = await endOfTerm()
  expect(next > end).toBe(true)
  const renewed = (await service.inboxOf(address)).at(-1)
  expect(renewed?.subject).toContain('Votre statut d’observateur est prolongé')
  expect(renewed?.text).not.toContain('Assidus')

  // Nobody looked for weeks, and the new term is over by now: they are asked all the same.
  await lookAt(new Date(next.getTime() + 7 * DAY_MS))
  await step('end', { reason: 'Plus de nouvelles.' })
  await lookAt(new Date(next.getTime() + 60 * DAY_MS))
  expect(await sent()).toEqual([
    'observer-admitted',
    'observer-status-ending',
    'observer-renewed',
    'observer-status-ending',
    'observer-ended',
  ])
})

test('who has just been admitted to a short term is asked in its second half', async () => {
  const { sent, endOfTerm } = await observer('en')
  const end = await endOfTerm()
  const now = new Date('2026-03-03T10:00:00Z')
  const standard = { ...service.standard(now), statusNoticeDays: 250 }
  const lookWith = async (moment: Date) => {
    await watchClock(service.db, moment, () => standard)
    await service.settled()
    return (await sent()).includes('observer-status-ending')
  }
  expect(await lookWith(now)).toBe(false)
  const half = addWorkingDays(now, 62, standard)
  expect(half < end).toBe(true)
  expect(await lookWith(half)).toBe(true)
  expect(endOfDay('2026-08-17', standard)).toEqual(end)
})
