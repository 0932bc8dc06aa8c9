// The embedded default as whole processes: web and workers apart, Ctrl-C, kill -9, and the commands beside them.
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { observerApplication } from '../support/applications.ts'
import { until } from '../support/processes.ts'
import { program, run, type Program } from '../support/program.ts'

let directory: string
const programs: Program[] = []

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'processes-'))
})
afterEach(async () => {
  for (const running of programs.splice(0)) running.child.kill('SIGTERM')
  await until(async () => (await leftovers()).length === 0, 'nothing to be left')
})
afterAll(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }))

const settings = (more: Record<string, string> = {}) => ({
  PORT: '0',
  METRICS_PORT: '0',
  DATA_DIR: directory,
  ...more,
})

function start(args: string[], more: Record<string, string> = {}, options = {}): Program {
  const started = program(args, settings(more), options)
  programs.push(started)
  return started
}

/** The processes that still use our directory: ours by their environment, Postgres by its working directory. */
async function leftovers(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
  const found = await Promise.all(
    pids.map(async pid => {
      const [environment, command] = await Promise.all(
        ['environ', 'cmdline'].map(file => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')),
      )
      const ours = environment?.includes(`DATA_DIR=${directory}\0`) || command?.includes(directory)
      return ours ? `${pid} ${command?.replaceAll('\0', ' ').slice(0, 100)}` : undefined
    }),
  )
  return found.filter(one => one !== undefined)
}

const LISTENS = /up, at (http:\S+?)\.\n/
const addressOf = async (web: Program): Promise<string> => String((await web.says(LISTENS, 60_000))[1])

async function apply(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/observer-applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(observerApplication()),
  })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { reference: string }).reference
}

async function mailbox(address: string): Promise<string> {
  return (await fetch(`${address}/mailbox.json`)).text()
}

test('web and worker apart share the database and the mailbox, and say each for itself whether they are ready', async () => {
  const [web, worker] = [start(['src/main.ts', 'web']), start(['workers/main.ts'])]
  const address = await addressOf(web)
  await worker.says(/"msg":"working"/, 60_000)
  const reference = await apply(address)
  await expect.poll(() => mailbox(address), { timeout: 20_000 }).toContain(reference)
  const metrics = String((await worker.says(/"address":"(http:[^"]+)","msg":"metrics"/))[1])
  expect((await fetch(`${metrics}/ready`)).status).toBe(200)
  expect((await fetch(`${address}/ready`)).status).toBe(200)
  expect(await (await fetch(`${metrics}/metrics`)).text()).toContain(
    'intake_cases_routed_total{outcome="assigned"} 1',
  )

  // The commands join the database that is running.
  const token = await run(
    ['src/operations/token-command.ts', '--email', 'lead@support-unit.example'],
    settings(),
  )
  expect(token.out).toMatch(/^ogpj_\S+\n$/)
  const me = await fetch(`${address}/api/v1/me`, { headers: { authorization: `Bearer ${token.out.trim()}` } })
  expect(await me.json()).toMatchObject({ name: 'Lena Example', roles: ['lead', 'administrator'] })
  const doctor = await run(['src/operations/doctor-command.ts'], settings())
  expect(doctor.out).toMatch(/^ok +role: May not change events/m)
  expect(doctor.out).toMatch(/^ok +work: Nothing was given up/m)
  expect(doctor.out).not.toMatch(/^(warning|problem)/m)
  expect(doctor.status).toBe(0)

  // One goes, the other keeps the database.
  web.child.kill('SIGINT')
  expect(await web.ended(10_000)).toBe(0)
  expect((await fetch(`${metrics}/ready`)).status).toBe(200)
  worker.child.kill('SIGINT')
  expect(await worker.ended(10_000)).toBe(0)
  expect(await leftovers()).toEqual([])
})

test('Ctrl-C in the terminal, as npm passes it on twice, ends everything within ten seconds and leaves nothing', async () => {
  const all = start(['src/main.ts'], {}, { group: true })
  const reference = await apply(await addressOf(all))
  const began = performance.now()
  process.kill(-all.pid, 'SIGINT')
  await wait(30)
  process.kill(-all.pid, 'SIGINT')
  expect(await all.ended(10_000)).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await leftovers()).toEqual([])
  expect(all.errors()).toBe('')
  // What was accepted is there at the next start, and its receipt goes out.
  const next = start(['src/main.ts'])
  const address = await addressOf(next)
  await expect.poll(() => mailbox(address), { timeout: 20_000 }).toContain(reference)
})

