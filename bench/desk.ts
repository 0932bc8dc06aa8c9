// How long the desk takes to answer, at ten thousand cases and at a hundred times as many.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { createPool } from '../src/kernel/connect.ts'
import { databaseOn } from '../src/kernel/database.ts'
import { createLog } from '../src/kernel/log.ts'
import { openSession } from '../src/staff/sessions.ts'
import { makeCases, openAmong } from './made-up-cases.ts'
import { startService } from './service-process.ts'
import { median, percentile } from './statistics.ts'

export interface DeskPlan {
  sizes: readonly [number, number]
  rounds: number
  requests: number
}

export interface DeskTimes {
  what: string
  /** Milliseconds for each of the sizes. */
  p50: number[]
  p95: number[]
  /** Bytes of the page at the larger size. */
  bytes: number
}

export interface DeskResults {
  plan: DeskPlan
  open: number[]
  times: DeskTimes[]
}

interface Desk {
  get: (path: string) => Promise<number>
  search: (text: string) => Promise<string>
  /** References of cases that the lead has declared for. */
  read: string[]
  bytes: number
  reviewer: (path: string) => Promise<number>
}

/** What is asked for: pages of a lead, who sees everything, unless it is said. */
const PAGES: readonly { what: string; path: string; by?: 'reviewer' }[] = [
  ...['open', 'unassigned', 'mine', 'team', 'waiting', 'late', 'closed', 'all'].map(view => ({
    what: `view “${view}”`,
    path: `/desk/cases?view=${view}`,
  })),
  { what: 'all, latest first', path: '/desk/cases?view=all&sort=newest' },
  { what: 'all, filtered by country and language', path: '/desk/cases?view=all&country=GH&language=fr' },
  { what: 'closed, filtered by a tag', path: '/desk/cases?view=closed&tag=pilot' },
  {
    what: 'closed, filtered by state and theme',
    path: '/desk/cases?view=closed&state=spam&theme=open-justice',
  },
  { what: 'with all filters shown', path: '/desk/cases?filters=open' },
  { what: 'a reviewer’s open cases', path: '/desk/cases?view=open', by: 'reviewer' },
  { what: 'a reviewer’s closed cases', path: '/desk/cases?view=closed', by: 'reviewer' },
]
const SEARCHES: readonly { what: string; text: (n: number) => string }[] = [
  { what: 'search: a reference', text: n => reference(n) },
  { what: 'search: a reference with a slip', text: n => `${reference(n).slice(0, -1)}Z` },
  { what: 'search: a person’s two names', text: n => `${word(n % 400)} ${word((n * 7919) % 20_000)}` },
  { what: 'search: an organisation, accented', text: n => `${word(1000 + n).replace('e', 'é')} légal aid` },
  { what: 'search: a name with a slip', text: n => swapped(word(9000 + n)) },
  { what: 'search: a rare word of an answer', text: n => word(12_000 + n) },
  { what: 'search: two common words of answers', text: n => `${word(n % 5)} ${word(20 + (n % 9))}` },
]

/** The longest that the indexes of a million cases may take. */
const INDEXING_MS = 900_000

