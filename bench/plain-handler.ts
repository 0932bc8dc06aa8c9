// What one would write first: a Fastify handler that checks the same form and makes four inserts in a transaction with Drizzle.
import { randomUUID } from 'node:crypto'
import { drizzle } from 'drizzle-orm/node-postgres'
import { bigserial, date, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import Fastify from 'fastify'
import pg from 'pg'
import { FORMS } from '../src/forms/index.ts'
import { obeyParent } from './child.ts'

const { url, port } = JSON.parse(process.argv[2] ?? '{}') as { url: string; port: number }

const moment = (name: string) => timestamp(name, { withTimezone: true })
const plainCases = pgTable('plain_cases', {
  id: uuid('id').primaryKey(),
  reference: text('reference').notNull().unique(),
  form: text('form').notNull(),
  state: text('state').notNull(),
  receivedAt: moment('received_at').notNull(),
  dueAt: moment('due_at').notNull(),
  language: text('language').notNull(),
  organisation: text('organisation').notNull(),
  contactName: text('contact_name').notNull(),
  contactEmail: text('contact_email').notNull(),
  country: text('country'),
  jurisdiction: text('jurisdiction'),
  applicantType: text('applicant_type'),
  branch: text('branch'),
  supportTypes: text('support_types').array().notNull(),
  themes: text('themes').array().notNull(),
  neededBy: date('needed_by', { mode: 'string' }),
})
const plainSubmissions = pgTable('plain_submissions', {
  caseId: uuid('case_id').primaryKey(),
  answers: jsonb('answers').notNull(),
  receivedAt: moment('received_at').notNull(),
})
const plainEvents = pgTable('plain_events', {
  id: uuid('id').primaryKey(),
  caseId: uuid('case_id').notNull(),
  position: integer('position').notNull(),
  type: text('type').notNull(),
  at: moment('at').notNull(),
  details: jsonb('details').notNull(),
})
const plainOutbox = pgTable('plain_outbox', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  topic: text('topic').notNull(),
  eventId: uuid('event_id').notNull(),
  state: text('state').notNull().default('pending'),
  dueAt: moment('due_at').notNull().defaultNow(),
})
const DDL = `
  create table plain_cases (id uuid primary key, reference text not null unique, form text not null, state text not null,
    received_at timestamptz not null, due_at timestamptz not null, language text not null, organisation text not null,
    contact_name text not null, contact_email text not null, country text, jurisdiction text, applicant_type text, branch text,
    support_types text[] not null, themes text[] not null, needed_by date);
  create index on plain_cases (received_at desc);
  create index on plain_cases (due_at);
  create table plain_submissions (case_id uuid primary key references plain_cases (id), answers jsonb not null, received_at timestamptz not null);
  create table plain_events (id uuid primary key, case_id uuid not null references plain_cases (id), position integer not null, type text not null,
    at timestamptz not null, details jsonb not null, unique (case_id, position));
  create table plain_outbox (id bigserial primary key, topic text not null, event_id uuid not null references plain_events (id),
    state text not null default 'pending', due_at timestamptz not null default now());
  create index on plain_outbox (due_at) where state = 'pending';`

const pool = new pg.Pool({ connectionString: url })
await pool.query(DDL)
const db = drizzle(pool)
const app = Fastify()

for (const form of FORMS) {
  app.post(`/api/v1/${form.path}`, async (request, reply) => {
    const answers = form.answers.parse(request.body)
    // The forms are of different answers; each takes its own.
    const { pointOfContactEmail: _, ...facts } = (
      form.facts as (answers: unknown) => ReturnType<typeof form.facts>
    )(answers)
    const id = randomUUID()
    const eventId = randomUUID()
    const reference = `${form.prefix}-${randomUUID().slice(24).toUpperCase()}`
    const now = new Date()
    const dueAt = new Date(now.getTime() + 2 * 86_400_000)
    await db.transaction(async tx => {
      await tx
        .insert(plainCases)
        .values({ ...facts, id, reference, form: form.name, state: 'received', receivedAt: now, dueAt })
      await tx.insert(plainSubmissions).values({ caseId: id, answers, receivedAt: now })
      await tx.insert(plainEvents).values({
        id: eventId,
        caseId: id,
        position: 1,
        type: 'received',
        at: now,
        details: { form: form.name },
      })
      await tx.insert(plainOutbox).values([
        { topic: 'route-case', eventId },
        { topic: 'notify', eventId },
      ])
    })
    return reply.code(201).send({ reference, receivedAt: now, dueAt })
  })
}
await app.listen({ port, host: '127.0.0.1' })
obeyParent()
