// Reviewing and deciding: criteria, several reviewers, four eyes, two who decide at once, and what the database refuses.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'
import { decision, recommendation, working } from './cases-steps.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

type Person = Awaited<ReturnType<TestService['person']>>
const observer = async (): Promise<string> => (await service.submitObserver()).json().reference
const support = async (): Promise<string> => (await service.submitSupport()).json().reference
async function colleague() {
  const person = await service.person(['lead'])
  return { ...person, ...working(service, person) }
}
async function inReview(submitted: Promise<string>) {
  const [reference, lead] = [await submitted, await colleague()]
  expect((await lead.post(reference, 'review')).statusCode).toBe(200)
  return { reference, lead }
}

test('a tag is put on and taken off on the page of the case, and what is no tag is said beside it', async () => {
  const { reference, lead } = await inReview(observer())
  const browser = await signedInBrowser(service, lead.id)
  const page = `/desk/cases/${reference}`
  const shown = async () =>
    [...(await browser.get(page)).body.matchAll(/<a class="tag own"[^>]*>([^<]*)</g)].map(([, tag]) => tag)
  await browser.post(`${page}/tags`, { tag: '  Court  Users ' }, page)
  await browser.post(`${page}/tags`, { tag: 'urgent' }, page)
  expect(await shown()).toEqual(['court users', 'urgent'])
  expect((await lead.read(reference)).tags).toEqual(['court users', 'urgent'])
  await browser.post(`${page}/tag-removal`, { tag: 'urgent' }, page)
  expect(await shown()).toEqual(['court users'])
  expect((await browser.get(page)).body).toContain('<option value="urgent">')
  const refused = await browser.post(`${page}/tags`, { tag: '!!' }, page)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toMatch(/id="tags-tag-wrong"[^<]*>[^<]+<[^]*value="!!" aria-invalid="true"/)
})

describe('a recommendation', () => {
  test('judges every criterion of its form and no other', async () => {
    const { reference, lead } = await inReview(observer())
    const good = recommendation(observerInterest)
    const { standing: _, ...incomplete } = good.criteria
    const wrong = { ...good, criteria: { ...incomplete, 'good-looks': 'met' } }
    const refused = await lead.post(reference, 'recommendation', wrong)
    expect(refused.statusCode).toBe(422)
    expect(
      refused
        .json()
        .errors.map((error: { pointer: string }) => error.pointer)
        .toSorted(),
    ).toEqual(['/criteria/good-looks', '/criteria/standing'])
    expect((await lead.post(reference, 'recommendation', good)).json().state).toBe('recommended')
  })

  test('of each reviewer stands beside those of the others, and their newest one counts', async () => {
    const { reference, lead } = await inReview(observer())
    const other = await colleague()
    await lead.post(reference, 'recommendation', recommendation(observerInterest, 'accept', 'Good.'))
    const second = recommendation(observerInterest, 'decline', 'Not now.')
    expect((await other.post(reference, 'recommendation', second)).json().state).toBe('recommended')
    await lead.post(reference, 'recommendation', recommendation(observerInterest, 'defer', 'Later.'))
    const { recommendations, review } = await lead.read(reference)
    expect(recommendations).toMatchObject([
      { staffId: other.id, recommendation: 'decline', reason: 'Not now.' },
      { staffId: lead.id, recommendation: 'defer', reason: 'Later.', criteria: { standing: 'met' } },
    ])
    expect(review).toMatchObject({ suggestedRecommendations: 2, fourEyes: false })
    expect(review.criteria[0]).toMatchObject({ code: 'justice-work' })
  })

  test('can be asked of a reviewer of another team: they see the case, and it stays with its assignee', async () => {
    const { reference, lead } = await inReview(observer())
    const outsider = await service.person(['reviewer'], { name: 'Outside Example' })
    const conflicted = await service.person(['reviewer'], { country: 'SL' })
    expect((await working(service, outsider).read(reference)).code).toBe('not-found')
    for (const reviewerId of [conflicted.id, randomUUID()]) {
      expect((await lead.post(reference, 'reviewers', { reviewerId })).statusCode).toBe(422)
    }
    for (let times = 0; times < 2; times += 1) {
      expect((await lead.post(reference, 'reviewers', { reviewerId: outsider.id })).statusCode).toBe(204)
    }
    expect(await lead.read(reference)).toMatchObject({ reviewers: [outsider.id], assigneeId: null })
    const asked = (await lead.trail(reference)).filter(({ type }) => type === 'case.reviewer-asked')
    expect(asked).toHaveLength(1)
    const theirs = working(service, outsider)
    const sent = await theirs.post(reference, 'recommendation', recommendation(observerInterest))
    expect(sent.json().state).toBe('recommended')
    // Who steps back is asked no more, and declares anew should the conflict ever be taken back.
    await theirs.post(reference, 'recusal', { reason: 'A cousin.' })
    await service.pool.query('delete from conflicts where staff_id = $1', [outsider.id])
    expect((await lead.read(reference)).reviewers).toEqual([])
    await lead.post(reference, 'reviewers', { reviewerId: outsider.id })
    const url = `/api/v1/cases/${reference}`
    const again = await service.app.inject({ url, headers: outsider.headers })
    expect(again.json().code).toBe('declaration-needed')
  })

  test('is suggested, never asked for: one lead can decide where the form does not ask for four eyes', async () => {
    const { reference, lead } = await inReview(observer())
    expect((await lead.post(reference, 'decision', decision('accept'))).json().state).toBe('accepted')
  })
})

