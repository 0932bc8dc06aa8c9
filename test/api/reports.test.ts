// Reports: figures that Postgres reckons, charts that can be heard, files that stream and that no spreadsheet runs.
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CASE_HEAD, caseRows } from '../../src/reports/export/case-rows.ts'
import { fileOf } from '../../src/reports/export/file.ts'
import { filterOf, reportQuery } from '../../src/reports/period.ts'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { insertCases } from '../support/many-cases.ts'
import { giveFeedback } from '../../src/cases/applicant/requests.ts'
import { testService, type TestService } from '../support/service.ts'
import { unzipped } from '../support/unzipped.ts'

const MANY = 50_000
/** Far from the time of the tests' clock, so that nothing else is in this period. */
const LONG_AGO = { from: '2020-01-01', to: '2020-12-31' }
const FEW = { from: '2021-03-01', to: '2021-03-31' }

let service: TestService
let lead: TestBrowser
let leadId: string
beforeAll(async () => {
  service = await testService({ workers: false })
  ;({ id: leadId } = await service.person(['lead']))
  lead = await signedInBrowser(service, leadId)
  const { pool } = service
  // Autovacuum, once it is at so many rows, would be in the way of the database's removal.
  await pool.query('alter table cases set (autovacuum_enabled = false)')
  await insertCases(pool, { count: MANY, from: `${LONG_AGO.from}T00:00:00Z`, everySeconds: 600 })
  // Looked at after 1, 2 … 10 days; the first nine decided after ten times as many hours.
  await insertCases(pool, { count: 10, from: '2021-03-05T00:00:00Z', everySeconds: 3600, decided: 9 })
  await insertCases(pool, { count: 1, from: '2021-03-06T00:00:00Z', everySeconds: 1, state: 'spam' })
})
afterAll(() => service.close())

const page = (period: object, more = {}) =>
  lead.get(`/desk/reports?${new URLSearchParams({ ...period, ...more }).toString()}`)

const exported = (contents: string, format: string, period: object, browser = lead) =>
  browser.post('/desk/reports/export', { contents, format, ...period }, '/desk/reports/export')

const tableOf = (html: string, id: string) => {
  const [section = ''] =
    new RegExp(`<section[^>]*aria-labelledby="${id}"[\\s\\S]*?</section>`).exec(html) ?? []
  return [...section.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
  )
}

describe('the page', () => {
  test('has median and ninetieth percentile to the first look and to the decision, by form, region and team', async () => {
    const { body, statusCode } = await page(FEW)
    expect(statusCode).toBe(200)
    // Looked at after 1…10 days, decided after 10…90 hours.
    const figures = ['10', '10', '5.5', '9.1', '9', '2.1', '3.4']
    expect(tableOf(body, 'by-form').slice(1)).toEqual([
      [expect.any(String), ...figures],
      ['All', ...figures],
    ])
    expect(tableOf(body, 'by-region').map(([name]) => name)).toEqual([
      'Region',
      'Africa and the Middle East',
      'All',
    ])
    expect(tableOf(body, 'by-team').map(([name]) => name)).toEqual(['Team', 'No team', 'All'])
  })

  test('counts arrivals by day without spam, empty days too, and what waits by its age and whose move it is', async () => {
    const { body } = await page(FEW)
    const arrivals = tableOf(body, 'arrivals')
    expect(arrivals).toHaveLength(1 + 31)
    expect(arrivals.find(([day]) => day === '2021-03-05')?.at(-1)).toBe('10')
    expect(arrivals.find(([day]) => day === '2021-03-06')?.at(-1)).toBe('0')
    const oldest = tableOf(body, 'backlog').at(-1)
    expect(oldest?.slice(0, 3)).toEqual(['More than 40 days', String(MANY + 1), '0'])
    expect(tableOf(body, 'load')[1]?.[0]).toBe('Nobody yet')
  })

  test('has charts with a title and a description to hear, no style and no script, and each has its table', async () => {
    const { body, headers } = await page(FEW)
    const charts = body.match(/<svg class="chart"[\s\S]*?<\/svg>/g) ?? []
    expect(charts).toHaveLength(9)
    for (const chart of charts) {
      expect(chart).toMatch(/role="img" aria-labelledby="([\w-]+-title) ([\w-]+-description)"/)
      expect(chart).toMatch(/<title id="[\w-]+">[^<]+<\/title>\n<desc id="[\w-]+">[^<]+<\/desc>/)
      expect(chart).not.toMatch(/style|<script|\son\w+=|NaN|undefined/)
    }
    expect(body.match(/<table class="numbers">/g)).toHaveLength(7)
    expect(headers['content-security-policy']).toContain(`default-src 'none'`)
    expect(Buffer.byteLength(body)).toBeLessThan(40 * 1024)
  })

  test('is narrowed by form, region and team, and refuses a period that is none', async () => {
    const none = await page(FEW, { form: 'support-request' })
    expect(tableOf(none.body, 'by-form')).toHaveLength(2)
    expect(tableOf((await page(FEW, { region: 'europe' })).body, 'by-form').at(-1)?.[1]).toBe('0')
    for (const wrong of [
      { from: '2021-03-02', to: '2021-03-01' },
      { from: '1990-01-01', to: '2021-01-01' },
      { from: 'x' },
    ]) {
      const answer = await page(wrong)
      expect(answer.statusCode, JSON.stringify(wrong)).toBe(422)
      expect(answer.body).toContain('Enter two days')
    }
  })
})