test('Ctrl-C while a mail server hangs does not wait for it', async () => {
  const silentServer = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silentServer, 'listening')
  const { port } = silentServer.address() as { port: number }
  const all = start(['src/main.ts'], { SMTP_URL: `smtp://127.0.0.1:${port}`, SAMPLE_STAFF: 'yes' })
  const address = await addressOf(all)
  await apply(address)
  await wait(1500)
  const began = performance.now()
  all.child.kill('SIGINT')
  expect(await all.ended(12_000)).toBe(0)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await leftovers()).toEqual([])
  silentServer.close()
})

test('after a kill -9 the next start serves within two seconds and does what was left undone', async () => {
  const killed = start(['src/main.ts', 'web'])
  const reference = await apply(await addressOf(killed))
  killed.child.kill('SIGKILL')
  await killed.ended()
  const began = performance.now()
  const next = start(['src/main.ts'])
  const address = await addressOf(next)
  const milliseconds = performance.now() - began
  await expect.poll(() => mailbox(address), { timeout: 20_000 }).toContain(reference)
  // Two seconds on a machine of its own; beside other tests it gets a share of two cores.
  expect(milliseconds).toBeLessThan(8000)
})

test('whoever starts it first is told how to get in', async () => {
  const all = start(['src/main.ts'])
  await all.says(/Token +npm run token -- --email lead@support-unit\.example/)
})

test('staff are added, listed and suspended by command; what went wrong is one line', async () => {
  const all = start(['src/main.ts'])
  await addressOf(all)
  const staff = (...args: string[]) => run(['src/operations/staff-command.ts', ...args], settings())
  const person = ['--email', 'Ama.Example@unit.example', '--name', 'Ama Example']
  const added = await staff(
    'add',
    ...person,
    '--roles',
    'reviewer,auditor',
    '--country',
    'GH',
    '--team',
    'europe',
  )
  expect(added.errors).toBe('')
  expect(added.out).toContain('Ama Example works here now, as reviewer, auditor.')
  expect((await staff('list')).out).toMatch(/^Ama Example +ama\.example@unit\.example +reviewer, auditor$/m)
  const again = await staff('add', ...person, '--roles', 'reviewer')
  expect(again).toMatchObject({
    status: 1,
    errors: expect.stringMatching(/^Someone with this address already works here\. .+\n$/),
  })
  expect((await staff('add', ...person, '--roles', 'boss')).errors).toMatch(
    /^--roles is wrong: give some of coordinator, .+\n$/,
  )
  expect((await staff('suspend', '--email', 'ama.example@unit.example')).status).toBe(0)
  expect((await staff('list')).out).toMatch(/^Ama Example .+\(suspended\)$/m)
  const token = await run(
    ['src/operations/token-command.ts', '--email', 'ama.example@unit.example'],
    settings(),
  )
  expect(token).toMatchObject({
    status: 1,
    out: '',
    errors: expect.stringMatching(/^Nobody active has this address\..+\n$/),
  })
  const replay = ['src/operations/replay-delivery-command.ts']
  expect((await run([...replay, 'x'], settings())).errors).toMatch(/^Give one delivery's id\. Usage: .+\n$/)
  const unknown = await run([...replay, '00000000-0000-4000-8000-000000000001'], settings())
  expect(unknown).toMatchObject({ status: 1, errors: 'There is no such delivery.\n' })
})
