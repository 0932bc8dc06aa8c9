// The settings pages as an administrator uses them, without JavaScript.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let lead: TestBrowser
let other: TestBrowser
let auditor: TestBrowser
beforeAll(async () => {
  service = await testService()
  lead = await signedInBrowser(service, (await service.person(['lead'])).id)
  other = await signedInBrowser(service, (await service.person(['lead'])).id)
  auditor = await signedInBrowser(service, (await service.person(['auditor'])).id)
})
afterAll(() => service.close())

const RULES = '/desk/settings/rules'
const inForce = async () =>
  (
    await service.pool.query<{ version: number }>(
      'select max(version)::int as version from routing_rule_sets',
    )
  ).rows[0]?.version

test('every settings page opens for a lead, and none for an auditor', async () => {
  for (const place of ['', '/rules', '/rules/new', '/rules/trial', '/teams', '/absences', '/conflicts']) {
    expect((await lead.get(`/desk/settings${place}`)).statusCode).toBe(200)
    expect((await auditor.get(`/desk/settings${place}`)).statusCode).toBe(403)
  }
  expect((await lead.get('/desk/account/availability')).statusCode).toBe(200)
})

test('a draft of the rules is tried on real cases, then put in force, and decisions name its version', async () => {
  const { reference } = (await service.submitObserver()).json()
  await service.settled()
  const rule = { name: 'All to Europe', teamId: 'europe', enabled: 'yes', seen: '0' }
  expect((await lead.post(RULES, rule, `${RULES}/new`)).statusCode).toBe(303)
  const { rows } = await service.pool.query<{ rules: { id: string }[] }>(
    'select rules from routing_rule_drafts',
  )
  const last = rows[0]?.rules.at(-1)?.id ?? ''
  expect((await lead.get(`${RULES}/trial`)).body).not.toContain(reference)
  // Up over the six others.
  const places = (rows[0]?.rules.length ?? 0) - 1
  for (let seen = 1; seen <= places; seen += 1) {
    const moved = await lead.post(`${RULES}/${last}/place`, { seen: `${seen}`, to: 'up' }, RULES)
    expect(moved.statusCode).toBe(303)
  }
  const trial = (await lead.get(`${RULES}/trial?cases=100`)).body
  expect(trial).toContain(reference)
  expect(trial).toMatch(/<strong>1<\/strong> of 1/)

  const stale = await other.post(`${RULES}/${last}/removal`, { seen: '1' }, RULES)
  expect(stale.statusCode).toBe(409)
  expect(stale.body).toContain('Someone else has just changed this draft')

  expect(await inForce()).toBe(1)
  const put = { seen: `${places + 1}`, basedOn: '1' }
  expect((await lead.post(`${RULES}/publication`, put, RULES)).statusCode).toBe(303)
  expect(await inForce()).toBe(2)
  const next = (await service.submitObserver()).json().reference as string
  await service.settled()
  const { rows: routed } = await service.pool.query(
    `select decision -> 'ruleSet' as version, decision -> 'team' ->> 'id' as team from routing_decisions
     join cases on cases.id = case_id where reference = $1`,
    [next],
  )
  expect(routed).toEqual([{ version: 2, team: 'europe' }])
})

test('a rule without a name or a team is shown again with what was ticked', async () => {
  const body = { name: '', teamId: '', enabled: 'yes', seen: '0', 'region.is-any-of': 'europe' }
  const refused = await lead.post(RULES, body, `${RULES}/new`)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toMatch(/value="europe" checked/)
})

test('who changes a team that somebody else changed is told', async () => {
  const at = '/desk/settings/teams/europe'
  const change = { name: 'Europe', region: 'europe', active: 'yes', seen: '1' }
  expect((await lead.post(at, change)).statusCode).toBe(303)
  const late = await other.post(at, { ...change, name: 'Europe and Caucasus' })
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Europe and Caucasus')
})