describe('an export', () => {
  test('is for who may, who has just shown that it is them, and from our own page; and it stands in the audit trail', async () => {
    const period = new URLSearchParams(FEW).toString()
    const coordinator = await service.person(['coordinator'])
    const other = await signedInBrowser(service, coordinator.id)
    expect((await other.get(`/desk/reports?${period}`)).body).not.toContain('/desk/reports/export')
    expect((await other.get('/desk/reports/export')).statusCode).toBe(403)
    const { headers } = await service.person(['lead'])
    const payload = { contents: 'cases', format: 'csv', ...FEW }
    const byToken = { method: 'POST', url: '/desk/reports/export', headers, payload } as const
    expect((await service.app.inject(byToken)).statusCode).toBe(403)

    const { id } = await service.person(['lead'])
    const late = await signedInBrowser(service, id)
    await service.pool.query(
      `update sessions set authenticated_at = now() - interval '11 minutes' where staff_id = $1`,
      [id],
    )
    const asked = await late.get('/desk/reports/export')
    expect(asked.statusCode).toBe(303)
    expect(asked.headers.location).toMatch(/^\/desk\/confirm/)

    const sent = await lead.postAs('/desk/reports/export', { ...payload, _csrf: 'a'.repeat(43) })
    expect(sent.statusCode).toBe(403)
    const recorded = () =>
      service.pool.query(
        `select actor, details from events where type = 'report.exported' order by position desc`,
      )
    expect((await recorded()).rowCount).toBe(0)
    expect((await exported('cases', 'csv', FEW)).statusCode).toBe(200)
    const { rows } = await recorded()
    expect(rows).toHaveLength(1)
    expect(rows[0]).toEqual({
      actor: { kind: 'staff', id: leadId },
      details: { contents: 'cases', format: 'csv', ...FEW, form: null, region: null, team: null },
    })
  })

  test('leaves out cases in which the person has a conflict of interest, while figures count them', async () => {
    const { id, headers } = await service.person(['lead'])
    const browser = await signedInBrowser(service, id)
    const rows = async () =>
      (await exported('cases', 'csv', FEW, browser)).body.trimEnd().split('\r\n').length - 1
    expect(await rows()).toBe(10)
    const declared = await service.app.inject({
      method: 'POST',
      url: '/api/v1/routing/my-conflicts',
      headers,
      payload: { kind: 'country', value: 'KE' },
    })
    expect(declared.statusCode, declared.body).toBe(201)
    expect(await rows()).toBe(0)
    const figures = await browser.get(`/desk/reports?${new URLSearchParams(FEW).toString()}`)
    expect(tableOf(figures.body, 'by-form').at(-1)?.[1]).toBe('10')
  })

  const TRAPS = [
    '=HYPERLINK("https://evil.example","open")',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '\u200B=1+1',
    '＝1+1',
    '|calc',
    'Dupont, "Fils" & Cie\nParis <b>',
  ]

  test('is CSV as RFC 4180 has it, in which nothing is a formula', async () => {
    const day = { from: '2022-05-01', to: '2022-05-01' }
    await insertCases(service.pool, { from: '2022-05-01T00:00:00Z', everySeconds: 60, organisations: TRAPS })
    const { body, headers } = await exported('cases', 'csv', day)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toBe('attachment; filename="cases-2022-05-01-2022-05-01.csv"')
    expect(body.startsWith('\uFEFFReference,Form,')).toBe(true)
    for (const trap of TRAPS.slice(0, -1)) {
      const quoted = /[",\r\n]/.test(trap) ? `"'${trap.replaceAll('"', '""')}"` : `'${trap}`
      expect(body, trap).toContain(`,${quoted},`)
    }
    expect(body).toContain(',"Dupont, ""Fils"" & Cie\nParis <b>",')
    expect(body.endsWith('\r\n')).toBe(true)
  })

  test('is XLSX in which a program of somebody else reads what was sent, to the letter, and no formula', async () => {
    const day = { from: '2022-05-01', to: '2022-05-01' }
    const file = (await exported('cases', 'xlsx', day)).rawPayload
    const [sheet] = await readWorkbook(file, { trim: false })
    const [head, ...rows] = sheet?.data ?? []
    expect(sheet?.sheet).toBe('Cases')
    expect(head).toEqual([...CASE_HEAD])
    const column = (name: (typeof CASE_HEAD)[number]) => rows.map(row => row[CASE_HEAD.indexOf(name)])
    expect(column('Organisation')).toEqual(TRAPS)
    const [received] = column('Received (UTC)')
    expect(received).toEqual(new Date('2022-05-01T00:01:00Z'))
    // What that program passes over: every cell is text, a number or empty; no other kind can be run.
    const cells = unzipped(file).get('xl/worksheets/sheet1.xml') ?? ''
    expect(cells).not.toContain('<f')
    for (const [cell] of cells.matchAll(/<c[ >/][^>]*>/g))
      expect(cell).toMatch(/^<c r="[A-Z]\d+"( s="\d")?>$|^<c r="[A-Z]\d+" t="inlineStr"/)
  })

  test('of figures has the tables of the page, one sheet each', async () => {
    const book = unzipped((await exported('figures', 'xlsx', FEW)).rawPayload)
    expect(
      [...(book.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name),
    ).toEqual([
      'Arrivals',
      'Waiting by form',
      'Waiting by region',
      'Waiting by team',
      'Waiting for a decision',
      'Open cases by reviewer',
      'Feedback of applicants',
    ])
    expect(book.get('xl/worksheets/sheet2.xml')).toMatch(/<v>5\.5<\/v><\/c><c r="\w+"><v>9\.1<\/v>/)
    expect((await exported('figures', 'csv', FEW)).body).toContain('\r\nAll,10,10,5.5,9.1,9,2.1,3.4\r\n')
  })
})

test('what applicants thought is counted by form, in the period in which they said it', async () => {
  const spring = { from: '2021-04-01', to: '2021-04-30' }
  expect(tableOf((await page({ ...spring, form: 'support-request' })).body, 'feedback')).toHaveLength(2)
  const { reference } = (await service.submitObserver()).json()
  const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
  for (const [day, rating] of [
    ['2021-04-01', 5],
    ['2021-04-30', 5],
    ['2021-04-30', 2],
    ['2021-05-01', 1],
  ] as const) {
    const said = { caseId: rows[0].id, at: new Date(`${day}T12:00Z`), rating, feedback: undefined }
    await service.db.transaction(tx => giveFeedback(tx, said))
  }
  const { body } = await page(spring)
  expect(tableOf(body, 'feedback').slice(1)).toEqual([
    [expect.any(String), '0', '1', '0', '0', '2', '3', '4'],
  ])
  expect(body).toContain('Feedback of applicants, by form')
  expect((await exported('figures', 'csv', spring)).body).toMatch(/,0,1,0,0,2,3,4\r\n/)
})

describe('50,000 rows', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heap = () => {
    collect()
    return process.memoryUsage().heapUsed / 1024 / 1024
  }

  // Over a socket, as a browser has it.
  let address: URL
  let form: string
  beforeAll(async () => {
    address = new URL('/desk/reports/export', await service.listen())
    const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [leadId])
    form = new URLSearchParams({ _csrf: rows[0].csrf, contents: 'cases', ...LONG_AGO }).toString()
  })

  const download = async (format: string): Promise<IncomingMessage> => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const headers = {
      cookie: `__Host-session=${lead.cookies.get('__Host-session')}`,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    }
    httpRequest(address, { method: 'POST', headers }, resolve)
      .once('error', reject)
      .end(`${form}&format=${format}`)
    const response = await promise
    expect(response.statusCode).toBe(200)
    return response
  }

  test.each([
    ['csv', 1024 * 1024, 1 + MANY],
    ['xlsx', 128 * 1024, 0],
  ])('leave as %s, all of them, and memory does not grow', async (format, piece, rows) => {
    const before = heap()
    const grown: number[] = []
    let bytes = 0
    let lines = 0
    for await (const chunk of (await download(format)) as AsyncIterable<Buffer>) {
      if (format === 'csv') lines += chunk.filter(byte => byte === 0x0a).length
      bytes += chunk.length
      if (bytes > (grown.length + 1) * piece) grown.push(heap() - before)
    }
    expect(grown.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...grown)).toBeLessThan(12)
    expect(lines).toBe(rows)
  })

  test('are read a thousand at a time and only as fast as they leave, and no connection is kept meanwhile', async () => {
    const filter = filterOf(reportQuery.parse(LONG_AGO), service.clock.now(), 'UTC')
    if (!filter) throw new Error('The period is none.')
    const rows = caseRows(service.db, { filter, visible: undefined, names: new Map() })
    const batches = countBatches()
    const file = fileOf([{ name: 'Cases', head: CASE_HEAD, rows }], 'csv')
    await once(file, 'readable')
    await wait(500)
    expect(batches.count).toBeGreaterThan(0)
    expect(batches.count).toBeLessThan(MANY / 1000 / 2)
    expect(service.pool.totalCount - service.pool.idleCount).toBe(0)
    file.destroy()
    batches.end()
  })

  test('are read no further once whoever asked has gone', async () => {
    const batches = countBatches()
    const response = await download('csv')
    await once(response, 'readable')
    response.destroy()
    await wait(500)
    const { count } = batches
    await wait(500)
    expect(batches.count).toBe(count)
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(MANY / 1000)
    batches.end()
  })

  function countBatches() {
    const asked = vi.spyOn(service.pool, 'query')
    const isBatch = ([query]: unknown[]) =>
      /"first_look_at".* limit /.test((query as { text?: string }).text ?? '')
    return {
      get count() {
        return asked.mock.calls.filter(isBatch).length
      },
      end: () => asked.mockRestore(),
    }
  }
})
