// The office's routing on the desk's pages: rules as a draft with a dry run, teams, absences, conflicts of interest.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

const RULES = '/desk/settings/rules'
let service: TestService
let lead: TestBrowser
let other: TestBrowser
let coordinator: TestBrowser
let reviewer: TestBrowser
let reviewerId = ''
let administrator: TestBrowser

beforeAll(async () => {
  service = await testService()
  const browserOf = async (role: 'lead' | 'coordinator' | 'reviewer' | 'administrator') => {
    const { id } = await service.person([role], { name: `Test ${role}` })
    if (role === 'reviewer') reviewerId = id
    return signedInBrowser(service, id)
  }
  lead = await browserOf('lead')
  other = await browserOf('lead')
  coordinator = await browserOf('coordinator')
  reviewer = await browserOf('reviewer')
  administrator = await browserOf('administrator')
  await service.submitObserver()
  await service.submitSupport()
  await service.settled()
})
afterAll(() => service.close())

const page = async (browser: TestBrowser, url: string, status = 200) => {
  const response = await browser.get(url)
  expect(response.statusCode, `${url}: ${response.body.slice(0, 3000)}`).toBe(status)
  return response.body
}
const events = async (): Promise<string[]> =>
  (
    await service.pool.query<{ type: string }>(
      `select type from events where stream = '00000000-0000-4000-8000-000000000000' order by position`,
    )
  ).rows.map(({ type }) => type)
const seenIn = (body: string) => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '0'

test('settings offer to each what they may read, and to nobody more', async () => {
  const shown = await page(lead, '/desk/settings')
  for (const place of ['people', 'teams', 'absences', 'conflicts', 'rules']) {
    expect(shown).toContain(`/desk/settings/${place}"`)
  }
  expect(await page(coordinator, '/desk/settings')).not.toContain('/desk/settings/people"')
  expect(await page(coordinator, RULES)).not.toContain('Add a rule')
  await page(reviewer, '/desk/settings', 403)
  await page(reviewer, RULES, 403)
  expect((await coordinator.postAs(RULES, {})).statusCode).toBe(403)
})