describe('where the form asks for four eyes', () => {
  test('nobody decides alone, and who recommended does not decide', async () => {
    const { reference, lead } = await inReview(support())
    const steps = async (reader: typeof lead) =>
      (await reader.read(reference)).nextSteps.map((step: { name: string }) => step.name)
    const alone = await lead.post(reference, 'decision', decision('accept'))
    expect([alone.statusCode, alone.json().code]).toEqual([409, 'second-person-needed'])
    expect(alone.json().detail).toContain('somebody else has to recommend')
    expect(await steps(lead)).not.toContain('accept')

    await lead.post(reference, 'recommendation', recommendation(supportRequest))
    const own = await lead.post(reference, 'decision', decision('accept'))
    expect([own.statusCode, own.json().detail]).toEqual([
      409,
      expect.stringContaining('You have recommended'),
    ])
    expect(await steps(lead)).not.toContain('accept')

    const other = await colleague()
    expect(await steps(other)).toContain('accept')
    expect((await other.post(reference, 'decision', decision('accept'))).json().state).toBe('accepted')
  })

  test('a recommendation from before a reopening does not count', async () => {
    const { reference, lead } = await inReview(support())
    const other = await colleague()
    await lead.post(reference, 'recommendation', recommendation(supportRequest))
    await other.post(reference, 'decision', decision('decline'))
    service.clock.advance(60_000)
    await other.post(reference, 'reopening', { reason: 'They have sent more.' })
    expect((await other.post(reference, 'decision', decision('accept'))).json().code).toBe(
      'second-person-needed',
    )
  })
})

test('of two who decide at once one wins; the other reads what happened, by whom, and keeps the text', async () => {
  const { reference, lead } = await inReview(observer())
  const other = await service.person(['lead'], { name: 'Second Example' })
  await service.openTo(other, reference)
  const browser = await signedInBrowser(service, other.id)
  const address = `/desk/cases/${reference}`
  const page = (await browser.get(address)).body
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  await lead.post(reference, 'decision', decision('accept'))
  const late = await browser.postAs(`${address}/decision`, {
    _csrf: hidden('_csrf'),
    _version: hidden('_version'),
    ...(decision('decline', { reason: 'A text of some length that is not lost.' }) as Record<string, string>),
  })
  expect(late.statusCode).toBe(409)
  const [summary = ''] = /<div class="errors"[\s\S]*?<div class="head">/.exec(late.body) ?? []
  expect(summary).toContain('Someone else was first')
  expect(summary).toMatch(/<strong>Decided<\/strong> accept, meets criteria: Person/)
  expect(summary).toContain('A text of some length that is not lost.')
  const byApi = await working(service, other).post(reference, 'decision', decision('decline'))
  expect(byApi.json().detail).toMatch(/Person .+ took “accept” on 2026-/)
})

