// A case that one may not see does not exist: not in the list, not under its reference, not under any of its steps.
import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCases, type NewCase } from '../../src/cases/open-case.ts'
import { routingFacts } from '../../src/cases/routing-facts.ts'
import { STEPS } from '../../src/cases/steps.ts'
import { cases } from '../../src/cases/tables.ts'
import { visibleTo } from '../../src/cases/visible-cases.ts'
import { whoMaySee } from '../../src/cases/who-may-see.ts'
import { conflictWithCase } from '../../src/routing/conflicts/conflicts.ts'
import { plainName } from '../../src/routing/same-organisation.ts'
import { conflicts, teamMembers } from '../../src/routing/tables.ts'
import { may, type Role } from '../../src/staff/roles.ts'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'
import { BODIES } from './step-bodies.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

type Person = Awaited<ReturnType<TestService['person']>>

/** Every way to a case that the roles open, with a body that its schema takes. */
const waysTo = (reference: string, roles: Role[]) => [
  { method: 'GET' as const, url: `/api/v1/cases/${reference}` },
  { method: 'GET' as const, url: `/api/v1/cases/${reference}/audit-trail` },
  { method: 'GET' as const, url: `/api/v1/cases/${reference}/related` },
  ...STEPS.filter(step => may(roles, step.permission)).map(({ resource }) => ({
    method: 'POST' as const,
    url: `/api/v1/cases/${reference}/${resource}`,
    payload: BODIES[resource] ?? {},
  })),
]

const versionOf = async (reference: string) =>
  (
    await service.pool.query<{ version: number }>('select version from cases where reference = $1', [
      reference,
    ])
  ).rows[0]?.version

async function expectHidden(reference: string, { headers }: Person, roles: Role[]): Promise<void> {
  const before = await versionOf(reference)
  for (const way of waysTo(reference, roles)) {
    const answer = await service.app.inject({ ...way, headers })
    expect(answer.statusCode, `${way.method} ${way.url}: ${answer.body}`).toBe(404)
    expect(answer.body).not.toContain(reference)
  }
  expect(await versionOf(reference)).toBe(before)
  expect(await listed(headers)).not.toContain(reference)
}

async function listed(headers: Person['headers']): Promise<string[]> {
  const found: string[] = []
  for (let after = ''; ;) {
    const url = `/api/v1/cases?limit=200&sort=newest${after && `&after=${after}`}`
    const page = (await service.app.inject({ url, headers })).json()
    found.push(...page.items.map((item: { reference: string }) => item.reference))
    if (page.next === null) return found
    after = page.next
  }
}

const submitted = async (overrides = {}): Promise<string> =>
  (await service.submitObserver(overrides)).json().reference
const fromDomain = (domain: string) => ({
  contact: { ...(observerApplication()['contact'] as object), email: `us@${domain}` },
})

test('a lead without a conflict sees every case, in the list and by its reference', async () => {
  const lead = await service.person(['lead'])
  const reference = await submitted()
  expect(await listed(lead.headers)).toContain(reference)
  await service.openTo(lead, reference)
  expect(
    (await service.app.inject({ url: `/api/v1/cases/${reference}`, headers: lead.headers })).statusCode,
  ).toBe(200)
})

