// The list of cases: pages by key, filters, two orders.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { observerApplication, supportRequest } from '../support/applications.ts'
import { searchIndexer } from '../../src/triage/search/index-cases.ts'
import { testService, type TestService } from '../support/service.ts'
import { decision, working } from './cases-steps.ts'

interface Item {
  reference: string
  receivedAt: string
  dueAt: string | null
  state: string
  organisation: string
}

let service: TestService
let person: Awaited<ReturnType<TestService['person']>>
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService({ workers: false })
  person = await service.person(['lead'])
  lead = working(service, person)
})
afterAll(() => service.close())

const SORTS = ['due', 'newest'] as const
const ask = (query: Record<string, string | string[]>) =>
  service.app.inject({ url: '/api/v1/cases', query, headers: person.headers })
async function page(
  query: Record<string, string | string[]>,
): Promise<{ items: Item[]; next: string | null }> {
  const response = await ask(query)
  expect(response.statusCode, response.body).toBe(200)
  return response.json()
}
/** All pages; `between` happens before each but the first. */
async function walk(
  query: Record<string, string | string[]>,
  between: () => Promise<unknown> = async () => {},
): Promise<Item[]> {
  const found: Item[] = []
  for (let after: string | undefined; ;) {
    const { items, next } = await page({ ...query, ...(after !== undefined && { after }) })
    found.push(...items)
    if (next === null) return found
    after = next
    await between()
  }
}
const references = (items: Item[]) => items.map(item => item.reference)
const submit = async (overrides = {}): Promise<string> =>
  (await service.submitObserver(overrides)).json().reference

describe('pages', () => {
  beforeAll(async () => {
    // Twenty-five cases of three days, many of the same moment; three of them closed.
    for (let at = 0; at < 25; at += 1) {
      if (at % 9 === 8) service.clock.advance(86_400_000)
      const reference = await submit()
      if (at % 10 === 3) await lead.post(reference, 'withdrawal', { reason: 'By telephone.' })
    }
  })

  test.each(SORTS)('by %s show every case once, in whatever size', async sort => {
    const all = await walk({ sort, limit: '200' })
    expect(new Set(references(all)).size).toBe(all.length)
    for (const limit of ['1', '2', '7', '25']) {
      expect(references(await walk({ sort, limit }))).toEqual(references(all))
    }
  })

  test('by due begin with the most urgent and end with what is closed', async () => {
    const due = (await walk({ sort: 'due', limit: '6' })).map(item => item.dueAt ?? '9999')
    expect(due).toEqual(due.toSorted())
    expect(due.filter(moment => moment === '9999')).toHaveLength(3)
  })

  test('by newest begin with the latest', async () => {
    const received = (await walk({ sort: 'newest', limit: '6' })).map(item => item.receivedAt)
    expect(received).toEqual(received.toSorted().toReversed())
  })

  test.each(SORTS)('by %s neither repeat nor pass over a case while others arrive', async sort => {
    const before = references(await walk({ sort, limit: '200' }))
    const seen = references(
      await walk({ sort, limit: '4' }, async () => {
        service.clock.advance(1000)
        await Promise.all([submit(), submit()])
        service.clock.advance(-500)
        await submit()
      }),
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter(reference => before.includes(reference))).toEqual(before)
  })

  test.each([...SORTS, 'oldest'])(
    'by %s of what is searched for are in the order of all of it',
    async sort => {
      const organisationName = `Quorum of ${sort}`
      await submit({ organisationName })
      await lead.post(await submit({ organisationName }), 'withdrawal', { reason: 'By telephone.' })
      service.clock.advance(86_400_000)
      await lead.post(await submit({ organisationName }), 'withdrawal', { reason: 'By telephone.' })
      await Promise.all([submit({ organisationName }), submit({ organisationName })])
      await searchIndexer(service)()
      const kept = await service.app.inject({
        method: 'POST',
        url: '/api/v1/case-searches',
        headers: person.headers,
        payload: { text: organisationName },
      })
      const search = kept.json().id
      const unsearched = references(
        (await walk({ sort, limit: '200' })).filter(item => item.organisation === organisationName),
      )
      expect(unsearched).toHaveLength(5)
      for (const limit of ['1', '2', '5', '200'])
        expect(references(await walk({ sort, search, limit }))).toEqual(unsearched)
      expect(await walk({ sort, search, open: 'yes', limit: '1' })).toHaveLength(3)
      expect(await walk({ sort, search, view: 'closed', limit: '1' })).toHaveLength(2)
    },
  )

  test('an exact last page has no next one', async () => {
    const { length } = await walk({ limit: '200' })
    expect((await page({ limit: String(length) })).next).toBeNull()
    expect((await page({ limit: String(length - 1) })).next).not.toBeNull()
  })
})

