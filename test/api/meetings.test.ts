// Meetings: who is invited, what they are told, who reads what they need, and what is erased afterwards.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseNeedsAfterMeeting } from '../../src/meetings/erase-needs-after-meeting.ts'
import { observerApplication } from '../support/applications.ts'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'
import { decision, working } from './cases-steps.ts'

const LINK = 'https://meet.example.org/justice?pwd=1'

let service: TestService
let lead: Awaited<ReturnType<TestService['person']>>
let work: ReturnType<typeof working>
let browser: TestBrowser
beforeAll(async () => {
  service = await testService()
  lead = await service.person(['lead'])
  work = working(service, lead)
  browser = await signedInBrowser(service, lead.id)
})
afterAll(() => service.close())

interface Observer {
  reference: string
  address: string
}

/** Somebody who was accepted; an observer of all meetings is admitted as well. */
async function accepted(overrides: Record<string, unknown> = {}, contact = {}): Promise<Observer> {
  const address = `${crypto.randomUUID()}@network.example`
  const given = { ...(observerApplication()['contact'] as object), ...contact, email: address }
  const application = { participation: 'standing', meeting: undefined, ...overrides, contact: given }
  const { reference } = (await service.submitObserver(application)).json()
  await service.settled()
  await work.post(reference, 'review')
  await work.post(reference, 'decision', decision('accept'))
  if (application.participation === 'standing') await work.post(reference, 'admission')
  await service.settled()
  return { reference, address }
}
const forOne = (more = {}) =>
  accepted({ participation: 'one-meeting', meeting: 'The one in spring', ...more })

const MEETING = {
  title: 'Courts that explain themselves',
  startsAt: '2026-04-01T12:00:00.000Z',
  endsAt: '2026-04-01T14:30:00.000Z',
  timeZone: 'Europe/Paris',
  place: 'Palais de Justice, Paris',
  link: LINK,
  agenda: 'Welcome\nReports',
}
const call = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, headers = lead.headers) =>
  service.app.inject({ method, url: `/api/v1/meetings${path}`, headers, ...(payload && { payload }) })
