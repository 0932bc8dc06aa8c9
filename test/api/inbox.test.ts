// The inbox: what is found, counted and announced, for whom; and one step on several cases.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createPool } from '../../src/kernel/connect.ts'
import { databaseOn } from '../../src/kernel/database.ts'
import { erasePersonalData } from '../../src/submissions/erase.ts'
import { forgetSearchesFor } from '../../src/triage/search/forget-searches-for.ts'
import { newsDesk } from '../../src/triage/news/news-desk.ts'
import { searchIndexer } from '../../src/triage/search/index-cases.ts'
import { observerApplication } from '../support/applications.ts'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { silent } from '../support/database.ts'
import { testService, type TestService } from '../support/service.ts'
import { working } from './cases-steps.ts'

type Person = Awaited<ReturnType<TestService['person']>>

let service: TestService
let lead: Person
let conflicted: Person
let browser: TestBrowser
let index: () => Promise<number>
beforeAll(async () => {
  service = await testService({ workers: false })
  lead = await service.person(['lead', 'reviewer'])
  conflicted = await service.person(['lead'], { country: 'TL' })
  browser = await signedInBrowser(service, lead.id)
  index = searchIndexer(service)
})
afterAll(() => service.close())

async function submit(overrides: Record<string, unknown> = {}, contact: Record<string, string> = {}) {
  const whole = { ...(observerApplication()['contact'] as object), ...contact }
  return (await service.submitObserver({ ...overrides, contact: whole })).json().reference as string
}
const api = (person: Person, method: 'GET' | 'POST', url: string, payload?: object) =>
  service.app.inject({
    method,
    url: `/api/v1/${url}`,
    headers: person.headers,
    ...(payload && { payload }),
  })
async function keep(person: Person, text: string): Promise<string> {
  return (await api(person, 'POST', 'case-searches', { text })).json().id
}
async function list(person: Person, query: string): Promise<string[]> {
  const response = await api(person, 'GET', `cases?${query}`)
  expect(response.statusCode, response.body).toBe(200)
  return response.json().items.map((item: { reference: string }) => item.reference)
}
const found = async (text: string, person = lead) => list(person, `search=${await keep(person, text)}`)
const rows = async <Row extends object>(query: string, values: unknown[] = []) =>
  (await service.pool.query<Row>(query, values)).rows

