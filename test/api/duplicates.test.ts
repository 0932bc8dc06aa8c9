// Applications that may be the same: found with a reason, merged and taken apart again without losing anything.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchClock } from '../../src/cases/watch-clock.ts'
import { likenessHealer } from '../../src/triage/duplicates/likeness.ts'
import { observerApplication } from '../support/applications.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'
import { working } from './cases-steps.ts'

let service: TestService
let person: Awaited<ReturnType<TestService['person']>>
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService()
  service.clock.set(new Date())
  person = await service.person(['lead'])
  lead = working(service, person)
})
afterAll(() => service.close())

const contact = (email: string) => ({ ...(observerApplication()['contact'] as object), email })
const WRITING = {
  relevantWork: 'We run legal clinics on boats that visit forty villages along the river twice a year.',
  motivation: 'The next plan should count the villages that no court official has ever been to.',
  contribution: 'Our log of nine hundred questions, and the boat’s timetable for whoever wants to come.',
}
const OTHER = {
  relevantWork:
    'Journalists of our station sit in on trials and report them in three languages every evening.',
  motivation: 'Listeners ask us why hearings are put off so often; members ought to publish the reasons.',
  contribution: 'Audio archives since 2011 that researchers may use, with a catalogue by court and year.',
}
async function submitted(overrides: object): Promise<string> {
  const { reference } = (await service.submitObserver(overrides)).json()
  await service.settled()
  return reference
}
const related = async (reference: string, headers = person.headers) => {
  await service.openTo({ headers }, reference)
  return (await service.app.inject({ url: `/api/v1/cases/${reference}/related`, headers })).json()
}

describe('a possible duplicate is found', () => {
  test('by the name, the address, the domain and the text, each with its reason', async () => {
    const first = await submitted({
      organisationName: 'River Clinics Trust',
      contact: contact('a@river-clinics.example'),
      ...WRITING,
    })
    const again = await submitted({
      organisationName: 'The River Clinics Trust',
      contact: contact('b@river-clinics.example'),
      ...OTHER,
    })
    const elsewhere = await submitted({
      organisationName: 'Floating Counsel',
      contact: contact('someone@gmail.com'),
      ...WRITING,
    })
    const stranger = await submitted({
      organisationName: 'Radio Tribunal',
      contact: contact('other@gmail.com'),
      relevantWork: 'Puppet theatre about tenants’ rights, played in eighteen schools of the capital.',
      motivation: 'Children explain to their parents what a landlord may not do, and they are listened to.',
      contribution: 'Three plays with masks, and teachers who train others to perform them in a week.',
    })
    const { duplicates } = await related(first)
    const found = new Map<string, string>(
      duplicates.map((one: { reference: string; why: string[] }) => [one.reference, one.why.join('; ')]),
    )
    expect(new Set(found.keys())).toEqual(new Set([again, elsewhere]))
    expect(found.get(again)).toMatch(/name is \d+% the same.*same domain/)
    expect(found.get(elsewhere)).toBe('What was written is 100% the same')
    expect((await related(stranger)).duplicates).toEqual([])
  })

  test('not among cases that one may not see', async () => {
    const overrides = {
      organisationName: 'Hidden Hills',
      contact: contact('a@hidden-hills.example'),
      ...OTHER,
    }
    const [open, hidden] = [
      await submitted({ ...overrides, country: 'SN' }),
      await submitted({ ...overrides, country: 'GH' }),
    ]
    const conflicted = await service.person(['lead'], { country: 'GH' })
    expect(JSON.stringify(await related(open))).toContain(hidden)
    expect(JSON.stringify(await related(open, conflicted.headers))).not.toContain(hidden)
  })
})

test('what cases from before are compared by is written down by and by, and never again of one that was erased', async () => {
  const overrides = { organisationName: 'Early Bird Counsel', contact: contact('a@early-bird.example') }
  const [old, erased] = [await submitted(overrides), await submitted(overrides)]
  await service.pool.query(
    'delete from likenesses where case_id in (select id from cases where reference = any($1))',
    [[old, erased]],
  )
  await service.pool.query('update cases set erased_at = now() where reference = $1', [erased])
  expect(await likenessHealer(service)()).toBeGreaterThanOrEqual(1)
  const { rows } = await service.pool.query(
    'select reference from likenesses join cases on id = case_id where reference = any($1)',
    [[old, erased]],
  )
  expect(rows).toEqual([{ reference: old }])
  await service.pool.query('update cases set erased_at = null where reference = $1', [erased])
})

