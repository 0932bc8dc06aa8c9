// `npm run bench`: what is promised about speed, measured against this machine's limit in the same run. `--quick` takes a
// minute and writes nothing; the whole takes under four and writes its section of RESULTS.md.
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/kernel/embedded-postgres.ts'
import { startRedis } from '../test/support/redis.ts'
import { plainTeam, serviceTeam, transactionTeam, type Team } from './contestants.ts'
import { describeMachine } from './machine.ts'
import { report, type Memory, type Results } from './report.ts'
import { residentMemory } from './process-figures.ts'
import { writeSection } from './results-file.ts'
import { runRounds, type Plan, type Sample } from './rounds.ts'
import type { ServiceProcess } from './service-process.ts'
import { submitToInbox } from './submit-to-inbox.ts'

const quick = process.argv.includes('--quick')
const plan: Plan = {
  connections: [50, 200],
  rounds: quick ? 1 : 3,
  seconds: quick ? 1.5 : 3,
  warmUpSeconds: quick ? 0.5 : 2,
}
const inboxSeconds = quick ? 4 : 20

const directory = await mkdtemp(join(tmpdir(), 'justice-intake-bench-'))
const closing: (() => Promise<unknown>)[] = [
  () => rm(directory, { recursive: true, force: true, maxRetries: 5 }),
]
let ending: Promise<void> | undefined
const cleanUp = () =>
  (ending ??= (async () => {
    for (const step of closing.toReversed()) await step().catch((error: unknown) => console.error(error))
  })())
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cleanUp().then(() => process.exit(130)))

try {
  const throughput = await measureThroughput()
  const results: Results = {
    ...throughput,
    on: new Date().toISOString().slice(0, 10),
    plan,
    inbox: await measureInbox(),
  }
  const text = report(results)
  console.log(`\n${text}`)
  if (!quick) await writeSection('submissions', text)
  const wrong = Object.values(results.inbox).flatMap(times => (typeof times === 'string' ? [] : times.wrong))
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exitCode = 1
} catch (error) {
  // Interrupted: then everything that was under way fails.
  if (ending === undefined) console.error((error as Error).message)
  process.exitCode = 1
} finally {
  await cleanUp()
}

async function measureThroughput(): Promise<Pick<Results, 'machine' | 'samples' | 'memory'>> {
  const postgres = await startPostgres()
  const machine = await describeMachine(postgres.url, directory)
  const teams: Team[] = []
  const enter = async <T extends Team>(coming: Promise<T>): Promise<T> => {
    const team = await coming
    teams.push(team)
    closing.push(team.end)
    return team
  }
  const { service } = await enter(serviceTeam(postgres.url, join(directory, 'service.log')))
  await enter(transactionTeam(postgres.url, 'statements'))
  await enter(transactionTeam(postgres.url, 'one-statement'))
  await enter(plainTeam(postgres.url))
  const contestants = teams.flatMap(team => team.contestants)
  const samples: Sample[] = []
  // Not after each round: what was collected on demand makes the next one slower.
  let warm: Memory | undefined
  await runRounds(contestants, postgres.pid, plan, async sample => {
    samples.push(sample)
    const { name, connections, perSecond, round } = sample
    if (round === 0 && name === contestants.at(-1)?.name) warm = await memoryOf(service)
    console.log(`${round || 'warm-up'}\t${connections}\t${name}\t${perSecond.toFixed(0)}/s`)
    if (sample.wrong[0] !== undefined) throw new Error(`${name}: ${sample.wrong[0]}`)
  })
  for (const team of teams) await expectAllRows(team, samples)
  const measured = samples.filter(({ name, round }) => name.startsWith('service') && round > 0)
  const memory = { warm, atEnd: await memoryOf(service), accepted: sum(measured) }
  for (const team of teams) await team.end()
  await postgres.stop()
  return { machine, samples, memory }
}

async function memoryOf({ pid, neededMemory }: ServiceProcess): Promise<Memory> {
  return { resident: residentMemory(pid), needed: await neededMemory() }
}

async function startPostgres(): Promise<EmbeddedPostgres> {
  const settings = { max_connections: '300', fsync: 'on', synchronous_commit: 'on' }
  const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres'), settings })
  closing.push(() => postgres.stop())
  return postgres
}

async function expectAllRows({ contestants, counted }: Team, samples: readonly Sample[]): Promise<void> {
  const accepted = sum(samples.filter(({ name }) => contestants.some(contestant => contestant.name === name)))
  for (const [what, rows] of Object.entries(await counted())) {
    if (rows !== accepted)
      throw new Error(`${contestants[0]?.name}: ${accepted} accepted, but ${rows} ${what}`)
  }
}

function sum(samples: readonly Sample[]): number {
  return samples.reduce((total, sample) => total + sample.accepted, 0)
}

async function measureInbox(): Promise<Results['inbox']> {
  const onPostgres = await submitToInbox(join(directory, 'on-postgres'), inboxSeconds)
  return { 'PostgreSQL (default)': onPostgres, Redis: await measureOnRedis() }
}

async function measureOnRedis() {
  if (spawnSync('redis-server', ['--version']).status !== 0) return 'redis-server is not installed'
  const redis = await startRedis()
  closing.push(() => redis.close())
  return submitToInbox(join(directory, 'on-redis'), inboxSeconds, redis.url)
}
