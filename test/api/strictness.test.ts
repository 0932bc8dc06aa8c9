// Nothing unknown is taken, nothing is cut, nothing that a client sends is our failure.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { observerApplication, supportRequest } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

const PATHS = ['/api/v1/observer-applications', '/api/v1/support-requests'] as const
const payloadFor = (path: string) => (path === PATHS[0] ? observerApplication() : supportRequest())
const JSON_TYPE = { 'content-type': 'application/json' }

const post = (
  payload: string | Buffer,
  headers: Record<string, string> = JSON_TYPE,
  url: string = PATHS[0],
) => service.app.inject({ method: 'POST', url, payload, headers })
type Answer = Awaited<ReturnType<typeof post>>

function expectProblem(answer: Answer, status: number, code?: string): void {
  expect(answer.statusCode, answer.body).toBe(status)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  const problem = answer.json()
  expect(problem).toMatchObject({ status, type: `urn:problem:${problem.code}` })
  expect(problem.title.length).toBeGreaterThan(0)
  expect(problem.detail.length).toBeGreaterThan(0)
  expect(problem.code).toBe(code ?? problem.code)
}

/** The text of a valid application in which one piece was exchanged. */
const altered = (piece: string, by: string) => {
  const text = JSON.stringify(observerApplication())
  expect(text).toContain(piece)
  return text.replace(piece, () => by)
}

describe('what nobody asked for', () => {
  const INTERNAL = {
    id: '4f6f5f0e-0000-4000-8000-000000000000',
    reference: 'OBS-00000',
    state: 'accepted',
    version: 7,
    assigneeId: '4f6f5f0e-0000-4000-8000-000000000000',
    assignee_id: '4f6f5f0e-0000-4000-8000-000000000000',
    teamId: 'europe',
    receivedAt: '2020-01-01T00:00:00Z',
    dueAt: '2099-01-01T00:00:00Z',
    kind: 'support',
    form: 'support-request',
    roles: ['lead'],
    region: 'europe',
  }

  test.each(PATHS)('%s takes no field of ours at the top', async url => {
    const answer = await post(JSON.stringify({ ...payloadFor(url), ...INTERNAL }), JSON_TYPE, url)
    expectProblem(answer, 422, 'invalid-fields')
    const wrong = answer
      .json()
      .errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)
    expect(new Set(wrong)).toEqual(new Set(Object.keys(INTERNAL).map(name => `/${name} unknown-field`)))
  })

  test.each(PATHS)('%s takes none at any depth', async url => {
    for (const [pointer, place] of objectsIn(payloadFor(url))) {
      if (pointer === '') continue
      const payload = payloadFor(url)
      place(payload)['state'] = 'accepted'
      const answer = await post(JSON.stringify(payload), JSON_TYPE, url)
      expectProblem(answer, 422)
      expect(answer.json().errors).toEqual([
        expect.objectContaining({ pointer: `${pointer}/state`, code: 'unknown-field' }),
      ])
    }
  })

  test.each(['__proto__', 'constructor', 'prototype'])(
    'the key %s is refused at every depth, however it is written',
    async key => {
      const escaped = [...key].map(c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
      for (const written of [key, escaped]) {
        expectProblem(
          await post(altered('"acronym":', `"${written}":{"state":"accepted"},"acronym":`)),
          400,
          'malformed-json',
        )
        expectProblem(await post(altered('"contact":{', `"contact":{"${written}":1,`)), 400, 'malformed-json')
      }
      expect(({} as Record<string, unknown>)['state']).toBeUndefined()
    },
  )
})

describe('texts that cannot be kept', () => {
  test.each([
    ['a NUL', '"acronym":"A\\u0000B"'],
    ['a lone high surrogate', '"acronym":"A\\ud800B"'],
    ['a lone low surrogate', '"acronym":"A\\udc00B"'],
    ['surrogates the wrong way round', '"acronym":"A\\udc00\\ud800B"'],
  ])('%s is refused at its field', async (_, piece) => {
    const answer = await post(altered('"acronym":"FLAN"', piece))
    expectProblem(answer, 422, 'invalid-fields')
    expect(answer.json().errors).toEqual([
      expect.objectContaining({ pointer: '/acronym', code: 'invalid-characters' }),
    ])
  })

  test('a whole pair of surrogates is a character and is kept as it came', async () => {
    const { statusCode, body } = await post(altered('"acronym":"FLAN"', '"acronym":"A\\ud83d\\ude00B"'))
    expect(statusCode, body).toBe(201)
    const { rows } = await service.pool.query(
      `select answers->>'acronym' as acronym from submissions s join cases c on c.id = s.case_id where reference = $1`,
      [JSON.parse(body).reference],
    )
    expect(rows[0]?.acronym).toBe('A😀B')
  })

  test('a text one character too long is refused, one that just fits is kept whole', async () => {
    const fits = 'é'.repeat(200)
    const kept = await service.submitObserver({ organisationName: fits })
    expect(kept.statusCode).toBe(201)
    const { rows } = await service.pool.query('select organisation from cases where reference = $1', [
      kept.json().reference,
    ])
    expect(rows[0]?.organisation).toBe(fits)
    const long = await service.submitObserver({ organisationName: `${fits}é` })
    expectProblem(long, 422)
    expect(long.json().errors[0]).toMatchObject({ pointer: '/organisationName', code: 'too-long' })
  })

  test('a list one entry too long is refused whole', async () => {
    const website = Array.from({ length: 4 }, (_, at) => `https://example.org/${at}`)
    const answer = await service.submitObserver({ website })
    expectProblem(answer, 422)
    expect(answer.json().errors[0]).toMatchObject({ pointer: '/website', code: 'too-many' })
  })

  test('an answer that is two hundred thousand characters long is told so, and not repeated', async () => {
    const answer = await service.submitObserver({ motivation: 'word '.repeat(40_000) })
    expectProblem(answer, 422)
    expect(answer.body.length).toBeLessThan(2000)
  })

  test('thousands of unknown fields do not make a long answer', async () => {
    const many = Object.fromEntries(Array.from({ length: 8000 }, (_, at) => [`field${at}`, at]))
    const answer = await service.submitObserver(many)
    expectProblem(answer, 422)
    expect(answer.json().errors.length).toBeLessThanOrEqual(20)
  })
})