describe.each(['lead', 'coordinator'] as const)('a %s does not see a case', role => {
  const person = (more = {}) => service.person([role], more)

  test('of their own country', async () => {
    await expectHidden(await submitted({ country: 'GH' }), await person({ country: 'GH' }), [role])
  })

  test('of a member in their own country', async () => {
    const { reference } = (await service.submitSupport()).json()
    await expectHidden(reference, await person({ country: 'KE' }), [role])
  })

  test('of their own organisation, however it is written', async () => {
    const reference = await submitted({ organisationName: 'Réseau  Justice & Paix' })
    await expectHidden(reference, await person({ organisation: 'RESEAU JUSTICE AND PAIX' }), [role])
  })

  test('from their own email domain, or one below it', async () => {
    const us = await person({ email: `${randomUUID()}@gov.example` })
    await expectHidden(await submitted(fromDomain('gov.example')), us, [role])
    await expectHidden(await submitted(fromDomain('Justice.GOV.example')), us, [role])
    const elsewhere = await submitted(fromDomain('notgov.example'))
    expect(await listed(us.headers)).toContain(elsewhere)
  })

  test('but sharing a public mail provider hides nothing', async () => {
    const reference = await submitted(fromDomain('gmail.com'))
    expect(await listed((await person({ email: `${randomUUID()}@gmail.com` })).headers)).toContain(reference)
  })

  test.each([
    ['country', 'TN', { country: 'TN' }],
    ['organisation', 'Tribunal Watch', { organisationName: 'tribunal watch!' }],
    ['organisation', 'watch.example', fromDomain('post.watch.example')],
  ])('of a %s that they declared: %s', async (kind, value, overrides) => {
    const [us, reference] = [await person(), await submitted(overrides)]
    expect(await listed(us.headers)).toContain(reference)
    const declared = await service.app.inject({
      method: 'POST',
      url: '/api/v1/routing/my-conflicts',
      payload: { kind, value },
      headers: us.headers,
    })
    expect(declared.statusCode, declared.body).toBe(201)
    await expectHidden(reference, us, [role])
  })

  test('of a jurisdiction that they declared', async () => {
    const [us, { reference }] = [await person(), (await service.submitSupport()).json()]
    const payload = { kind: 'jurisdiction', value: 'kenya' }
    await service.app.inject({
      method: 'POST',
      url: '/api/v1/routing/my-conflicts',
      payload,
      headers: us.headers,
    })
    await expectHidden(reference, us, [role])
  })

  test('from which they recused themselves', async () => {
    const [us, reference] = [await person(), await submitted()]
    const url = `/api/v1/cases/${reference}/recusal`
    const recused = await service.app.inject({
      method: 'POST',
      url,
      payload: { reason: 'A cousin.' },
      headers: us.headers,
    })
    expect(recused.statusCode).toBe(204)
    await expectHidden(reference, us, [role])
  })
})

describe('a reviewer', () => {
  const place = (reference: string, teamId: string | null, assigneeId: string | null = null) =>
    service.db.update(cases).set({ teamId, assigneeId }).where(eq(cases.reference, reference))
  async function reviewer(teamId?: string, more = {}) {
    const person = await service.person(['reviewer'], more)
    if (teamId) await service.db.insert(teamMembers).values({ teamId, staffId: person.id, capacity: 10 })
    return person
  }

  test('sees the cases of their team and those that are theirs', async () => {
    const us = await reviewer('europe')
    const [team, own] = [await submitted(), await submitted()]
    await place(team, 'europe')
    await place(own, 'americas', us.id)
    expect(new Set(await listed(us.headers))).toEqual(new Set([team, own]))
  })

  test('does not see a case of another team, nor one that waits in triage', async () => {
    const us = await reviewer('europe')
    const [other, waiting] = [await submitted(), await submitted()]
    await place(other, 'americas')
    await expectHidden(other, us, ['reviewer'])
    await expectHidden(waiting, us, ['reviewer'])
  })

  test('does not see a case of their team in which they have a conflict, even if it is assigned to them', async () => {
    const us = await reviewer('europe', { country: 'SL' })
    const reference = await submitted()
    await place(reference, 'europe', us.id)
    await expectHidden(reference, us, ['reviewer'])
  })
})