describe('search', () => {
  let dili = ''
  beforeAll(async () => {
    dili = await submit(
      {
        country: 'TL',
        organisationName: 'Fundação Ñandutí para o Estado de Direito',
        relevantWork: 'Observámos tribunais itinerantes; здание суда в Дили; محكمة ديلي. '.repeat(4),
      },
      { name: 'Ângela Sequeira Brönnimann', email: 'angela@nanduti.example.org' },
    )
    await submit({ organisationName: 'Another Clinic' })
    await service.openTo(lead, dili)
    await index()
  })

  test.each([
    ['without its accents', 'fundacao nanduti'],
    ['with other ones', 'FÜNDAÇAO'],
    ['by the beginning of a word', 'sequei'],
    ['by its address', 'angela@nanduti.example.org'],
    ['by a word of an answer', 'itinerantes'],
    ['in Cyrillic', 'СУДА Дили'],
    ['in Arabic', 'محكمة'],
    ['with letters that changed places', 'sequiera'],
    ['with a letter too few', 'bronimann'],
  ])('finds a case %s', async (_, typed) => {
    expect(await found(typed)).toEqual([dili])
  })

  test('finds a reference in small letters, without its dash and with a slip', async () => {
    expect(await found(dili.toLowerCase().replace('-', ' '))).toEqual([dili])
    const slip = dili.slice(0, -1) + (dili.endsWith('7') ? '8' : '7')
    expect(await found(slip)).toContain(dili)
  })

  test('finds a case that its reader has not declared for by what lists show of it, and by nothing else', async () => {
    const other = await service.person(['lead', 'auditor'])
    for (const typed of ['nanduti', 'FÜNDAÇAO', dili, 'timor', 'Ñandutí Estado']) {
      expect(await found(typed, other), typed).toContain(dili)
    }
    for (const typed of [
      'sequeira',
      'angela@nanduti.example.org',
      'itinerantes',
      'nanduti itinerantes',
      'sequiera',
    ]) {
      expect(await found(typed, other), typed).toEqual([])
    }
    await service.openTo(other, dili)
    expect(await found('nanduti itinerantes', other)).toEqual([dili])
  })

  test('finds nothing of a case in which its reader has a conflict, and counts and lists it nowhere', async () => {
    expect(await found('sequeira', conflicted)).toEqual([])
    expect(await found(dili, conflicted)).toEqual([])
    const view = async (person: Person) => (await signedInBrowser(service, person.id)).get('/desk/cases')
    const count = (body: string) => /Open <span class="tag[^>]*>(\d+)/.exec(body)?.[1]
    expect(Number(count((await view(lead)).body)) - Number(count((await view(conflicted)).body))).toBe(1)
    expect((await view(conflicted)).body).not.toContain(dili)
  })

  test('puts no word that was typed into an address', async () => {
    const { headers } = await browser.post('/desk/cases/search', { text: 'Sequeira' }, '/desk/cases')
    expect(headers['location']).toMatch(/^\/desk\/cases\?search=[\w-]{22}$/)
    const page = await browser.get(String(headers['location']))
    expect(page.body).toContain(dili)
    expect(Buffer.byteLength(page.body)).toBeLessThan(60_000)
  })

  test('is forgotten with the case, and so is what others kept that names its applicant', async () => {
    const gone = await submit({ organisationName: 'Xanadu Zirkel' }, { name: 'Wilhelmina Quaxley' })
    await service.openTo(lead, gone)
    await index()
    const named = await keep(lead, 'quaxley')
    const other = await keep(lead, 'clinic')
    await browser.post('/desk/cases/views', { name: 'Hers', query: `search=${named}` }, '/desk/cases')
    expect(await list(lead, `search=${named}`)).toEqual([gone])
    await working(service, lead).post(gone, 'withdrawal', { reason: 'By telephone.' })
    const [theCase] = await rows<{ id: string }>('select id from cases where reference = $1', [gone])
    const id = theCase?.id ?? ''
    // As if its emails had gone out: without workers they wait.
    await rows(`update outbox set state = 'done' where stream = $1`, [id])
    await service.db.transaction(async tx => {
      await forgetSearchesFor(tx, id)
      const actor = { kind: 'system', id: 'operator' } as const
      await erasePersonalData(tx, id, { actor, at: service.clock.now(), reasonCode: 'person-asked' })
    })
    await index()
    expect(await found('quaxley')).toEqual([])
    expect(await rows(`select from search_words where word in ('quaxley', 'xanadu')`)).toEqual([])
    expect(await rows('select from saved_views')).toEqual([])
    expect((await api(lead, 'GET', `cases?search=${named}`)).statusCode).toBe(404)
    expect((await api(lead, 'GET', `cases?search=${other}`)).statusCode).toBe(200)
  })
})

describe('views', () => {
  test('are counted by the same condition by which they are listed', async () => {
    await working(service, lead).post(await submit(), 'assignment', { assigneeId: lead.id })
    const { body } = await browser.get('/desk/cases')
    for (const view of ['open', 'unassigned', 'mine', 'team', 'waiting', 'late', 'asked', 'closed', 'all']) {
      const count = new RegExp(`view=${view}"[^>]*>[^<]*<span class="tag[^>]*>(\\d+)<`).exec(body)?.[1]
      expect(Number(count), view).toBe((await list(lead, `view=${view}&limit=200`)).length)
    }
  })

  test('that are saved by a program stand on the inbox, and its list takes their query', async () => {
    const { id, query } = (
      await api(lead, 'POST', 'views', { name: 'By a program', query: 'view=late&state=received&page=7' })
    ).json()
    expect(query).toBe('view=late&state=received')
    expect((await api(lead, 'GET', `cases?${query}`)).statusCode).toBe(200)
    expect((await browser.get('/desk/cases')).body).toContain('By a program')
    const views = async (person: Person) => (await api(person, 'GET', 'views')).json().items
    expect(await views(lead)).toMatchObject([{ id, name: 'By a program', shared: false, isOwn: true }])
    expect(await views(conflicted)).toEqual([])
    const remove = (person: Person) =>
      service.app.inject({ method: 'DELETE', url: `/api/v1/views/${id}`, headers: person.headers })
    expect((await remove(conflicted)).statusCode).toBe(404)
    expect((await remove(lead)).statusCode).toBe(204)
    expect(await views(lead)).toEqual([])
  })

  test('that are saved are shown to their owner, to others when shared, and deleted by their owner alone', async () => {
    const other = await signedInBrowser(service, conflicted.id)
    for (const [name, shared] of [
      ['Only mine', {}],
      ['For everybody', { shared: 'yes' }],
    ] as const) {
      const saved = { name, query: 'view=late&region=europe&limit=7&nonsense=1', ...shared }
      const { headers } = await browser.post('/desk/cases/views', saved, '/desk/cases')
      expect(headers['location']).toMatch(/^\/desk\/cases\?view=late&region=europe&saved=/)
    }
    expect((await browser.get('/desk/cases')).body).toContain('Only mine')
    const theirs = (await other.get('/desk/cases')).body
    expect(theirs).toContain('For everybody')
    expect(theirs).not.toContain('Only mine')
    const [view] = await rows<{ id: string }>('select id from saved_views where shared')
    const deletion = `/desk/cases/views/${view?.id}/deletion`
    expect((await other.post(deletion, {}, '/desk/cases')).statusCode).toBe(404)
    expect((await browser.post(deletion, {}, '/desk/cases')).statusCode).toBe(303)
  })
})

