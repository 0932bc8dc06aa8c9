// How long the desk takes to answer, at ten thousand cases and at a hundred times as many.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { createPool } from '../src/kernel/connect.ts'
import { databaseOn } from '../src/kernel/database.ts'
import { createLog } from '../src/kernel/log.ts'
import { openSession } from '../src/staff/sessions.ts'
import { overBadLine } from './bad-line.ts'
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
  /** Of the page at the larger size in a new browser: all that goes over the line, compressed. */
  firstLoad: number
}

export interface DeskResults {
  plan: DeskPlan
  open: number[]
  times: DeskTimes[]
}

type Reader = 'lead' | 'reviewer'

interface Desk {
  /** Milliseconds until the whole page is there. */
  read: (path: string, by: Reader) => Promise<number>
  /** Bytes of the page and all that it needs. */
  firstLoad: (path: string, by: Reader) => Promise<number>
  /** Keeps the search and returns the address of what it finds. */
  search: (text: string) => Promise<string>
  /** References of cases that the lead has declared for. */
  declared: string[]
}

interface Asked {
  what: string
  by?: Reader
  /** The address that is asked for the `n`th time. */
  path: (desk: Desk, n: number) => string | Promise<string>
}

/** What is asked for: pages of a lead, who sees everything, unless it is said. */
const PAGES: readonly { what: string; path: string; by?: Reader }[] = [
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
  { what: 'a person chosen among all', path: '/desk/cases?filters=assignee' },
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

const ASKED: readonly Asked[] = [
  ...PAGES.map(({ path, ...page }) => ({ ...page, path: () => path })),
  {
    // Twenty of them: what is worked on has been looked at just before.
    what: 'a case',
    path: ({ declared }, n) => `/desk/cases/${declared[n % 20]}`,
  },
  { what: 'reports of 90 days', path: () => '/desk/reports' },
  ...SEARCHES.map(({ what, text }) => ({ what, path: (desk: Desk, n: number) => desk.search(text(n)) })),
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
    const times: DeskTimes[] = []
    for (const { what, path, by = 'lead' } of ASKED) {
      const all = desks.map(() => new Array<number>())
      for (let round = 0; round <= plan.rounds; round += 1) {
        for (const [at, desk] of desks.entries()) {
          for (let n = 0; n < plan.requests; n += 1) {
            const milliseconds = await desk.read(await path(desk, round * plan.requests + n), by)
            if (round > 0) all[at]?.push(milliseconds)
          }
        }
      }
      const sorted = all.map(each => each.toSorted((a, b) => a - b))
      const largest = desks.at(-1)
      times.push({
        what,
        p50: all.map(median),
        p95: sorted.map(each => percentile(each, 0.95)),
        firstLoad: largest ? await largest.firstLoad(await path(largest, 0), by) : 0,
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
  const people = {
    lead: await signIn('lead@support-unit.example'),
    reviewer: await signIn('africa@support-unit.example'),
  }
  const declared = await pool.query<{ reference: string }>(
    'SELECT reference FROM declarations JOIN cases ON cases.id = case_id WHERE staff_id = $1 ORDER BY case_id LIMIT 100',
    [people.lead.staffId],
  )
  const origin = `http://localhost:${service.port}`
  return {
    declared: declared.rows.map(({ reference }) => reference),
    async read(path, by) {
      const begun = performance.now()
      const answer = await fetch(origin + path, { headers: people[by].headers, redirect: 'manual' })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
      return performance.now() - begun
    },
    firstLoad: async (path, by) => (await overBadLine(origin + path, people[by].headers.cookie)).bytes,
    async search(text) {
      const id = randomUUID().replaceAll('-', '').slice(0, 22)
      await pool.query('INSERT INTO searches (id, staff_id, text, created_at) VALUES ($1, $2, $3, now())', [
        id,
        people.lead.staffId,
        text,
      ])
      return `/desk/cases?search=${id}`
    },
  }
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