test('who may see a case is answered alike from both sides', async () => {
  const [reference, other] = [await submitted(), await submitted({ country: 'TN' })]
  const people = {
    lead: await service.person(['lead']),
    coordinator: await service.person(['coordinator']),
    conflicted: await service.person(['lead'], { country: 'SL' }),
    inTeam: await service.person(['reviewer']),
    assignee: await service.person(['reviewer']),
    asked: await service.person(['reviewer']),
    elsewhere: await service.person(['reviewer']),
    auditor: await service.person(['auditor']),
  }
  await service.db.insert(teamMembers).values({ teamId: 'europe', staffId: people.inTeam.id, capacity: 1 })
  await service.db
    .update(cases)
    .set({ teamId: 'europe', assigneeId: people.assignee.id })
    .where(eq(cases.reference, reference))
  const reviewerId = people.asked.id
  const ask = { url: `/api/v1/cases/${reference}/reviewers`, payload: { reviewerId } }
  await service.app.inject({ method: 'POST', ...ask, headers: people.lead.headers })
  for (const [one, expected] of [
    [reference, ['asked', 'assignee', 'coordinator', 'inTeam', 'lead']],
    [other, ['conflicted', 'coordinator', 'lead']],
  ] as const) {
    const [theCase] = await service.db.select().from(cases).where(eq(cases.reference, one))
    if (!theCase) throw new Error(`${one} is gone.`)
    const free = new Set((await whoMaySee(service.db, theCase)).map(({ staffId }) => staffId))
    const names = Object.entries(people)
    const seen = await Promise.all(
      names.map(async ([name, { headers }]) =>
        name !== 'auditor' && (await listed(headers)).includes(one) ? [name] : [],
      ),
    )
    expect(seen.flat().toSorted()).toEqual(expected)
    expect(names.flatMap(([name, { id }]) => (free.has(id) ? [name] : [])).toSorted()).toEqual(expected)
  }
})

test('an auditor reads what happened on any case, and nothing else of it', async () => {
  const auditor = await service.person(['auditor'])
  const reference = await submitted()
  const read = (path: string) =>
    service.app.inject({ url: `/api/v1/cases/${reference}${path}`, headers: auditor.headers })
  expect((await read('/audit-trail')).json().items).toHaveLength(1)
  expect((await read('')).statusCode).toBe(403)
})

test('an auditor reads nothing of a case in which they have a conflict', async () => {
  const auditor = await service.person(['auditor'], { country: 'SL' })
  const url = `/api/v1/cases/${await submitted()}/audit-trail`
  expect((await service.app.inject({ url, headers: auditor.headers })).statusCode).toBe(404)
})

test('an administrator reads of no case what happened', async () => {
  const administrator = await service.person(['administrator'])
  const url = `/api/v1/cases/${await submitted()}/audit-trail`
  expect((await service.app.inject({ url, headers: administrator.headers })).statusCode).toBe(404)
})

test('a case is not assigned to somebody who may not see it', async () => {
  const lead = await service.person(['lead'])
  const reference = await submitted({ country: 'GH' })
  const assign = async (assigneeId: string) =>
    service.app.inject({
      method: 'POST',
      url: `/api/v1/cases/${reference}/assignment`,
      payload: { assigneeId },
      headers: lead.headers,
    })
  const conflicted = await service.person(['reviewer'], { country: 'GH' })
  const auditor = await service.person(['auditor'])
  const gone = await service.person(['reviewer'], { active: false })
  for (const { id } of [conflicted, auditor, gone, { id: randomUUID() }]) {
    const answer = await assign(id)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe('/assigneeId')
  }
  expect((await assign((await service.person(['reviewer'])).id)).statusCode).toBe(204)
})

test('a duplicate of a case that one may not see is a duplicate of none', async () => {
  const coordinator = await service.person(['coordinator'], { country: 'GH' })
  const [hidden, reference] = [await submitted({ country: 'GH' }), await submitted()]
  await service.openTo(coordinator, reference)
  const mark = (original: string) =>
    service.app.inject({
      method: 'POST',
      url: `/api/v1/cases/${reference}/duplicate`,
      payload: { original, reason: 'Sent twice.' },
      headers: coordinator.headers,
    })
  const [forHidden, forNone] = [await mark(hidden), await mark('OBS-00000')]
  expect(forHidden.statusCode).toBe(422)
  expect(forHidden.body).toBe(forNone.body)
})