describe('one step on several cases', () => {
  const bulk = (action: string, references: string[], body: object = {}, more = {}, person = lead) =>
    api(person, 'POST', 'bulk-actions', { action, references, body, ...more })
  const outcomes = (response: Awaited<ReturnType<typeof bulk>>): string[] =>
    response.json().results.map((result: { outcome: string }) => result.outcome)
  const undo = async (response: Awaited<ReturnType<typeof bulk>>) =>
    api(lead, 'POST', `bulk-actions/${response.json().id}/undo`)
  const stateOf = async (reference: string) =>
    (await rows('select state, assignee_id, tags from cases where reference = $1', [reference]))[0]

  test.each([
    ['assign', () => ({ assigneeId: lead.id })],
    ['tag', () => ({ tag: 'Pilot' })],
    ['hold', () => ({ question: 'When did you begin?' })],
    ['close-spam', () => ({ reason: 'Advertising.' })],
    ['close-withdrawn', () => ({ reason: 'By telephone.' })],
  ])(
    '%s says what became of each, and its undo leaves each as it was but for its history',
    async (action, body) => {
      const [one, two] = [await submit(), await submit()]
      const review = working(service, lead)
      for (const each of [one, two]) await review.post(each, 'review')
      const before = await stateOf(one)
      const done = await bulk(action, [one, two, 'OBS-00000'], body())
      expect(outcomes(done)).toEqual(['done', 'done', 'refused'])
      expect(await stateOf(one)).not.toEqual(before)
      expect(outcomes(await undo(done))).toEqual(['undone', 'undone', 'refused'])
      expect(await stateOf(one)).toEqual(before)
      expect((await review.trail(one)).length).toBeGreaterThanOrEqual(4)
      expect((await undo(done)).statusCode).toBe(409)
    },
  )

  test('a merge that is undone owes the date that it owed', async () => {
    const [original, duplicate] = [await submit(), await submit()]
    const due = async () => rows('select due_at, state from cases where reference = $1', [duplicate])
    const before = await due()
    const body = { original, reason: 'Sent twice.' }
    const done = await bulk('close-duplicate', [duplicate], body, { noConflict: true })
    expect(outcomes(done)).toEqual(['done'])
    expect(outcomes(await undo(done))).toEqual(['undone'])
    expect(await due()).toEqual(before)
  })

  test('tells nobody for two minutes, and nobody at all once it is undone', async () => {
    const reference = await submit()
    const waiting = () =>
      rows<{ state: string; held: boolean }>(
        `select outbox.state, outbox.due_at > now() + interval '100 seconds' as held from outbox join cases on cases.id = outbox.stream
         where reference = $1 and topic = 'notify' order by outbox.id desc limit 1`,
        [reference],
      )
    const done = await bulk('hold', [reference], { question: 'When?' }, { noConflict: true })
    expect(await waiting()).toEqual([{ state: 'pending', held: true }])
    await undo(done)
    const open = await rows(
      `select from outbox join cases on cases.id = outbox.stream join events on events.id = outbox.event_id
       where reference = $1 and topic = 'notify' and outbox.state = 'pending' and events.type = 'case.ask'`,
      [reference],
    )
    expect(open).toEqual([])
  })

  test('is refused where a case is not to be seen, not declared or gone on with since', async () => {
    const hidden = await submit({ country: 'TL' })
    const plain = await submit()
    const asked = { question: 'When?' }
    expect(outcomes(await bulk('hold', [hidden], asked, { noConflict: true }, conflicted))).toEqual([
      'refused',
    ])
    expect(outcomes(await bulk('hold', [plain], asked))).toEqual(['refused'])
    const done = await bulk('hold', [plain], asked, { noConflict: true })
    await working(service, lead).post(plain, 'answer', { answer: 'In May.' })
    expect(outcomes(await undo(done))).toEqual(['not-undone'])
    expect((await bulk('tag', [plain], { tag: '' })).statusCode).toBe(422)
    const auditor = await service.person(['reviewer'])
    expect((await bulk('close-spam', [plain], { reason: 'x' }, {}, auditor)).statusCode).toBe(403)
  })

  test('is undone by nobody who may not do it: a token of fewer roles, or who lost the role since', async () => {
    const reference = await submit()
    const person = await service.person(['lead', 'reviewer'])
    const token = { name: 'less', roles: ['reviewer'], expiresInDays: 366 }
    const less = (await api(person, 'POST', 'tokens', token)).json().token
    const body = { reason: 'Advertising.' }
    const done = await bulk('close-spam', [reference], body, { noConflict: true }, person)
    expect(outcomes(done)).toEqual(['done'])
    const own = await signedInBrowser(service, person.id)
    const page = `/desk/cases/bulk/${done.json().id}`
    expect((await own.get(page)).body).toContain(`${page}/undo`)
    const headers = { authorization: `Bearer ${less}` }
    const undone = `bulk-actions/${done.json().id}/undo`
    const refused = await api({ ...person, headers }, 'POST', undone)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'not-permitted'])
    expect(await stateOf(reference)).toMatchObject({ state: 'spam' })
    await rows(`update staff set roles = '{reviewer}' where id = $1`, [person.id])
    expect((await own.get(page)).body).not.toContain(`${page}/undo`)
    expect((await own.post(`${page}/undo`, {}, page)).statusCode).toBe(403)
    await rows(`update staff set roles = '{lead}' where id = $1`, [person.id])
    expect(outcomes(await api(person, 'POST', undone))).toEqual(['undone'])
  })

  test('is chosen, said and undone in a browser without JavaScript', async () => {
    const reference = await submit()
    const chosen = await browser.post('/desk/cases/bulk', { action: 'tag', case: reference }, '/desk/cases')
    const address = String(chosen.headers['location'])
    expect((await browser.post(address, { tag: '' })).statusCode).toBe(422)
    await browser.post(address, { tag: 'urgent' })
    expect((await browser.get(address)).body).toContain('Tagged: 1 case')
    expect(await list(lead, 'tag=urgent')).toEqual([reference])
    await browser.post(`${address}/undo`, {}, address)
    expect((await browser.get(address)).body).toContain('Undone: 1 case')
    expect(await list(lead, 'tag=urgent')).toEqual([])
  })
})

