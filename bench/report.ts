// The figures in words and tables: ratios first, for they travel from machine to machine better than times.
import { NAMES, type Name } from './contestants.ts'
import { ratio, samplesOf, type Plan, type Sample } from './rounds.ts'
import { median } from './statistics.ts'
import { PER_SECOND, type InboxTimes } from './submit-to-inbox.ts'

/** In bytes: what the process holds, and what of it it needs. */
export interface Memory {
  resident: number
  needed: number
}

export interface Results {
  on: string
  machine: Record<string, string>
  plan: Plan
  samples: readonly Sample[]
  /** By the name of the backend; a string says why there are none. */
  inbox: Record<string, InboxTimes | string>
  memory: { warm: Memory | undefined; atEnd: Memory; accepted: number }
}

const CALLED: Record<Name, string> = {
  service: 'the service',
  'service-keyed': 'the service, with Idempotency-Key',
  statements: 'bare transactions, a statement at a time',
  'one-statement': 'bare transactions, all in one statement',
  plain: 'plain Fastify and Drizzle handler',
}

/** The whole report as Markdown. */
export function report({ on, machine, plan, samples, inbox, memory }: Results): string {
  return [
    '# Taking submissions in',
    '',
    `\`npm run bench\`, ${on}. Every answer was a 201 with a new reference, and the tables hold as many rows as were accepted.`,
    '',
    '## How many times as many submissions as',
    '',
    ...ratios(plan, samples),
    '',
    '## From sending an application to its emails in the mail server',
    '',
    ...inboxTable(inbox),
    '',
    '## Accepted submissions',
    '',
    ...acceptedTable(plan, samples),
    '',
    '## Memory of the web process',
    '',
    memoryLine(memory),
    '',
    '## The machine',
    '',
    ...Object.entries(machine).map(([name, value]) => `- ${name}: ${value}`),
    disturbance(samples),
    '',
    '## What is compared with what',
    '',
    ...explanation(plan),
    '',
  ].join('\n')
}

function ratios({ connections }: Plan, samples: readonly Sample[]): string[] {
  const others = (['plain', 'statements', 'one-statement'] as const).map(other => [
    CALLED[other],
    ...connections.map(count => `${ratio(samples, 'service', other, count).toFixed(1)} ×`),
    ...connections.map(
      count =>
        `1 : ${(processorTimeOf(samples, other, count) / processorTimeOf(samples, 'service', count)).toFixed(1)}`,
    ),
  ])
  const head = connections.map(count => `at ${count} connections`)
  return table(['', ...head, ...head.map(title => `processor time ${title}`)], others)
}

/** For a submission, of its own process and of Postgres: what a busy machine changes least. Microseconds. */
const processorTimeOf = (samples: readonly Sample[], name: Name, connections: number): number =>
  median(
    samplesOf(samples, name, connections).map(sample => sample.ownMicroseconds + sample.postgresMicroseconds),
  )

function acceptedTable({ connections }: Plan, samples: readonly Sample[]): string[] {
  const rows = connections.flatMap(count =>
    NAMES.map(name => {
      const own = samplesOf(samples, name, count)
      const middle = (of: (sample: Sample) => number) => median(own.map(of))
      return [
        `${count}`,
        CALLED[name],
        middle(sample => sample.perSecond).toFixed(0),
        `${middle(sample => sample.p50).toFixed(0)} ms`,
        `${middle(sample => sample.p99).toFixed(0)} ms`,
        microseconds(middle(sample => sample.ownMicroseconds)),
        microseconds(middle(sample => sample.postgresMicroseconds)),
        `${(middle(sample => sample.senderShare) * 100).toFixed(0)} %`,
      ]
    }),
  )
  const head = [
    'connections',
    '',
    'per second',
    'p50',
    'p99',
    'own CPU each',
    'Postgres CPU each',
    'sender, of a core',
  ]
  return table(head, rows)
}

function inboxTable(inbox: Results['inbox']): string[] {
  const rows = Object.entries(inbox).map(([backend, times]) => {
    if (typeof times === 'string') return [backend, times, '', '', '', '']
    const { receipt, assignment, submissions } = times
    return [
      backend,
      ...[receipt.p50, receipt.p99, assignment.p50, assignment.p99].map(time =>
        Number.isFinite(time) ? `${time.toFixed(0)} ms` : 'too late',
      ),
      `${submissions}`,
    ]
  })
  return table(
    ['queues on', 'receipt p50', 'receipt p99', 'reviewer’s email p50', 'p99', 'submissions'],
    rows,
  )
}

function memoryLine({ warm, atEnd, accepted }: Results['memory']): string {
  const megabytes = (bytes = Number.NaN) => `${(bytes / 1e6).toFixed(0)} MB`
  return `It needs ${megabytes(warm?.needed)} after the warm-up and ${megabytes(atEnd.needed)} after ${accepted} submissions more; with what Node has not collected yet it holds ${megabytes(warm?.resident)} and ${megabytes(atEnd.resident)}.`
}

const explanation = ({ rounds, seconds, connections }: Plan): string[] => [
  `All stand on one PostgreSQL with durable commits, each in a database of its own, and take turns: ${rounds} rounds of ${seconds} s at ${connections.join(' and ')} connections. Figures are the median of the rounds; a ratio is the median of the ratios within a round. Each connection sends its next submission when it has its answer. Server, Postgres and sender are processes of this one machine and share its cores.`,
  '',
  '- **The service**: `node src/main.ts web` with its default settings (checks, hash chain, logging, rate limit set out of the way): HTTP and JSON in, 201 after the commit.',
  '- **Bare transactions**: the same rows in the same tables (case, submission, event, two outbox rows), prepared, each submission a transaction; no HTTP, no checks. A statement at a time is how pgbench would do it; all in one statement is the least that a transaction can cost.',
  '- **Plain handler**: Fastify and Drizzle with their defaults, the same form checked by the same schema, four inserts in a transaction into tables of its own, no logging.',
  `- **To the inbox**: the service with web and workers in one process on its embedded database, ${PER_SECOND} submissions a second, each applicant at a domain of their own, until the SMTP server has answered the final dot; after ten seconds of the same.`,
]

function disturbance(samples: readonly Sample[]): string {
  const shares = samples.map(sample => Math.round(sample.othersShare * 100))
  return `- Others at work during the rounds: ${median(shares)} % of the processor time (median; ${Math.min(...shares)} to ${Math.max(...shares)} %)`
}

const microseconds = (value: number) => (Number.isNaN(value) ? '–' : `${value.toFixed(0)} µs`)

export function table(head: string[], rows: string[][]): string[] {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map(row => row[column] ?? '')].map(text => text.length)),
  )
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)]
}
