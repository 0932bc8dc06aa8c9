// An application from the form to the decision, by a client whose types come from the OpenAPI document.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import createClient, { type Client } from 'openapi-fetch'
import { application } from './application.ts'
import type { components, paths } from './openapi.d.ts'

type Problem = components['schemas']['Problem']

const { INTAKE: baseUrl = 'http://localhost:3000' } = process.env
const anybody = createClient<paths>({ baseUrl })
const lead = signedIn('LEAD_TOKEN')
const reviewer = signedIn('REVIEWER_TOKEN')
const outsider = signedIn('OUTSIDER_TOKEN')

const reference = await apply()
await refuseWrongAnswers()
await review(reference)
await decide(reference)
await readWhatHappened(reference)
await hideFromOthers(reference)

async function apply(): Promise<string> {
  const { items } = done(await anybody.GET('/api/v1/forms'))
  const form = items.find(({ name }) => name === 'observer-interest')
  assert.equal(form?.submitTo, '/api/v1/observer-applications')
  const description = done(
    await anybody.GET('/api/v1/forms/{form}', { params: { path: { form: form.name } } }),
  )
  assert.equal(description['x-form'], 'observer-interest')
  say(`the form is “${form.title.en}”`)

  const header = { 'Idempotency-Key': randomUUID(), 'Accept-Language': 'fr' }
  const sent = { params: { header }, body: application }
  const first = await anybody.POST('/api/v1/observer-applications', sent)
  const receipt = done(first)
  assert.equal(first.response.status, 201)
  assert.equal(first.response.headers.get('location'), `/api/v1/cases/${receipt.reference}`)
  assert.equal(receipt.status.code, 'received')
  assert.equal(receipt.status.label, 'Reçue')
  say(`taken in; due ${receipt.next.dueAt}`)

  assert.deepEqual(done(await anybody.POST('/api/v1/observer-applications', sent)), receipt)
  say('sent again with the same key: the same answer')

  const other = { ...sent, body: { ...application, organisationName: 'Another organisation' } }
  const reused = problem(await anybody.POST('/api/v1/observer-applications', other))
  assert.equal(reused.code, 'idempotency-key-reused')
  return receipt.reference
}

async function refuseWrongAnswers(): Promise<void> {
  const body = {
    ...application,
    contact: { ...application.contact, email: 'not an address' },
    justiceThemes: [],
  }
  const { code, status, errors } = problem(await anybody.POST('/api/v1/observer-applications', { body }))
  assert.deepEqual([status, code], [422, 'invalid-fields'])
  assert.deepEqual(errors?.map(({ pointer }) => pointer).toSorted(), ['/contact/email', '/justiceThemes'])
  say('two wrong answers: both are named')
}

async function review(reference: string): Promise<void> {
  const params = { path: { reference } }
  const unread = problem(await lead.GET('/api/v1/cases/{reference}', { params }))
  assert.deepEqual([unread.status, unread.code], [403, 'declaration-needed'])
  await declareNoConflict(lead, reference)
  const listed = done(
    await lead.GET('/api/v1/cases', { params: { query: { form: 'observer-interest', sort: 'newest' } } }),
  )
  assert.ok(listed.items.some(item => item.reference === reference))
  const routed = await whenRouted(reference)
  say(`routed: ${routed.routing[0]?.explanation}`)

  const me = done(await reviewer.GET('/api/v1/me'))
  done(
    await lead.POST('/api/v1/cases/{reference}/assignment', {
      params,
      body: { assigneeId: me.id, why: 'Knows the courts.' },
    }),
  )
  const mine = done(await reviewer.GET('/api/v1/cases', { params: { query: { assignee: 'me' } } }))
  assert.deepEqual(
    mine.items.map(item => item.reference),
    [reference],
  )
  await declareNoConflict(reviewer, reference)

  assert.equal(
    done(await reviewer.POST('/api/v1/cases/{reference}/review', { params, body: {} })).state,
    'in-review',
  )
  const question = { question: 'Which courts do your figures cover?' }
  const asked = done(await reviewer.POST('/api/v1/cases/{reference}/question', { params, body: question }))
  assert.equal(asked.state, 'awaiting-applicant')
  const { criteria } = done(await reviewer.GET('/api/v1/cases/{reference}', { params })).review
  const tooEarly = {
    recommendation: 'accept',
    reason: 'Useful to all.',
    criteria: Object.fromEntries(criteria.map(({ code }) => [code, 'met' as const])),
  } as const
  const early = problem(
    await reviewer.POST('/api/v1/cases/{reference}/recommendation', { params, body: tooEarly }),
  )
  assert.equal(early.code, 'transition-not-allowed')
  const answer = { answer: 'All eleven district courts.' }
  assert.equal(
    done(await reviewer.POST('/api/v1/cases/{reference}/answer', { params, body: answer })).state,
    'in-review',
  )
  const recommended = done(
    await reviewer.POST('/api/v1/cases/{reference}/recommendation', { params, body: tooEarly }),
  )
  assert.equal(recommended.state, 'recommended')
  say('reviewed, asked, answered, recommended')
}