test('a rule is drafted, tried on past cases, and only then put in force', async () => {
  const added = await lead.post(
    RULES,
    { seen: '0', name: 'All to the Americas', teamId: 'americas', enabled: 'yes' },
    `${RULES}/new`,
  )
  expect([added.statusCode, added.headers.location]).toEqual([303, `${RULES}?done=draft`])
  const draft = await page(lead, RULES)
  const [id = ''] = /[\w-]{36}(?="[^>]*>All to the Americas)/.exec(draft) ?? []
  const placing = `/desk/settings/rules/${id}/place`
  let seen = seenIn(draft)
  for (let step = 0; step < 20 && draft.includes(placing); step += 1) {
    const before = await page(lead, RULES)
    seen = seenIn(before)
    if (before.indexOf('All to the Americas') < before.indexOf('/place')) break
    expect((await lead.post(placing, { seen, to: 'up' }, RULES)).statusCode).toBe(303)
  }
  expect(await page(lead, `${RULES}/${id}`)).toContain('value="All to the Americas"')

  const trial = await page(lead, `${RULES}/trial`)
  expect(trial).toMatch(/<strong>[12]<\/strong> of 2/)
  expect(trial).toContain('rule “All to the Americas”')
  expect(trial).toMatch(/(OBS|SUP)-/)
  const blind = await page(administrator, `${RULES}/trial`)
  expect(blind).toMatch(/<strong>[12]<\/strong> of 2/)
  expect(blind).not.toMatch(/(OBS|SUP)-/)

  expect(await page(lead, `${RULES}/publication`)).toContain('Yes, put this in force instead of version 1')
  const inForce = await service.app.inject({
    url: '/api/v1/routing/rules',
    headers: (await service.person(['lead'])).headers,
  })
  expect(inForce.body).not.toContain('All to the Americas')
  const published = await lead.post(`${RULES}/publication`, { seen, basedOn: '1' }, RULES)
  expect(published.headers.location).toBe(`${RULES}?done=published`)
  expect((await events()).at(-1)).toBe('routing.rules-published')
  expect(await page(coordinator, `${RULES}/versions/2`)).toContain('All to the Americas')
  expect(await page(coordinator, `${RULES}/versions/1`)).not.toContain('All to the Americas')
})

test('of two who change the draft, the second is told and keeps what they wrote', async () => {
  const first = { seen: '0', name: 'First', teamId: 'europe', enabled: 'yes' }
  expect((await lead.post(RULES, first, `${RULES}/new`)).statusCode).toBe(303)
  const second = await other.post(
    RULES,
    { seen: '0', name: 'Second', teamId: 'europe', 'region.is-any-of': 'americas' },
    `${RULES}/new`,
  )
  expect(second.statusCode).toBe(409)
  expect(second.body).toContain('value="Second"')
  expect(second.body).toMatch(/value="americas" checked/)
  const wrong = await other.post(RULES, { seen: seenIn(second.body), name: '', teamId: '' }, `${RULES}/new`)
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('href="#name"')
  expect(wrong.body).toContain('href="#teamId"')
  const gone = await lead.post(`${RULES}/discarding`, { seen: seenIn(second.body) }, RULES)
  expect(gone.statusCode).toBe(303)
  expect(await page(lead, RULES)).toContain('In force: version 2')
})

test('a team is made, staffed and closed; who saved on what they had not seen is told', async () => {
  const TEAMS = '/desk/settings/teams'
  const added = await lead.post(TEAMS, { id: 'legal-aid', name: 'Legal aid', region: '' })
  expect(added.headers.location).toBe(`${TEAMS}/legal-aid?done=added`)
  expect((await lead.post(TEAMS, { id: 'legal-aid', name: 'Again', region: '' })).body).toContain(
    'value="Again"',
  )
  const team = await page(lead, `${TEAMS}/legal-aid`)
  const member = { seen: seenIn(team), staffId: reviewerId, capacity: '7' }
  expect((await lead.post(`${TEAMS}/legal-aid/members`, member, `${TEAMS}/legal-aid`)).statusCode).toBe(303)
  expect(await page(lead, TEAMS)).toContain('0 of 7')
  const closing = { seen: seenIn(team), name: 'Legal aid', region: '' }
  const refused = await other.post(`${TEAMS}/legal-aid`, closing, `${TEAMS}/legal-aid`)
  expect(refused.statusCode).toBe(409)
  const again = { ...closing, seen: seenIn(await page(other, `${TEAMS}/legal-aid`)) }
  expect((await other.post(`${TEAMS}/legal-aid`, again, `${TEAMS}/legal-aid`)).statusCode).toBe(303)
  expect(await page(lead, TEAMS)).toContain('closed')
  const wrong = await lead.post(
    `${TEAMS}/legal-aid/members`,
    { ...member, capacity: 'many' },
    `${TEAMS}/legal-aid`,
  )
  expect([wrong.statusCode, wrong.body.includes('Enter a whole number from 0 to 1000.')]).toEqual([422, true])
  expect(await events()).toEqual(
    expect.arrayContaining(['routing.team-added', 'routing.team-member-set', 'routing.team-changed']),
  )
})

test('an absence is entered by the office or by oneself, shows what waits, and can be taken back', async () => {
  const ABSENCES = '/desk/settings/absences'
  const away = { staffId: reviewerId, from: '2026-03-01', to: '2026-03-09', note: 'Leave' }
  expect((await lead.post(ABSENCES, away)).statusCode).toBe(303)
  const listed = await page(lead, ABSENCES)
  expect(listed).toContain('away now')
  const [address = ''] = /\/desk\/settings\/absences\/[\w-]{36}/.exec(listed) ?? []
  expect(await page(lead, address)).toContain('nothing has to be handed over')
  expect((await lead.post(`${address}/removal`, {}, address)).statusCode).toBe(303)
  await page(lead, address, 404)
  const own = '/desk/account/availability'
  const reversed = await reviewer.post(`${own}/absences`, { from: '2026-04-09', to: '2026-04-01' }, own)
  expect([reversed.statusCode, reversed.body.includes('value="2026-04-09"')]).toEqual([422, true])
  const mine = { from: '2026-04-01', to: '2026-04-09', note: '' }
  expect((await reviewer.post(`${own}/absences`, mine, own)).statusCode).toBe(303)
  expect(await page(lead, ABSENCES)).toContain('Test reviewer')
})

test('a conflict of interest is declared by anybody for themselves and taken back by somebody else only', async () => {
  const CONFLICTS = '/desk/settings/conflicts'
  const own = '/desk/account/availability'
  const two = await reviewer.post(`${own}/conflicts`, { country: 'KE', organisation: 'Acme' }, own)
  expect([two.statusCode, two.body.includes('Fill in one of the four')]).toEqual([422, true])
  expect((await reviewer.post(`${own}/conflicts`, { country: 'KE' }, own)).statusCode).toBe(303)
  const listed = await page(lead, CONFLICTS)
  expect(listed).toContain('Kenya')
  const [retraction = ''] = /\/desk\/settings\/conflicts\/[\w-]{36}\/retraction/.exec(listed) ?? []
  expect((await lead.post(retraction, {}, CONFLICTS)).statusCode).toBe(303)
  expect((await lead.post(`${own}/conflicts`, { country: 'FR' }, own)).statusCode).toBe(303)
  const [mine = ''] =
    /\/desk\/settings\/conflicts\/[\w-]{36}\/retraction/.exec(await page(lead, CONFLICTS)) ?? []
  expect((await lead.post(mine, {}, CONFLICTS)).statusCode).toBe(403)
  expect((await other.post(mine, {}, CONFLICTS)).statusCode).toBe(303)
})