test('the four ways of being alike ask indexes and not every case', async () => {
  const client = await service.pool.connect()
  try {
    await client.query(`begin; set local enable_seqscan = off`)
    for (const [condition, index] of [
      [`case_search where listed @@ 'river | clinics'::tsquery`, 'case_search_listed_index'],
      [`likenesses where marks && '{1,2,3}'::int[]`, 'likenesses_marks_index'],
      [`likenesses where domain = 'river-clinics.example'`, 'likenesses_domain_index'],
      [`likenesses where address = 'a@river-clinics.example'`, 'likenesses_address_index'],
    ]) {
      const { rows } = await client.query(`explain select case_id from ${condition}`)
      expect(JSON.stringify(rows)).toContain(index)
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
})

describe('a merge', () => {
  const row = async (reference: string) => {
    const { rows } = await service.pool.query<Record<string, unknown>>(
      'select state, due_at, remind_at, reminded_at, holds, duplicate_of, assignee_id, version from cases where reference = $1',
      [reference],
    )
    return rows[0] ?? {}
  }
  async function pair() {
    const overrides = { organisationName: 'Twice Sent', contact: contact('once@twice-sent.example') }
    const [original, duplicate] = [await submitted(overrides), await submitted(overrides)]
    await lead.post(duplicate, 'notes', { note: 'They telephoned about this one.' })
    await lead.post(duplicate, 'question', { question: 'Is this the same as before?' })
    await service.settled()
    return { original, duplicate }
  }
  const merge = (duplicate: string, original: string) =>
    lead.post(duplicate, 'duplicate', { original, reason: 'Sent twice.' })

  test('loses nothing: notes, messages, contact and answers of the duplicate are read from the original', async () => {
    const { original, duplicate } = await pair()
    await lead.read(original)
    expect((await merge(duplicate, original)).json().state).toBe('duplicate')
    expect(await related(original)).toMatchObject({ merged: [{ reference: duplicate }], mergedInto: null })
    expect(await related(duplicate)).toMatchObject({ merged: [], mergedInto: original })
    const page = await (await signedInBrowser(service, person.id)).get(`/desk/cases/${original}`)
    for (const kept of [
      'They telephoned about this one.',
      'Is this the same as before?',
      'once@twice-sent.example',
      `What they sent as ${duplicate}`,
    ]) {
      expect(page.body).toContain(kept)
    }
    // Who has not declared for the duplicate reads of it only that it is there.
    const newcomer = await service.person(['lead'])
    await service.openTo(newcomer, original)
    const theirs = await (await signedInBrowser(service, newcomer.id)).get(`/desk/cases/${original}`)
    expect(theirs.body).toContain(duplicate)
    expect(theirs.body).not.toContain('They telephoned about this one.')
    const joined = (await lead.trail(original)).at(-2)
    expect(joined).toMatchObject({ type: 'case.duplicate-joined', details: { duplicate } })
  })

  test('is undone as if it had not been: state, date, reminder and the clock that stood', async () => {
    // Within one day, whatever day it is when this runs.
    service.clock.set(`${service.clock.now().toISOString().slice(0, 10)}T12:00:00Z`)
    const { original, duplicate } = await pair()
    const before = await row(duplicate)
    expect(before['state']).toBe('awaiting-applicant')
    await merge(duplicate, original)
    service.clock.advance(3_600_000)
    const undone = await lead.post(duplicate, 'separation', { reason: 'Two offices of one name.' })
    expect([undone.statusCode, undone.json().state]).toEqual([200, 'awaiting-applicant'])
    const after = await row(duplicate)
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
    const trail = await lead.trail(duplicate)
    expect(trail.at(-1)).toMatchObject({
      type: 'case.unmerge',
      details: { to: 'awaiting-applicant' },
      words: { reason: 'Two offices of one name.' },
    })
    expect((await related(original)).merged).toEqual([])
    await service.settled()
    const told = (await service.inboxOf('once@twice-sent.example')).map(mail => mail.subject)
    expect(told.filter(subject => subject?.includes(duplicate)).at(-1)).toContain('We are continuing with')
    await expectInvariants(service.db, [original, duplicate])
    expect((await lead.post(duplicate, 'separation', { reason: 'Again.' })).statusCode).toBe(409)
  })

  test('that is undone after the answer was due leaves the applicant the days that they had left', async () => {
    service.clock.set('2031-03-03T12:00:00Z') // a Monday
    const { original, duplicate } = await pair()
    const due = async () => {
      const { due_at: dueAt, remind_at: remindAt } = await row(duplicate)
      return { dueAt, remindAt }
    }
    expect(await due()).toEqual({
      dueAt: new Date('2031-03-31T23:59:59.999Z'),
      remindAt: new Date('2031-03-10T23:59:59.999Z'),
    })
    service.clock.set('2031-03-07T12:00:00Z')
    await merge(duplicate, original)
    // On a Saturday. From Friday 7 March on 46 working days ended in which nobody could answer.
    service.clock.set('2031-05-10T12:00:00Z')
    await lead.post(duplicate, 'separation', { reason: 'Two offices of one name.' })
    expect(await due()).toEqual({
      dueAt: new Date('2031-06-03T23:59:59.999Z'),
      remindAt: new Date('2031-05-13T23:59:59.999Z'),
    })
    await watchClock(service.db, service.clock.now(), service.standard)
    expect((await row(duplicate))['state']).toBe('awaiting-applicant')
    await service.settled()
    const mails = await service.inboxOf('once@twice-sent.example')
    const mail = mails.filter(({ subject }) => subject?.includes(duplicate)).at(-1)
    expect(mail?.text).toContain('3 June 2031')
    await expectInvariants(service.db, [original, duplicate])
  })

  test('ends for the original, too, when the duplicate is reopened', async () => {
    const { original, duplicate } = await pair()
    await merge(duplicate, original)
    const reopened = await lead.post(duplicate, 'reopening', { reason: 'Two offices of one name.' })
    expect(reopened.json().state).toBe('in-review')
    const seen = (await lead.trail(original)).filter(({ type }) => type.startsWith('case.duplicate-'))
    expect(seen).toMatchObject([
      { type: 'case.duplicate-joined', details: { duplicate } },
      { type: 'case.duplicate-left', details: { duplicate } },
    ])
    await expectInvariants(service.db, [original, duplicate])
  })

  test('of two into each other at once happens once', async () => {
    const { original, duplicate } = await pair()
    await lead.read(original)
    const answers = await Promise.all([merge(duplicate, original), merge(original, duplicate)])
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 422])
    const states = [(await row(original))['state'], (await row(duplicate))['state']]
    expect(states.filter(state => state === 'duplicate')).toHaveLength(1)
  })
})
