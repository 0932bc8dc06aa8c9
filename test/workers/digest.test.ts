// The daily digest: on a working day everybody gets one email at most of what there is for them to do, and never of a case that they must not see.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDigests } from '../../src/digest/write-digests.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { recommendation, working } from '../api/cases-steps.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let lead: ReturnType<typeof working>
const people: Record<'ines' | 'sorter' | 'conflicted' | 'idle', { id: string; email: string }> = {
  ines: { id: '', email: 'ines@office.example' },
  sorter: { id: '', email: 'sorter@office.example' },
  conflicted: { id: '', email: 'conflicted@office.example' },
  idle: { id: '', email: 'idle@office.example' },
}

beforeAll(async () => {
  // Thursday 5 March is a holiday; the hour is Tokyo's.
  const standard = { timeZone: 'Asia/Tokyo', holidays: ['2026-03-05'], digestHour: 7 }
  service = await testService({ sampleStaff: false, standard })
  lead = working(service, await service.person(['lead'], { email: 'head@office.example' }))
  const hire = async (who: keyof typeof people, role: 'reviewer' | 'coordinator', more = {}) => {
    const { email } = people[who]
    people[who].id = (await service.person([role], { email, ...more })).id
  }
  await hire('ines', 'reviewer', { language: 'fr' })
  await hire('idle', 'reviewer')
  await hire('sorter', 'coordinator')
  // Whose own country is the applicants’.
  await hire('conflicted', 'coordinator', { country: 'SL' })
})
afterAll(() => service.close())

const digest = async (moment: string) => {
  service.clock.set(moment)
  const { standard, wordings } = service
  const office = { publicUrl: 'https://intake.example', contactEmail: 'unit@intake.example' }
  const written = await writeDigests(service.db, { ...office, standard, wordings }, service.clock.now())
  await service.settled()
  return written
}
const digestsTo = async (who: keyof typeof people | 'head') => {
  const mails = await service.inboxOf(`${who}@office.example`)
  return mails.filter(({ subject }) => /What is waiting for you|Ce qui vous attend/.test(subject ?? ''))
}
const textOf = async (who: Parameters<typeof digestsTo>[0]) =>
  (await digestsTo(who)).at(-1)?.text?.replaceAll(/\s+/g, ' ') ?? ''
const toInes = async (reference: string) => {
  const response = await lead.post(reference, 'assignment', { assigneeId: people.ines.id })
  expect(response.statusCode, response.body).toBe(204)
}

const submitted = async (submit: Promise<{ json: () => { reference: string } }>) => {
  const { reference } = (await submit).json()
  await service.settled()
  return reference
}

test('each gets what is theirs in their language, once for a day, however many look', async () => {
  // Monday, eleven in the morning in Tokyo: the first look is due on Wednesday.
  service.clock.set('2026-03-02T02:00:00Z')
  const theirs = await submitted(service.submitObserver())
  const decidable = await submitted(service.submitSupport())
  for (const reference of [theirs, decidable]) await toInes(reference)
  expect((await lead.post(decidable, 'review')).statusCode).toBe(200)
  const recommends = await lead.post(decidable, 'recommendation', recommendation(supportRequest))
  expect(recommends.statusCode, recommends.body).toBe(200)
  const waiting = await Promise.all(Array.from({ length: 12 }, () => submitted(service.submitObserver())))

  // On Wednesday, half an hour before seven in Tokyo and half an hour after it.
  expect(await digest('2026-03-03T21:30:00Z')).toBe(0)
  const both = await Promise.all([digest('2026-03-03T22:30:00Z'), digest('2026-03-03T22:30:00Z')])
  expect(both[0] + both[1]).toBe(3)
  for (const who of ['ines', 'sorter', 'head'] as const) expect(await digestsTo(who), who).toHaveLength(1)
  for (const who of ['idle', 'conflicted'] as const) expect(await digestsTo(who), who).toEqual([])

  const toHer = await textOf('ines')
  expect(toHer).toContain('À ÉCHÉANCE PROCHE (1)')
  expect(toHer).toContain(`${theirs} : échéance le 4 mars 2026 · Reçue · `)
  expect(toHer).toContain('https://intake.example/desk/cases?view=mine ')
  expect(toHer).not.toContain('FILE DE TRI')
  const toSorter = await textOf('sorter')
  expect(toSorter).toContain('IN THE TRIAGE QUEUE, NOT ASSIGNED (12)')
  expect(waiting.filter(reference => toSorter.includes(reference))).toHaveLength(10)
  expect(toSorter).not.toContain(theirs)
  expect(await textOf('head')).toContain(`RECOMMENDED, TO BE DECIDED (1) ${decidable}: due`)

  // Who had nothing to do in the morning hears of what comes later on the next day.
  service.clock.set('2026-03-04T02:00:00Z')
  expect((await lead.post(theirs, 'assignment', { assigneeId: people.idle.id })).statusCode).toBe(204)
  expect(await digest('2026-03-04T03:00:00Z')).toBe(0)
})

test('days off have none; after days without anybody looking there is one, for who has not switched it off', async () => {
  const browser = await signedInBrowser(service, people.sorter.id)
  const off = await browser.post('/desk/account/digest/off', {}, '/desk/account')
  expect(off.headers.location).toBe('/desk/account?done=digest')
  expect((await browser.get('/desk/account')).body).toContain('Switch it on')
  // Thursday, Saturday, Sunday; then Monday, with Friday passed over.
  for (const day of ['04', '06', '07']) expect(await digest(`2026-03-${day}T23:00:00Z`)).toBe(0)
  expect(await digest('2026-03-08T23:00:00Z')).toBe(3)
  expect(await digestsTo('sorter')).toHaveLength(1)
  expect(await digestsTo('idle')).toHaveLength(1)
  expect(await textOf('idle')).toMatch(/^Hello .* LATE \(1\) .* NEWLY ASSIGNED TO YOU \(1\)/)
  expect(await textOf('ines')).toContain('À ÉCHÉANCE PROCHE (1)')
  const { rows } = await service.pool.query(
    `select text, html from deliveries where notification = 'daily-digest' and (text <> '' or html <> '')`,
  )
  expect(rows, 'nothing is kept of what was sent').toEqual([])
})

test('who dies before the email is written leaves the day to the next one; who is away gets none', async () => {
  const day = '2026-03-10'
  await service.pool.query(
    `insert into absences (id, staff_id, first_day, last_day) values (gen_random_uuid(), $1, $2, $2)`,
    [people.idle.id, day],
  )
  const dying = await service.pool.connect()
  const { rows } = await dying.query('select pg_backend_pid() as pid')
  await dying.query('begin')
  await dying.query(`insert into digests (staff_id, day, at) values ($1, $2, now())`, [people.ines.id, day])
  const written = digest('2026-03-09T23:00:00Z')
  dying.once('error', () => {})
  await expect
    .poll(async () => {
      const waiting = await service.pool.query(
        `select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))`,
        [rows[0].pid],
      )
      return waiting.rowCount
    })
    .toBe(1)
  await service.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
  dying.release(true)
  expect(await written).toBe(2)
  expect(await digestsTo('ines')).toHaveLength(3)
  expect(await digestsTo('idle')).toHaveLength(1)
})