const planned = async (more = {}): Promise<string> => {
  const answer = await call('POST', '', { ...MEETING, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}
const invite = (id: string, ...observers: Observer[]) =>
  call('POST', `/${id}/invitations`, { references: observers.map(({ reference }) => reference) })
const letters = async ({ address }: Observer, subject: string) => {
  await service.settled()
  return (await service.inboxOf(address)).filter(mail => mail.subject?.includes(subject))
}
const flat = (text = '') => text.replace(/\s+/g, ' ')

describe('who is invited is told', () => {
  test('by email in their language, with the hours of the meeting and by their own clock; and on their page', async () => {
    const french = await accepted({}, { language: 'fr', timeZone: 'Africa/Freetown' })
    const near = await accepted({}, { timeZone: 'Europe/Berlin' })
    const id = await planned()
    expect((await invite(id, french, near)).json()).toEqual({ invited: 2 })
    const [letter] = await letters(french, 'Invitation : Courts that explain themselves')
    const text = flat(letter?.text)
    expect(text).toContain('mercredi 1er avril 2026, 14:00 – 16:30 (heure d’Europe centrale)')
    expect(text).toContain('Dans votre fuseau horaire : mercredi 1er avril 2026, 12:00 – 14:30')
    for (const said of ['Palais de Justice, Paris', LINK, 'Reports']) expect(text).toContain(said)
    const [own] = await letters(near, 'Invitation: Courts that explain themselves')
    expect(own?.text).not.toContain('In your time zone')

    const page = /https:\/\/intake\.example(\/fr\/follow\/[\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? ''
    const shown = await service.app.inject({ url: page, headers: { accept: 'text/html' } })
    expect(shown.body).toContain('Réunions auxquelles vous êtes invité')
    expect(shown.body).toContain('Vous avez été invité à une réunion')
    expect(shown.body).toContain(`href="${LINK.replace('&', '&amp;')}"`)
    const [event] = (await work.trail(french.reference)).slice(-1)
    expect(event).toMatchObject({
      type: 'meeting.invited',
      details: { meetingId: id, startsAt: MEETING.startsAt, timeZone: 'Europe/Paris' },
      words: { meeting: MEETING.title, place: MEETING.place, link: LINK },
    })
    expect((await invite(id, french)).json()).toEqual({ invited: 0 })
    expect(await letters(french, 'Invitation')).toHaveLength(1)
  })

  test('what is another than before, once, as it was and as it is; of a new agenda nobody is told', async () => {
    const observer = await accepted()
    const id = await planned()
    await invite(id, observer)
    const change = { ...MEETING, startsAt: '2026-04-02T12:00:00.000Z', endsAt: '2026-04-02T14:30:00.000Z' }
    const moved = { ...change, place: null, title: 'Courts that listen', version: 1 }
    expect((await call('PUT', `/${id}`, moved)).statusCode).toBe(204)
    expect((await call('PUT', `/${id}`, moved)).json().code).toBe('changed-meanwhile')
    expect((await call('PUT', `/${id}`, { ...moved, agenda: 'None', version: 2 })).statusCode).toBe(204)
    const [letter, ...more] = await letters(observer, 'Changed: Courts that listen')
    expect(more).toEqual([])
    const text = flat(letter?.text)
    expect(text).toContain(
      'Meeting (before): Courts that explain themselves Meeting (now): Courts that listen',
    )
    expect(text).toMatch(/When \(before\): Wednesday,? 1 April 2026.*When \(now\): Thursday,? 2 April 2026/)
    expect(text).toContain('Place (before): Palais de Justice, Paris Place (now): none')
    expect(text).not.toContain('Online (before)')
  })

  test('that it is cancelled, with the reason, or that they are no longer invited; nothing follows after that', async () => {
    const [stays, leaves] = [await accepted(), await accepted()]
    const id = await planned()
    await invite(id, stays, leaves)
    const { reference } = leaves
    expect((await call('POST', `/${id}/invitation-withdrawals`, { reference })).statusCode).toBe(204)
    expect((await call('POST', `/${id}/invitation-withdrawals`, { reference })).statusCode).toBe(409)
    expect((await call('POST', `/${id}/cancellation`, { reason: 'A general strike.' })).statusCode).toBe(204)
    const [letter] = await letters(stays, 'Cancelled')
    expect(letter?.text).toContain('A general strike.')
    expect(await letters(leaves, 'Invitation taken back')).toHaveLength(1)
    expect(await letters(leaves, 'Cancelled')).toEqual([])
    for (const refused of [
      await invite(id, leaves),
      await call('PUT', `/${id}`, { ...MEETING, version: 2 }),
      await call('POST', `/${id}/cancellation`, { reason: 'Again.' }),
    ]) {
      expect(refused.json().code).toBe('transition-not-allowed')
    }
  })

  test('not once their time as an observer has ended', async () => {
    const observer = await accepted()
    const id = await planned()
    await invite(id, observer)
    await work.post(observer.reference, 'end', { reason: 'As agreed.' })
    expect(await letters(observer, 'Invitation')).toHaveLength(1)
    const [ended] = await letters(observer, 'Your observer status has ended')
    const page = /https:\/\/intake\.example(\/en\/follow\/[\w-]{43})/.exec(ended?.text ?? '')?.[1] ?? ''
    const shown = await service.app.inject({ url: page, headers: { accept: 'text/html' } })
    expect(shown.body).toContain('You were invited to a meeting')
    expect(shown.body).not.toContain('Meetings to which you are invited')
    await call('POST', `/${id}/cancellation`, { reason: 'No room.' })
    expect(await letters(observer, 'Cancelled')).toEqual([])
  })
})

describe('who can be invited', () => {
  test('observers, and who was accepted and asked for one meeting; all are invited or none', async () => {
    const [standing, one] = [await accepted(), await forOne({ accessNeeds: undefined })]
    const open = { reference: (await service.submitObserver()).json().reference, address: '' }
    const support = { reference: (await service.submitSupport()).json().reference, address: '' }
    await service.settled()
    const id = await planned()
    const { items } = (await call('GET', `/${id}/candidates`)).json()
    const listed = items.map(({ reference }: Observer) => reference)
    expect(listed).toEqual(expect.arrayContaining([standing.reference, one.reference]))
    expect(listed).not.toContain(open.reference)
    expect(items.find(({ reference }: Observer) => reference === one.reference).asked).toBe(
      'The one in spring',
    )
    for (const other of [open, support]) {
      const refused = await invite(id, standing, other)
      expect(refused.statusCode).toBe(422)
      expect(refused.json().detail).toContain(other.reference)
    }
    expect((await call('GET', `/${id}`)).json().invitations).toEqual([])
    expect((await invite(id, standing, one)).json()).toEqual({ invited: 2 })
  })

  test('not a case in which the organiser has a conflict of interest, which stays unseen', async () => {
    const observer = await accepted({ country: 'KE' })
    const id = await planned()
    await invite(id, observer)
    const kenyan = await service.person(['coordinator'], { country: 'KE' })
    const { reference } = observer
    const read = (await call('GET', `/${id}`, undefined, kenyan.headers)).json()
    expect(read).toMatchObject({ invited: 1, invitations: [] })
    const another = await planned()
    const listed = await call('GET', `/${another}/candidates`, undefined, kenyan.headers)
    expect(listed.body).not.toContain(reference)
    const tried = await call('POST', `/${another}/invitations`, { references: [reference] }, kenyan.headers)
    const absent = await call(
      'POST',
      `/${another}/invitations`,
      { references: ['OBS-00000'] },
      kenyan.headers,
    )
    expect(tried.statusCode).toBe(422)
    expect(tried.body.replaceAll(reference, 'OBS-00000')).toBe(absent.body)
    const withdrawn = await call('POST', `/${id}/invitation-withdrawals`, { reference }, kenyan.headers)
    expect(withdrawn.statusCode).toBe(404)
    const page = await signedInBrowser(service, kenyan.id)
    expect((await page.get(`/desk/meetings/${id}`)).body).toContain('1 is not listed')
    expect((await page.get(`/desk/meetings/${id}/needs`)).body).toContain('Nothing was asked for')
  })
})

describe('interpretation and access needs', () => {
  const needs = 'Captions for Nimblethorpe'

  test('are read by organisers only, of who is invited and asked for something; that they were read is recorded', async () => {
    const [asks, other] = [await accepted({ accessNeeds: needs }), await accepted({ accessNeeds: 'A ramp' })]
    const silent = await accepted({ accessNeeds: undefined, interpretation: undefined })
    const id = await planned()
    await invite(id, asks, silent)
    const page = await browser.get(`/desk/meetings/${id}/needs`)
    expect(page.statusCode).toBe(200)
    for (const shown of [needs, 'French', 'International Sign', asks.reference])
      expect(page.body).toContain(shown)
    for (const absent of [other.reference, silent.reference]) expect(page.body).not.toContain(absent)
    const { rows } = await service.pool.query(
      `select details from events where type = 'meeting.access-needs-read' and actor ->> 'id' = $1`,
      [lead.id],
    )
    expect(rows).toEqual([{ details: { meetingId: id, cases: 1 } }])
    for (const elsewhere of [
      (await browser.get(`/desk/meetings/${id}`)).body,
      (await browser.get(`/desk/cases/${asks.reference}`)).body,
      (await call('GET', `/${id}`)).body,
      JSON.stringify(await work.read(asks.reference)),
    ]) {
      expect(elsewhere).not.toContain('Nimblethorpe')
    }
    const reviewer = await service.person(['reviewer'])
    const theirs = await signedInBrowser(service, reviewer.id)
    expect((await theirs.get(`/desk/meetings/${id}/needs`)).statusCode).toBe(403)
  })

  test('of who asked for one meeting are erased once the last one is over; of observers they stay', async () => {
    const [once, twice, standing] = [await forOne({ accessNeeds: needs }), await forOne(), await accepted()]
    const uninvited = await forOne()
    const id = await planned()
    const later = await planned({ startsAt: '2026-05-01T12:00:00.000Z', endsAt: '2026-05-01T13:00:00.000Z' })
    const cancelled = await planned()
    await invite(id, once, twice, standing)
    await invite(later, twice)
    await invite(cancelled, uninvited)
    await call('POST', `/${cancelled}/cancellation`, { reason: 'No room.' })
    const left = async () => {
      const all = [once, twice, standing, uninvited].map(({ reference }) => reference)
      const { rows } = await service.pool.query(
        `select c.reference from cases c join submissions s on s.case_id = c.id
         where c.reference = any($1) and s.answers ? 'accessNeeds' order by array_position($1, c.reference)`,
        [all],
      )
      return rows.map(({ reference }) => reference)
    }
    const erase = (at: string) => eraseNeedsAfterMeeting(service.db, new Date(at))
    expect(await erase('2026-04-01T14:29:00Z')).toBe(0)
    const both = await Promise.all([1, 2].map(() => erase('2026-04-01T14:31:00Z')))
    expect(both.toSorted((a, b) => a - b)).toEqual([0, 1])
    expect(await left()).toEqual([twice.reference, standing.reference, uninvited.reference])
    expect((await work.trail(once.reference)).at(-1)?.type).toBe('access-needs.erased')
    expect(await erase('2026-05-02T00:00:00Z')).toBe(1)
    expect(await left()).toEqual([standing.reference, uninvited.reference])
    await service.settled()
    await expectInvariants(service.db)
  })
})

test('a meeting is checked at the door: still ahead, somewhere, ended after it began, its link https', async () => {
  for (const [wrong, pointer] of [
    [{ startsAt: '2026-01-01T12:00:00.000Z' }, '/startsAt'],
    [{ startsAt: '2033-01-01T12:00:00.000Z', endsAt: '2033-01-02T12:00:00.000Z' }, '/startsAt'],
    [{ endsAt: MEETING.startsAt }, '/endsAt'],
    [{ place: null, link: null }, '/place'],
    [{ link: 'http://meet.example.org' }, '/link'],
    [{ link: 'https://user:pass@meet.example.org' }, '/link'],
    [{ link: 'javascript:alert(1)' }, '/link'],
    [{ timeZone: 'Europe/Atlantis' }, '/timeZone'],
    [{ title: 'Two\nlines' }, '/title'],
    [{ title: 'x'.repeat(201) }, '/title'],
  ] as const) {
    const answer = await call('POST', '', { ...MEETING, ...wrong })
    expect(answer.statusCode, JSON.stringify(wrong)).toBe(422)
    expect(answer.json().errors[0].pointer).toBe(pointer)
  }
})

test('eighty observers are invited by one press, and the page answers within seconds', async () => {
  const observers = Array.from({ length: 80 }, async () => {
    const { reference } = (
      await service.submitObserver({ participation: 'standing', meeting: undefined })
    ).json()
    return reference as string
  })
  const references = await Promise.all(observers)
  await service.settled()
  // Admitted by SQL alone: eighty walks would take longer than all else here.
  await service.pool.query(
    `with admitted as (
      update cases set state = 'active', version = version + 1, decided_by_event = gen_random_uuid()
      where reference = any($1) returning id, version, decided_by_event as event_id
    ), words as (
      insert into event_words (event_id, stream, salt, words)
      select event_id, id, '\\x00', '{"reason":"It is so."}' from admitted
    )
    insert into events (id, stream, position, type, at, actor, details, words_hash, previous_hash, hash)
    select event_id, id, version, 'case.decided', now(), '{"kind":"system","id":"operator"}',
      '{"to":"accepted","outcome":"accept","reasonCode":"meets-criteria"}', '\\x00', '\\x00', '\\x00' from admitted`,
    [references],
  )
  const id = await planned()
  const at = `/desk/meetings/${id}/invitations`
  const page = await browser.get(at)
  expect(page.body.length).toBeLessThan(60_000)
  expect((await browser.post(at, { all: 'yes' })).headers.location).toBe(`/desk/meetings/${id}?done=invited`)
  const { invited } = (await call('GET', `/${id}`)).json()
  expect(invited).toBeGreaterThanOrEqual(80)
  const { rows } = await service.pool.query(
    `select count(*)::int as told from events where type = 'meeting.invited' and details ->> 'meetingId' = $1`,
    [id],
  )
  expect(rows).toEqual([{ told: invited }])
})