// Nothing in a case is shown to anybody who has not said that they have no conflict of interest in it.
async function declareNoConflict(client: Client<paths>, reference: string): Promise<void> {
  const declaration = { params: { path: { reference } }, body: { conflict: 'no' } } as const
  done(await client.POST('/api/v1/cases/{reference}/declaration', declaration))
}

async function decide(reference: string): Promise<void> {
  const decision = {
    params: { path: { reference } },
    body: {
      outcome: 'accept',
      reasonCode: 'meets-criteria',
      reason: 'Your figures help members to see where cases wait.',
      wouldChange: 'Nothing that we know of today.',
      anotherLook: 'Write to us within thirty days.',
    },
  } as const
  const refused = problem(await reviewer.POST('/api/v1/cases/{reference}/decision', decision))
  assert.deepEqual([refused.status, refused.code], [403, 'not-permitted'])
  assert.equal(done(await lead.POST('/api/v1/cases/{reference}/decision', decision)).state, 'accepted')
  const view = done(await lead.GET('/api/v1/cases/{reference}', { params: { path: { reference } } }))
  assert.ok(view.nextSteps.some(({ name }) => name === 'admit'))
  say('decided by a lead, not by the reviewer')
}

async function readWhatHappened(reference: string): Promise<void> {
  const { items } = done(
    await lead.GET('/api/v1/cases/{reference}/audit-trail', { params: { path: { reference } } }),
  )
  const positions = items.map(({ position }) => position)
  assert.deepEqual(
    positions,
    positions.toSorted((a, b) => a - b),
  )
  assert.ok(items.some(({ words }) => words?.['question'] === 'Which courts do your figures cover?'))
  say(`the audit trail: ${items.map(({ type }) => type).join(', ')}`)
}

async function hideFromOthers(reference: string): Promise<void> {
  const params = { path: { reference } }
  const hidden = problem(await outsider.GET('/api/v1/cases/{reference}', { params }))
  assert.deepEqual([hidden.status, hidden.code], [404, 'not-found'])
  assert.deepEqual(done(await outsider.GET('/api/v1/cases')).items, [])
  assert.equal(problem(await anybody.GET('/api/v1/cases/{reference}', { params })).code, 'not-signed-in')
  say('not there for who may not see it')
}

// Workers choose team and reviewer behind the answer.
async function whenRouted(reference: string) {
  for (let tries = 0; tries < 100; tries++) {
    const view = done(await lead.GET('/api/v1/cases/{reference}', { params: { path: { reference } } }))
    if (view.routing.length > 0) return view
    await wait(100)
  }
  throw new Error('The case was not routed within ten seconds.')
}

function signedIn(variable: string): Client<paths> {
  const token = process.env[variable]
  if (!token) throw new Error(`Set ${variable} to a personal API token.`)
  return createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } })
}

/** What a success brought. */
function done<Data>(result: { data?: Data; error?: Problem; response: Response }): Data {
  if (result.response.ok) return result.data as Data
  throw new Error(`${result.response.status} ${JSON.stringify(result.error)}`)
}

/** What a refusal said. */
function problem(result: { error?: Problem; response: Response }): Problem {
  assert.ok(result.error, `expected a problem, got ${result.response.status}`)
  return result.error
}

function say(step: string): void {
  process.stdout.write(`- ${step}\n`)
}