test('who listens is told while arrivals cannot be counted, and again once they can', async () => {
  const options = { max: 1, applicationName: 'test', log: silent, statementTimeoutMillis: 300 }
  const pool = createPool(service.databaseUrl, options)
  const desk = newsDesk({ db: databaseOn(pool), log: silent })
  const heard: string[] = []
  const tell = (chunk: string) => void heard.push(chunk)
  desk.listen({ staffId: lead.id, roles: ['lead'], after: service.clock.now(), seen: 0, tell, end: () => {} })
  const holder = await service.pool.connect()
  try {
    await holder.query('begin; lock table cases in access exclusive mode')
    await vi.waitFor(() => expect(heard.join('')).toContain('event: away\n'), 5000)
    await holder.query('rollback')
    await vi.waitFor(() => expect(heard.join('')).toContain('event: back\n'), 5000)
    expect(heard.join('').match(/event: away/g)).toHaveLength(1)
  } finally {
    holder.release(true)
    desk.close()
    await pool.end()
  }
})

test('arrivals are announced to who may see them, and the stream ends with the service', async () => {
  const url = await service.listen()
  const ended: string[] = []
  const heard = async (person: Person): Promise<string[]> => {
    const { body } = await (await signedInBrowser(service, person.id)).get('/desk/cases')
    const path = (/data-news="([^"]+)"/.exec(body)?.[1] ?? '').replaceAll('&amp;', '&')
    const response = await fetch(url + path, { headers: person.headers })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const chunks: string[] = []
    void (async () => {
      const decoder = new TextDecoder()
      for await (const chunk of response.body ?? []) chunks.push(decoder.decode(chunk as Uint8Array))
      ended.push(person.id)
    })()
    return chunks
  }
  const [ours, theirs] = [await heard(lead), await heard(conflicted)]
  await submit({ country: 'TL' })
  await vi.waitFor(() => expect(ours.join('')).toContain('event: arrivals\ndata: 1\n'), 5000)
  expect(theirs.join('')).not.toContain('arrivals')
  await service.app.close()
  await vi.waitFor(() => expect(ended).toHaveLength(2))
})