test('the email is shown before anything happens, in the applicant’s language, and nothing stays of it', async () => {
  const contact = {
    name: 'Awa Diop',
    role: 'Juriste',
    email: 'awa@droit-sn.example',
    language: 'fr',
    timeZone: 'Africa/Dakar',
  }
  const submitted = service.submitObserver({ contact }).then(response => response.json().reference as string)
  const { reference, lead } = await inReview(submitted)
  const browser = await signedInBrowser(service, lead.id)
  const trail = await lead.trail(reference)
  const address = `/desk/cases/${reference}`
  const words = decision('accept', { reason: 'Votre travail parle de lui-même.' }) as Record<string, string>
  const preview = await browser.post(`${address}/decision/preview`, words, address)
  expect(preview.statusCode).toBe(200)
  expect(preview.body).toContain('awa@droit-sn.example')
  expect(preview.body).toContain('French')
  expect(preview.body).toContain('Notre décision')
  expect(preview.body).toContain('Votre travail parle de lui-même.')
  expect(await lead.trail(reference)).toEqual(trail)
  const { rows } = await service.pool.query(`select from deliveries where notification = 'decision'`)
  expect(rows).toHaveLength(0)
  const again = await browser.postAs(`${address}/decision/preview`, {
    _csrf: /name="_csrf" value="([^"]*)"/.exec(preview.body)?.[1] ?? '',
    _again: 'yes',
    ...words,
  })
  expect(again.body).toContain('Votre travail parle de lui-même.</textarea>')
})

