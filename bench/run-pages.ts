// `npm run bench:pages`: how fast the applicants' pages come, against a server that only hands out the same bytes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts'
import { overBadLine } from './bad-line.ts'
import { startChild } from './child.ts'
import { describeMachine } from './machine.ts'
import type { Measurement } from './measurement.ts'
import { table } from './report.ts'
import { writeSection } from './results-file.ts'
import { freePort, startService } from './service-process.ts'
import { median } from './statistics.ts'

const CONNECTIONS = 50
const quick = process.argv.includes('--quick')
const [ROUNDS, SECONDS] = quick ? [1, 1] : [3, 2]

interface Page {
  what: string
  path: string
  cookie: string
}

const directory = await mkdtemp(join(tmpdir(), 'justice-intake-bench-'))
const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres') })
const settings = { DATABASE_URL: postgres.url, SMTP_URL: 'smtp://127.0.0.1:9' }
const service = await startService('web', settings, join(directory, 'service.log'))
try {
  const base = `http://127.0.0.1:${service.port}`
  const draft = await beginDraft(base, 'observer-interest')
  const pages: Page[] = [
    { what: 'start page', path: '/en', cookie: '' },
    { what: 'start page, Arabic', path: '/ar', cookie: '' },
    {
      what: 'first page of a form, with the roster asked',
      path: '/en/observer-interest?place=Kenya',
      cookie: '',
    },
    { what: 'questions of a draft', ...draft },
    { what: 'questions of a draft, with a list of time zones', ...draft, path: at(draft.path, 'contact') },
    { what: 'check your answers', ...draft, path: at(draft.path, 'check') },
  ]
  const rows: string[][] = []
  for (const page of pages) rows.push(await rowOf(page, base))
  const machine = await describeMachine(postgres.url, directory)
  const text = sectionOf(rows, machine)
  console.log(text)
  if (!quick) await writeSection('pages', text)
} finally {
  await service.end()
  await postgres.stop()
  await rm(directory, { recursive: true, force: true, maxRetries: 5 })
}

function at(path: string, slug: string): string {
  return path.replace(/[^/]+$/, slug)
}

/** A draft as a browser begins it: the address of its first page, and the cookie that opens it. */
async function beginDraft(base: string, form: string): Promise<{ path: string; cookie: string }> {
  const begun = await fetch(`${base}/en/${form}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: '',
  })
  const cookie = begun.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
  const path = begun.headers.get('location')
  if (path === null) throw new Error(`no draft was begun: ${begun.status}`)
  return { path, cookie }
}

async function rowOf({ what, path, cookie }: Page, base: string): Promise<string[]> {
  const answer = await fetch(base + path, { headers: { cookie, 'accept-language': path.slice(1, 3) } })
  const html = await answer.text()
  const port = await freePort()
  const limit = await startChild('static-page.ts', { port, html })
  const ours = await startChild('load-pages.ts', { port: service.port, path, cookie })
  const theirs = await startChild('load-pages.ts', { port, path, cookie: '' })
  const many: Measurement[] = []
  const ratios: number[] = []
  await ours.run({ connections: CONNECTIONS, seconds: 1 })
  for (let round = 0; round < ROUNDS; round += 1) {
    const mine = await ours.run({ connections: CONNECTIONS, seconds: SECONDS })
    const most = await theirs.run({ connections: CONNECTIONS, seconds: SECONDS })
    if (mine.wrong[0] ?? most.wrong[0]) throw new Error(`${path}: ${mine.wrong[0] ?? most.wrong[0]}`)
    many.push(mine)
    ratios.push(mine.perSecond / most.perSecond)
  }
  const alone = await ours.run({ connections: 1, seconds: SECONDS })
  for (const child of [limit, ours, theirs]) await child.end()
  const bad = await overBadLine(base + path, cookie)
  return [
    what,
    median(many.map(({ perSecond }) => perSecond)).toFixed(0),
    `${(median(ratios) * 100).toFixed(0)} %`,
    `${median(many.map(({ p99 }) => p99)).toFixed(0)} ms`,
    `${alone.p50.toFixed(1)} ms`,
    `${(bad.bytes / 1024).toFixed(1)} KB`,
    `${bad.requests}`,
    `${(bad.milliseconds / 1000).toFixed(1)} s`,
  ]
}

function sectionOf(rows: string[][], machine: Record<string, string>): string {
  const head = ['page', 'per second', 'of the limit', 'p99', 'server time', 'first load', 'requests', 'on 2G']
  return `# The applicants’ pages

\`npm run bench:pages\`, ${new Date().toISOString().slice(0, 10)}. ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s; the limit is Fastify with its
defaults giving the same bytes from memory, in turns with ours. Server time: from a request to its whole answer over one connection, median.
First load: all that goes over the line in a new browser, compressed, with heads; on 2G: until it is there with 280 kbit/s and 800 ms there and back.

${table(head, rows).join('\n')}

${Object.entries(machine)
  .map(([what, value]) => `- ${what}: ${value}`)
  .join('\n')}
`
}