export async function measureDesk(
  serverUrl: string,
  directory: string,
  plan: DeskPlan,
  say: (line: string) => void,
): Promise<DeskResults> {
  const desks: Desk[] = []
  const closing: (() => Promise<unknown>)[] = []
  try {
    for (const size of plan.sizes) desks.push(await deskWith(size, serverUrl, directory, say, closing))
    const asked = [
      ...PAGES.map(({ what, path, by }) => ({
        what,
        ask: (desk: Desk) => (by === undefined ? desk.get(path) : desk.reviewer(path)),
      })),
      {
        what: 'a case',
        ask: (desk: Desk, n: number) => desk.get(`/desk/cases/${desk.read[n % desk.read.length]}`),
      },
      { what: 'reports of 90 days', ask: (desk: Desk) => desk.get('/desk/reports') },
      ...SEARCHES.map(({ what, text }) => ({
        what,
        ask: async (desk: Desk, n: number) => desk.get(await desk.search(text(n))),
      })),
    ]
    const times: DeskTimes[] = []
    for (const { what, ask } of asked) {
      const all = desks.map(() => new Array<number>())
      let bytes = 0
      for (let round = 0; round <= plan.rounds; round += 1) {
        for (const [at, desk] of desks.entries()) {
          for (let n = 0; n < plan.requests; n += 1) {
            const milliseconds = await ask(desk, round * plan.requests + n)
            if (round > 0) all[at]?.push(milliseconds)
            bytes = Math.max(bytes, desk.bytes)
          }
        }
      }
      const sorted = all.map(each => each.toSorted((a, b) => a - b))
      times.push({
        what,
        p50: all.map(median),
        p95: sorted.map(each => percentile(each, 0.95)),
        bytes,
      })
      say(
        `${what}\t${times
          .at(-1)
          ?.p50.map(each => each.toFixed(1))
          .join(' → ')} ms`,
      )
    }
    return { plan, open: plan.sizes.map(openAmong), times }
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

async function deskWith(
  size: number,
  serverUrl: string,
  directory: string,
  say: (line: string) => void,
  closing: (() => Promise<unknown>)[],
): Promise<Desk> {
  const name = `bench_desk_${size}`
  const admin = new pg.Client(serverUrl)
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const settings = { DATABASE_URL: url.href, SMTP_URL: 'smtp://127.0.0.1:9', SAMPLE_STAFF: 'yes' }
  const service = await startService('web', settings, join(directory, `${name}.log`))
  closing.push(() => service.end())
  const pool = createPool(url.href, {
    max: 2,
    applicationName: 'bench',
    log: createLog('silent'),
    statementTimeoutMillis: INDEXING_MS,
  })
  closing.push(() => pool.end())
  await makeCases(pool, size, say)

  const access = {
    publicUrl: `http://localhost:${service.port}`,
    idleHours: 8,
    longestDays: 1,
    secondFactorRoles: [],
  }
  const signIn = async (email: string) => {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM staff WHERE email = $1', [email])
    const staffId = rows[0]?.id ?? randomUUID()
    const session = { staffId, stage: 'open', factors: ['link'], userAgent: 'bench' } as const
    const { secret } = await databaseOn(pool).transaction(tx =>
      openSession(tx, { ...session, factors: ['link'] }, access),
    )
    return { staffId, headers: { accept: 'text/html', cookie: `__Host-session=${secret}` } }
  }
  const lead = await signIn('lead@support-unit.example')
  const reviewer = await signIn('africa@support-unit.example')
  const declared = await pool.query<{ reference: string }>(
    'SELECT reference FROM declarations JOIN cases ON cases.id = case_id WHERE staff_id = $1 ORDER BY case_id LIMIT 100',
    [lead.staffId],
  )
  const desk: Desk = {
    bytes: 0,
    read: declared.rows.map(({ reference }) => reference),
    get: path => timed(path, lead.headers),
    reviewer: path => timed(path, reviewer.headers),
    async search(text) {
      const id = randomUUID().replaceAll('-', '').slice(0, 22)
      await pool.query('INSERT INTO searches (id, staff_id, text, created_at) VALUES ($1, $2, $3, now())', [
        id,
        lead.staffId,
        text,
      ])
      return `/desk/cases?search=${id}`
    },
  }
  async function timed(path: string, headers: Record<string, string>): Promise<number> {
    const begun = performance.now()
    const answer = await fetch(`http://localhost:${service.port}${path}`, { headers, redirect: 'manual' })
    const body = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
    desk.bytes = body.byteLength
    return performance.now() - begun
  }
  return desk
}

const SYLLABLES = 'ba re mi lo tu ka se ni do va ra pe li mo su ga te fi no ju'.split(' ')
/** The word with this number, as the database makes it. */
function word(n: number): string {
  const at = (divisor: number) => SYLLABLES[Math.floor(n / divisor) % 20] ?? ''
  return at(1) + at(20) + at(400) + (n >= 8000 ? at(8000) : '')
}
const swapped = (text: string) => text.slice(0, 2) + text.charAt(3) + text.charAt(2) + text.slice(4)

function reference(n: number): string {
  const number = 3000 + n * 13
  const digits = number.toString(16).replace(/[a-f]/g, letter => 'ghjkmn'.charAt('abcdef'.indexOf(letter)))
  return `${number % 3 > 0 ? 'OBS' : 'SUP'}-${digits.toUpperCase().padStart(5, '0')}`
}