describe('bodies that are no usable JSON', () => {
  const text = () => JSON.stringify(observerApplication())

  test.each([
    ['empty', () => ''],
    ['white space', () => ' \n'],
    ['cut off', () => text().slice(0, -1)],
    ['cut off within a text', () => text().slice(0, 400)],
    ['followed by more', () => `${text()}{}`],
    ['with a trailing comma', () => '{"acronym":"FLAN",}'],
    ['with a comment', () => `${text()} // thanks`],
    ['in single quotes', () => "{'acronym':'FLAN'}"],
    ['NaN', () => '{"yearEstablished":NaN}'],
    ['a form', () => 'acronym=FLAN&country=SL'],
    ['with a raw line break in a text', () => '{"acronym":"FL\nAN"}'],
    ['with the same key twice', () => altered('"acronym":"FLAN"', '"acronym":"FLAN","acronym":"OTHER"')],
    [
      'with the same key twice, written differently',
      () => altered('"acronym":"FLAN"', '"acronym":"FLAN","\\u0061cronym":"OTHER"'),
    ],
    [
      'with the same key twice, far from its colon',
      () => altered('"acronym":"FLAN"', `"acronym":"FLAN","acronym"${' '.repeat(500)}:"OTHER"`),
    ],
    [
      'with __proto__ far from its colon',
      () => altered('"acronym":"FLAN"', `"__proto__"${'\n'.repeat(500)}:{}`),
    ],
    [
      'with the same key twice in a nested object',
      () => altered('"contact":{', '"contact":{"name":"Another",'),
    ],
    ['nested sixty thousand levels deep', () => `${'['.repeat(60_000)}${']'.repeat(60_000)}`],
    ['nested seventeen levels deep', () => `${'{"a":'.repeat(17)}1${'}'.repeat(17)}`],
    [
      'not UTF-8',
      () => Buffer.concat([Buffer.from('{"acronym":"'), Buffer.from([0xff, 0xfe, 0xe9]), Buffer.from('"}')]),
    ],
    ['UTF-16', () => Buffer.from(text(), 'utf16le')],
    [
      'a surrogate in UTF-8',
      () => Buffer.concat([Buffer.from('{"acronym":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    ],
  ])('%s', async (_, body) => {
    expectProblem(await post(body()), 400, 'malformed-json')
  })

  test.each(['null', '[]', '[{}]', '0', '1e999', '-0', '""', '"text"', 'true', '{}', '[null]'])(
    '%s is JSON but no application',
    async body => {
      for (const url of PATHS) expectProblem(await post(body, JSON_TYPE, url), 422, 'invalid-fields')
    },
  )

  test('a byte order mark before good JSON does no harm', async () => {
    const answer = await post(`\ufeff${text()}`)
    expect([201, 400]).toContain(answer.statusCode)
  })

  test('strings that look like structure do not count as structure', async () => {
    const motivation = '{"acronym":1,"acronym":2,"__proto__":[[[[[[[[[[[[[[[[[[[[ \\" ]}'
    expect((await service.submitObserver({ motivation })).statusCode).toBe(201)
  })

  test('a body beyond 256 KiB is too large', async () => {
    const answer = await post(JSON.stringify({ motivation: 'x'.repeat(256 * 1024) }))
    expectProblem(answer, 413, 'body-too-large')
  })
})

describe('content types', () => {
  const text = () => JSON.stringify(observerApplication())

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/json',
    'application/xml',
    'json',
    '*/*',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
    'application/json;charset="latin1"',
  ])('%s is refused', async type => {
    expectProblem(await post(text(), { 'content-type': type }), 415, 'unsupported-media-type')
  })

  test('none at all is refused', async () => {
    const answer = await post(text(), {})
    expect([415, 422]).toContain(answer.statusCode)
    expectProblem(answer, answer.statusCode)
  })

  test.each([
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'APPLICATION/JSON',
    'application/json; charset=utf8',
  ])('%s is taken', async type => {
    expect((await post(text(), { 'content-type': type })).statusCode).toBe(201)
  })
})

describe('addresses and methods', () => {
  test.each([
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/v2/forms'],
    ['GET', PATHS[0]],
    ['DELETE', PATHS[0]],
    ['PUT', PATHS[1]],
    ['PATCH', '/api/v1/forms'],
    ['OPTIONS', '/api/v1/forms'],
    ['POST', '/api/v1/forms/observer-interest'],
    ['GET', `/${'a'.repeat(3000)}`],
    ['GET', `/api/v1/forms/${'a'.repeat(101)}`],
    ['GET', '/api/v1/forms/%00'],
    ['GET', '/api/v1/forms/..%2f..%2fetc%2fpasswd'],
    ['GET', '//api/v1/forms'],
  ] as const)('%s %s is not there', async (method, url) => {
    expectProblem(await service.app.inject({ method, url }), 404, 'not-found')
  })

  test.each(['/api/v1/forms/%', '/api/v1/forms/%zz', '/api/v1/forms/%ff%fe', '/%c0%af'])(
    'bad percent-encoding as in %s is malformed',
    async url => {
      const answer = await service.app.inject({ url })
      expect([400, 404]).toContain(answer.statusCode)
      expectProblem(answer, answer.statusCode)
    },
  )

  test('parameters that nobody asked for are refused where a list is asked for', async () => {
    const lead = await service.person(['lead'])
    const list = (query: string) =>
      service.app.inject({ url: `/api/v1/cases?${query}`, headers: lead.headers })
    for (const query of [
      'sort=loudest',
      'limit=0',
      'limit=201',
      'limit=1e9',
      'limit=ten',
      'state=open',
      'everything=yes',
      'sort=due&sort=newest',
      'country=%00%00',
      'form=%00',
      'team=a%00b',
      'jurisdiction=%00',
      'language=%00',
      'applicantType=%00',
      'assignee=me%00',
      'assignee=somebody',
      'dueBefore=tomorrow',
      'dueBefore=0000-01-01T00:00:00Z',
      'dueBefore=9999-12-31T23:59:59Z',
      `country=${Array.from({ length: 21 }, () => 'SL').join('&country=')}`,
    ]) {
      const answer = await list(query)
      expect(answer.statusCode, `${query}: ${answer.body}`).toBe(422)
      expectProblem(answer, 422)
    }
  })
})

// Any JSON; a valid application with damage at any place; any bytes.
const anyJson = fc.json({ maxDepth: 5, stringUnit: 'binary' })
const damaged = fc
  .tuple(
    fc.constantFrom(...PATHS),
    fc.nat(),
    fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
    fc.string({ unit: 'binary' }),
  )
  .map(([path, place, value, key]) => {
    const payload = payloadFor(path)
    const places = objectsIn(payload)
    const target = places[place % places.length]?.[1](payload) ?? payload
    const names = [...Object.keys(target), key]
    const name = names[place % names.length] ?? key
    return JSON.stringify({ ...payload }, (_, inner: unknown) =>
      inner === target ? { ...target, [name]: value } : inner,
    )
  })

test('whatever is posted is accepted or refused, and never our failure', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map(array => Buffer.from(array))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PATHS), fc.oneof(anyJson, damaged, bytes), async (url, body) => {
      const answer = await post(body, JSON_TYPE, url)
      if (answer.statusCode === 201) return
      expect([400, 422]).toContain(answer.statusCode)
      expectProblem(answer, answer.statusCode)
    }),
    { numRuns: 250 },
  )
})

test('what is accepted is stored as it was sent, trimmed at its ends', async () => {
  const text = fc.string({ unit: 'binary', minLength: 2, maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(text, async motivation => {
      const answer = await service.submitObserver({ motivation })
      if (answer.statusCode !== 201) return expectProblem(answer, 422)
      const { rows } = await service.pool.query(
        `select answers->>'motivation' as kept from submissions s join cases c on c.id = s.case_id where reference = $1`,
        [answer.json().reference],
      )
      expect(rows[0]?.kept).toBe(motivation.trim())
    }),
    { numRuns: 100 },
  )
})

type Payload = Record<string, unknown>

/** Every object in the payload: its pointer, and how to find it in another copy of the payload. */
function objectsIn(payload: Payload): [string, (copy: Payload) => Payload][] {
  const found: [string, (copy: Payload) => Payload][] = []
  const visit = (value: unknown, path: string[]): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) {
      const find = (copy: Payload) =>
        path.reduce<unknown>((inner, step) => (inner as Payload)[step], copy) as Payload
      found.push([path.map(step => `/${step}`).join(''), find])
    }
    for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name])
  }
  visit(payload, [])
  return found
}
