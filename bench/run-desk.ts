// `npm run bench:desk`: how long the desk takes to answer at ten thousand cases and at a million. `--quick` takes fewer cases and
// writes nothing; the whole writes its section of RESULTS.md.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/kernel/embedded-postgres.ts'
import { measureDesk, type DeskPlan, type DeskResults } from './desk.ts'
import { describeMachine } from './machine.ts'
import { writeSection } from './results-file.ts'

const quick = process.argv.includes('--quick')
const plan: DeskPlan = quick
  ? { sizes: [2_000, 10_000], rounds: 1, requests: 5 }
  : { sizes: [10_000, 1_000_000], rounds: 3, requests: 20 }

const directory = await mkdtemp(join(tmpdir(), 'justice-intake-bench-'))
// What is measured only reads.
const settings = { max_connections: '100', shared_buffers: '512MB', fsync: 'off', full_page_writes: 'off' }
const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres'), settings })
try {
  const machine = await describeMachine(postgres.url, directory)
  const results = await measureDesk(postgres.url, directory, plan, line => console.log(line))
  const text = tableOf(results, machine)
  console.log(`\n${text}`)
  if (!quick) await writeSection('desk', text)
} finally {
  await postgres.stop()
  await rm(directory, { recursive: true, force: true, maxRetries: 5 })
}

function tableOf({ times, open, plan: { sizes } }: DeskResults, machine: Record<string, string>): string {
  const [few, many] = sizes.map(size => size.toLocaleString('en'))
  const rows = times.map(({ what, p50, p95, firstLoad }) => {
    const [small = Number.NaN, large = Number.NaN] = p50
    const milliseconds = [small, large, p95[1] ?? Number.NaN].map(value => `${value.toFixed(1)} ms`)
    return `| ${[what, ...milliseconds, `${(large / small).toFixed(2)} ×`, `${(firstLoad / 1024).toFixed(0)} KB`].join(' | ')} |`
  })
  return `# What the desk takes

\`npm run bench:desk\`, ${new Date().toISOString().slice(0, 10)}. Time from a request to the whole answer, one after the other, on loopback;
first load: all that goes over the line in a new browser, compressed, with style sheet, script and heads. ${open.map((count, at) => `${count.toLocaleString('en')} of ${at === 0 ? few : many} cases are open`).join('; ')}.

| page | p50 at ${few} | p50 at ${many} | p95 at ${many} | ratio | first load |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${Object.entries(machine)
  .map(([what, value]) => `- ${what}: ${value}`)
  .join('\n')}
`
}