describe('a key that is not ours', () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = '4f6f5f0e-0000-4000-8000-000000000000'

  test.each([
    ['empty', ''],
    ['garbage', 'garbage'],
    ['of the other order', encode(['newest', '2026-03-02T10:00:00.000Z', id])],
    ['with no id', encode(['due', '2026-03-02T10:00:00.000Z'])],
    ['with another id', encode(['due', '2026-03-02T10:00:00.000Z', "' or 1=1"])],
    ['with a moment that is none', encode(['due', '2026-02-30T10:00:00.000Z', id])],
    ['with the year 0', encode(['due', '0000-01-01T00:00:00Z', id])],
    ['with more in it', encode(['due', null, id, 1])],
    ['of another shape', encode({ due: id })],
    ['too long', 'a'.repeat(201)],
    ['with NUL', '\u0000'],
  ])('%s is refused', async (_, after) => {
    const response = await ask({ after })
    expect([400, 422], response.body).toContain(response.statusCode)
  })

  test('newest without a moment is refused', async () => {
    expect((await ask({ sort: 'newest', after: encode(['newest', null, id]) })).statusCode).toBe(400)
  })

  test('whatever it is, it is never our failure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.jsonValue().map(encode)),
        fc.constantFrom(...SORTS),
        async (after, sort) => {
          expect((await ask({ after: after.slice(0, 200), sort })).statusCode).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('filters', () => {
  const made: Record<string, string> = {}
  let me = ''
  beforeAll(async () => {
    service.clock.set('2027-03-01T10:00:00Z')
    me = person.id
    const french = { ...(observerApplication()['contact'] as object), language: 'fr' }
    made['ghana'] = await submit({ country: 'GH', contact: french })
    made['academic'] = await submit({
      country: 'DE',
      applicantType: 'academia',
      fundingSources: undefined,
      governmentControl: undefined,
    })
    const support = await service.submitSupport({
      contact: { ...(supportRequest()['contact'] as object), language: 'es' },
    })
    made['kenya'] = support.json().reference
    made['reviewed'] = await submit({ country: 'FR' })
    await lead.post(made['reviewed'], 'review')
    made['closed'] = await submit({ country: 'FR' })
    await lead.post(made['closed'], 'review')
    await lead.post(made['closed'], 'decision', decision('decline'))
    made['mine'] = await submit({ country: 'PE' })
    await lead.post(made['mine'], 'assignment', { assigneeId: me })
    await service.pool.query(`update cases set team_id = 'americas' where reference = $1`, [made['mine']])
  })
  let names: Map<string, string>
  beforeEach(() => {
    names = new Map(Object.entries(made).map(([name, reference]) => [reference, name]))
  })

  test.each<[Record<string, string | string[]>, string[]]>([
    [{ country: 'GH' }, ['ghana']],
    [{ country: ['GH', 'DE'] }, ['academic', 'ghana']],
    [{ language: 'fr' }, ['ghana']],
    [{ form: 'support-request' }, ['kenya']],
    [{ jurisdiction: 'kenya' }, ['kenya']],
    [{ region: 'europe' }, ['academic', 'closed', 'reviewed']],
    [{ region: ['europe', 'americas'], open: 'yes' }, ['academic', 'mine', 'reviewed']],
    [{ applicantType: 'academia' }, ['academic']],
    [{ state: 'in-review' }, ['reviewed']],
    [{ state: ['in-review', 'declined'] }, ['closed', 'reviewed']],
    [{ open: 'no' }, ['closed']],
    [{ assignee: 'me' }, ['mine']],
    [{ assignee: ['me', 'none'], country: ['PE', 'GH'] }, ['ghana', 'mine']],
    [{ team: 'americas' }, ['mine']],
    [{ team: 'no-such-team' }, []],
    [{ dueBefore: '2027-03-04T00:00:00Z', country: ['GH', 'FR'] }, ['ghana']],
  ])('%j', async (query, expected) => {
    const found = (await walk({ ...query, limit: '2' }))
      .map(item => names.get(item.reference))
      .filter(name => name !== undefined)
    expect(found.toSorted()).toEqual(expected)
  })

  test('an assignee is given by id as well', async () => {
    expect(references(await walk({ assignee: me }))).toEqual([made['mine']])
  })
})