describe('the database refuses', () => {
  async function refused(statements: readonly string[]): Promise<string | undefined> {
    const client = await service.pool.connect()
    try {
      await client.query('begin')
      for (const statement of statements) await client.query(statement)
      await client.query('commit')
      return undefined
    } catch (error) {
      return (error as { constraint?: string }).constraint
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const event = (stream: string, id: string, type: string, details: object) =>
    `insert into events (id, stream, position, type, at, actor, details, words_hash, previous_hash, hash)
      values ('${id}', '${stream}', 900, '${type}', now(), '{"kind":"system","id":"operator"}', '${JSON.stringify(details)}', '\\x00', '\\x00', '\\x00')`
  const said = (stream: string, id: string, reason: string) =>
    `insert into event_words (event_id, stream, salt, words) values ('${id}', '${stream}', '\\x00', '{"reason":"${reason}"}')`
  const decided = (stream: string, id: string) =>
    `update cases set state = 'declined', due_at = null, decided_by_event = '${id}' where id = '${stream}'`
  const caseId = async () => {
    const { rows } = await service.pool.query<{ id: string }>('select id from cases where reference = $1', [
      await observer(),
    ])
    return rows[0]?.id ?? ''
  }
  const GOOD = { outcome: 'decline', reasonCode: 'outside-remit', to: 'declined' }

  test('a decision without its reason in words', async () => {
    const [stream, id] = [await caseId(), randomUUID()]
    expect(await refused([event(stream, id, 'case.decided', GOOD)])).toBe('events_decision_words_check')
    expect(await refused([event(stream, id, 'case.decided', GOOD), said(stream, id, ' ')])).toBe(
      'events_decision_words_check',
    )
  })

  test('a decision without an outcome', async () => {
    const [stream, id] = [await caseId(), randomUUID()]
    const { outcome: _, ...rest } = GOOD
    expect(await refused([event(stream, id, 'case.decided', rest), said(stream, id, 'So.')])).toBe(
      'events_decision_words_check',
    )
  })

  test('a case that names as its decision what is none, another’s, or one to something else', async () => {
    const [stream, other, id] = [await caseId(), await caseId(), randomUUID()]
    expect(await refused([decided(stream, randomUUID())])).toBe('cases_own_decision_check')
    const theirs = [event(other, id, 'case.decided', GOOD), said(other, id, 'So.')]
    expect(await refused([...theirs, decided(stream, id)])).toBe('cases_own_decision_check')
    const toAccept = [event(stream, id, 'case.decided', { ...GOOD, to: 'accepted' }), said(stream, id, 'So.')]
    expect(await refused([...toAccept, decided(stream, id)])).toBe('cases_own_decision_check')
  })

  test('nothing of a decision that is whole', async () => {
    const [stream, id] = [await caseId(), randomUUID()]
    const whole = [event(stream, id, 'case.decided', GOOD), said(stream, id, 'So.'), decided(stream, id)]
    expect(await refused(whole)).toBeUndefined()
  })
})

describe('a note that mentions somebody', () => {
  const mailed = async (person: Person) => {
    const { rows } = await service.pool.query(
      `select from events where type = 'note.people-mentioned' and details -> 'mentions' ? $1`,
      [person.id],
    )
    return rows.length
  }

  test('tells them, by their whole name, and nobody of whom it has only a part', async () => {
    const { reference, lead } = await inReview(observer())
    const one = await service.person(['lead'], { name: 'Ana Bell' })
    const longer = await service.person(['coordinator'], { name: 'Ana Bell Cruz' })
    const note = 'Please look, @ana bell cruz: mail x@ana bell.example is odd, @Ana is too short.'
    expect((await lead.post(reference, 'notes', { note })).statusCode).toBe(204)
    expect([await mailed(longer), await mailed(one)]).toEqual([1, 0])
  })

  test('who may not see the case is refused, and the note is not kept', async () => {
    const { reference, lead } = await inReview(observer())
    const conflicted = await service.person(['lead'], { name: 'Conflicted Example', country: 'SL' })
    const elsewhere = await service.person(['reviewer'], { name: 'Elsewhere Example' })
    const before = await lead.trail(reference)
    for (const name of ['Conflicted Example', 'Elsewhere Example']) {
      const answer = await lead.post(reference, 'notes', { note: `What do you think, @${name}?` })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors).toMatchObject([{ pointer: '/note', code: 'may-not-see' }])
    }
    expect(await lead.trail(reference)).toEqual(before)
    expect([await mailed(conflicted), await mailed(elsewhere)]).toEqual([0, 0])
    const page = await (await signedInBrowser(service, lead.id)).get(`/desk/cases/${reference}`)
    expect(page.body).not.toContain('@Conflicted Example')
  })
})

test('two who have a case open see each other, and one who has left is not seen', async () => {
  const reference = await observer()
  const people = [
    await service.person(['lead'], { name: 'Abla Example' }),
    await service.person(['lead'], { name: 'Berta Example' }),
  ] as const
  const [abla, berta] = await Promise.all(
    people.map(async person => {
      await service.openTo(person, reference)
      return signedInBrowser(service, person.id)
    }),
  )
  const address = `/desk/cases/${reference}`
  expect((await abla?.get(address))?.body).not.toContain('open too')
  expect((await berta?.get(address))?.body).toContain('Abla Example has this case open too.')
  const mine = await abla?.post(`${address}/presence`, {}, address)
  expect(mine?.json()).toMatchObject({ together: 'Berta Example has this case open too.' })
  const seen = (await berta?.post(`${address}/presence`, {}, address))?.json().seenAt
  // A page that was left before the one that is open now takes nothing away.
  await berta?.post(`${address}/presence`, { left: '2026-01-01T00:00:00.000Z' }, '/desk/account')
  expect((await abla?.post(`${address}/presence`, {}, address))?.json().together).toContain('Berta')
  await berta?.post(`${address}/presence`, { left: seen }, '/desk/account')
  expect((await abla?.post(`${address}/presence`, {}, address))?.json().together).toBe('')
})
