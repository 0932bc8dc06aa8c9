// What this machine's Postgres takes when each submission is a transaction of its own: the rows that the service writes, into
// the same tables, by prepared statements, with nothing in front of it. As pgbench would, where pgbench is not installed.
import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { obeyParent } from './child.ts'
import { measure, type Round } from './measurement.ts'
import { payload } from './payloads.ts'

/**
 * `statements`: begin, four inserts and commit, each a round trip, as pgbench does it.
 * `one-statement`: the four inserts as one statement, which is a transaction by itself: the least that it can cost.
 */
export type Shape = 'statements' | 'one-statement'

const { url, shape } = JSON.parse(process.argv[2] ?? '{}') as { url: string; shape: Shape }

const CASE = `insert into cases (id, reference, form, kind, received_at, clock_started_at, due_at, language, organisation,
    contact_name, contact_email, organisation_key, contact_domain, region, country, applicant_type, support_types, themes)
  values ($1, $2, 'observer-interest', 'observer', $3, $3, $3, 'en', $4, 'Mohamed Kamara', $5, lower($4), $6,
    'africa-middle-east', 'SL', 'civil-society', '{}', '{access-to-justice,legal-empowerment}')`
const submission = (...[wording, answers, salt, id, at]: string[]) =>
  `insert into submissions (wording_id, answers, salt, case_id, received_at) values (${[wording, answers, salt, id, at].join()})`
const event = (...[id, details, previous, hash, stream, at]: string[]) =>
  `insert into events (id, details, previous_hash, hash, stream, at, position, type, actor)
    values (${[id, details, previous, hash, stream, at].join()}, 1, 'submission.received', '{"kind":"applicant"}')`
const outbox = (id: string, stream: string) =>
  `insert into outbox (topic, event_id, stream) values ('route-case', ${id}, ${stream}), ('notify', ${id}, ${stream})`

const STATEMENTS = {
  case: CASE,
  submission: submission('$1', '$2', '$3', '$4', '$5'),
  event: event('$1', '$2', '$3', '$4', '$5', '$6'),
  outbox: outbox('$1', '$2'),
}
const ONE_STATEMENT = `with opened as (${CASE}), kept as (${submission('$7', '$8', '$9', '$1', '$3')}),
  recorded as (${event('$10', '$11', '$12', '$13', '$1', '$3')}) ${outbox('$10', '$1')}`

const bodies = Array.from({ length: 100 }, (_, n) => payload(n).body)
const wordingId = await onlyWording()
let submissions = 0

obeyParent(async (round: Round) => {
  const clients = await Promise.all(Array.from({ length: round.connections }, connect))
  const measured = await measure(round, async connection => {
    const client = clients[connection]
    if (client)
      await (shape === 'statements' ? acceptByStatements(client, rows()) : acceptAtOnce(client, rows()))
  })
  await Promise.all(clients.map(client => client.end()))
  return measured
})

type Rows = ReturnType<typeof rows>

function rows() {
  const n = (submissions += 1)
  const id = randomUUID()
  const eventId = randomUUID()
  const at = new Date()
  const domain = `applicant-${n}.example`
  const details = {
    form: 'observer-interest',
    language: 'en',
    wordingId,
    answersHash: randomBytes(32).toString('hex'),
  }
  return {
    theCase: [id, `OBS-${id}`, at, `Legal Aid Network ${n}`, `contact@${domain}`, domain],
    answers: [wordingId, bodies[n % bodies.length], randomBytes(16)],
    event: [eventId, JSON.stringify(details), Buffer.alloc(32), randomBytes(32)],
    id,
    eventId,
    at,
  }
}

async function acceptByStatements(
  client: pg.Client,
  { theCase, answers, event, id, eventId, at }: Rows,
): Promise<void> {
  await client.query('begin')
  await client.query({ name: 'case', text: STATEMENTS.case, values: theCase })
  await client.query({ name: 'submission', text: STATEMENTS.submission, values: [...answers, id, at] })
  await client.query({ name: 'event', text: STATEMENTS.event, values: [...event, id, at] })
  await client.query({ name: 'outbox', text: STATEMENTS.outbox, values: [eventId, id] })
  await client.query('commit')
}

async function acceptAtOnce(client: pg.Client, { theCase, answers, event }: Rows): Promise<void> {
  await client.query({ name: 'accept', text: ONE_STATEMENT, values: [...theCase, ...answers, ...event] })
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `bench ${shape}` })
  await client.connect()
  return client
}

async function onlyWording(): Promise<string | undefined> {
  const client = await connect()
  const { rows } = await client.query<{ id: string }>('select id from form_wordings limit 1')
  await client.end()
  return rows[0]?.id
}