describe('what the list leaves out and what routing calls a conflict', () => {
  const COUNTRIES = [null, 'KE', 'FR']
  const NAMES = [
    'Réseau Justice',
    'reseau-JUSTICE!',
    'Law & Order',
    'law and order',
    '★★',
    'Gmail com',
    'justice.gov.ke',
    '정의',
  ]
  const DOMAINS = [
    'gov.ke',
    'justice.gov.ke',
    'notgov.ke',
    'gmail.com',
    'mail.gmail.com',
    'localhost',
    'x_y.example',
    'law-order.example',
  ]
  const JURISDICTIONS = [null, 'kenya', 'france']
  const pick = <T>(values: readonly T[]) => fc.constantFrom(...values)

  const aCase = fc.record({
    country: pick(COUNTRIES),
    organisation: pick(NAMES),
    domain: pick(DOMAINS),
    jurisdiction: pick(JURISDICTIONS),
  })
  const aConflict = fc.oneof(
    fc.record({ kind: fc.constant('country' as const), value: pick(['KE', 'FR', 'ke']) }),
    fc.record({ kind: fc.constant('jurisdiction' as const), value: pick(['kenya', 'france']) }),
    fc.record({ kind: fc.constant('organisation' as const), value: pick([...NAMES, ...DOMAINS, 'GOV.KE']) }),
    fc.record({ kind: fc.constant('case' as const), value: fc.nat(29) }),
  )
  const aPerson = fc.record({
    country: pick(COUNTRIES),
    organisation: pick([null, ...NAMES, ...DOMAINS]),
    domain: pick(DOMAINS),
    declared: fc.array(aConflict, { maxLength: 3 }),
  })

  test('are the same', async () => {
    const made = fc.sample(aCase, { numRuns: 30, seed: 7 })
    const ids = made.map((): string => randomUUID())
    await service.db.transaction(tx =>
      openCases(
        tx,
        made.map((facts, at) => newCase(ids[at] ?? '', at, facts)),
      ),
    )
    const all = await service.db.select().from(cases)
    const ours = all.filter(row => ids.includes(row.id))

    await fc.assert(
      fc.asyncProperty(aPerson, async ({ country, organisation, domain, declared }) => {
        const { id } = await service.person(['lead'], {
          country,
          organisation,
          email: `${randomUUID()}@${domain}`,
        })
        const rows = declared.map(({ kind, value }) => ({
          id: randomUUID(),
          staffId: id,
          kind,
          value: typeof value === 'number' ? (ids[value] ?? '') : value,
          declaredAt: service.clock.now(),
        }))
        if (rows.length > 0) await service.db.insert(conflicts).values(rows).onConflictDoNothing()
        const visible = await visibleTo(service.db, { staffId: id, roles: ['lead'] })
        const seen = await service.db
          .select({ id: cases.id })
          .from(cases)
          .where(and(visible, eq(cases.form, FORM)))
        const free: string[] = []
        for (const row of ours) {
          if (!(await conflictWithCase(service.db, id, routingFacts(row)))) free.push(row.id)
        }
        expect(new Set(seen.map(row => row.id))).toEqual(new Set(free))
      }),
      { numRuns: 60 },
    )
  })

  const FORM = 'property-test'
  const newCase = (
    id: string,
    at: number,
    {
      domain,
      ...facts
    }: { country: string | null; organisation: string; domain: string; jurisdiction: string | null },
  ): NewCase => ({
    ...facts,
    id,
    reference: `TST-0000${at.toString(32).toUpperCase()}`,
    form: FORM,
    kind: 'observer',
    receivedAt: service.clock.now(),
    dueAt: service.clock.now(),
    language: 'en',
    contactName: 'A',
    contactEmail: `a@${domain}`,
    organisationKey: plainName(facts.organisation),
    contactDomain: domain,
    region: null,
    applicantType: null,
    branch: null,
    supportTypes: [],
    themes: [],
    neededBy: null,
    quarantine: null,
  })
})
