import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { RULES } from './architecture/rules.ts'
import { readSource } from './architecture/source-file.ts'

const root = new URL('../', import.meta.url)
const files = ['src', 'workers'].flatMap(folder =>
  readdirSync(new URL(folder, root), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(root.pathname.length))
    .map(path => readSource(path, readFileSync(new URL(path, root), 'utf8'))),
)

describe('the house keeps its rules', () => {
  test('there is a house', () => {
    expect(files.length).toBeGreaterThan(20)
  })
  test.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(rule(files)).toEqual([])
  })
})

type Made = Record<string, string>

/** Which rules a made-up project breaks. */
function broken(project: Made): string[] {
  const made = Object.entries(project).map(([path, text]) => readSource(path, text))
  return Object.entries(RULES)
    .filter(([, rule]) => rule(made).length > 0)
    .map(([name]) => name)
}

const FLOORS = 'a folder imports only lower floors'
const FASTIFY = 'Fastify stays in routes, pages, web, session, guard, desk page, app and main'
const TABLES = 'a folder’s tables are its own'
const PURE = 'rules and texts are pure'
const TIME = 'time and chance come in from outside'
const ENVIRONMENT = 'the environment is read in kernel/config.ts only'
const NOW = 'nothing is imported while running'
const NAMES = 'a file is named for what it does'

describe('the rules notice', () => {
  test.each<[string, string, Made]>([
    ['an import upwards', FLOORS, { 'src/kernel/a.ts': "import { b } from '../cases/b.ts'" }],
    ['an import sideways', FLOORS, { 'src/staff/a.ts': "import { b } from '../roster/b.ts'" }],
    ['a type from above', FLOORS, { 'src/events/a.ts': "import type { B } from '../cases/b.ts'" }],
    ['a name handed on from above', FLOORS, { 'src/events/a.ts': "export * from '../cases/b.ts'" }],
    [
      'a feature that imports a worker',
      FLOORS,
      { 'src/cases/a.ts': "import { b } from '../../workers/b.ts'" },
    ],
    ['an app that imports a command', FLOORS, { 'src/app.ts': "import { b } from './operations/b.ts'" }],
    ['an app that imports a worker', FLOORS, { 'src/app.ts': "import { b } from '../workers/b.ts'" }],
    ['a worker that imports the app', FLOORS, { 'workers/a.ts': "import { b } from '../src/app.ts'" }],
    [
      'a feature that imports a test',
      FLOORS,
      { 'src/cases/a.ts': "import { b } from '../../test/support/b.ts'" },
    ],
    ['a folder without a floor', FLOORS, { 'src/shed/a.ts': '' }],
    [
      'Fastify in a verb',
      FASTIFY,
      { 'src/cases/assign.ts': "import type { FastifyRequest } from 'fastify'" },
    ],
    [
      'a plugin of Fastify in the kernel',
      FASTIFY,
      { 'src/kernel/a.ts': "import swagger from '@fastify/swagger'" },
    ],
    [
      'nodemailer in a worker',
      'nodemailer stays in kernel/mailer.ts',
      { 'workers/send-email.ts': "import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'" },
    ],
    [
      'BullMQ in a feature',
      'BullMQ stays in two files of the kernel and the workers',
      { 'src/cases/a.ts': "import { Queue } from 'bullmq'" },
    ],
    ['a setting read elsewhere', ENVIRONMENT, { 'workers/a.ts': 'const a = process.env.PORT' }],
    ['a setting read by index', ENVIRONMENT, { 'src/web/a.ts': "const a = process['env']['PORT']" }],
    ['a setting imported', ENVIRONMENT, { 'src/web/a.ts': "import { env } from 'node:process'" }],
    ['a late import', NOW, { 'src/web/a.ts': "const b = await import('./b.ts')" }],
    ['a required file', NOW, { 'src/web/a.ts': "const b = require('./b.ts')" }],
    ['the tables of another', TABLES, { 'src/cases/a.ts': "import { staff } from '../staff/tables.ts'" }],
    [
      'the tables of a feature in a worker',
      TABLES,
      { 'workers/a.ts': "import { staff } from '../src/staff/tables.ts'" },
    ],
    [
      'a desk that writes',
      TABLES,
      { 'src/triage/a.ts': "import { cases } from '../cases/tables.ts'\nawait tx.update(cases).set({})" },
    ],
    ['SQL in a rule', PURE, { 'src/cases/lifecycle.ts': "import { sql } from 'drizzle-orm'" }],
    [
      'SQL behind a rule',
      PURE,
      {
        'src/forms/observer-interest/form.ts': "import { a } from '../a.ts'",
        'src/forms/a.ts': "import { pgTable } from 'drizzle-orm/pg-core'",
      },
    ],
    [
      'a text that reads files',
      PURE,
      { 'src/notifications/staff/a.ts': "import { readFileSync } from 'node:fs'" },
    ],
    ['the clock of the machine', TIME, { 'src/cases/a.ts': 'const now = new Date()' }],
    ['the clock without brackets', TIME, { 'src/cases/a.ts': 'const now = new Date' }],
    ['the clock as a number', TIME, { 'workers/a.ts': 'const now = Date.now()' }],
    ['the clock of luxon', TIME, { 'src/cases/a.ts': 'const now = DateTime.now()' }],
    ['the dice of the machine', TIME, { 'src/cases/a.ts': 'const n = Math.random()' }],
    ['a long file', 'no file is longer than 200 lines', { 'src/cases/a.ts': 'a\n'.repeat(201) }],
    ['a drawer for anything', NAMES, { 'src/cases/helpers.ts': '' }],
    ['a folder for anything', NAMES, { 'src/kernel/utils/a.ts': '' }],
    ['a name in another case', NAMES, { 'src/cases/openCase.ts': '' }],
  ])('%s', (_, rule, project) => {
    expect(broken(project)).toContain(rule)
  })
})

describe('the rules let pass', () => {
  test.each<[string, Made]>([
    ['an import downwards', { 'src/cases/a.ts': "import { b } from '../kernel/b.ts'" }],
    [
      'an import within the folder',
      { 'src/forms/support-request/form.ts': "import { b } from '../questions.ts'" },
    ],
    [
      'main, which starts all',
      { 'src/main.ts': "import '../workers/a.ts'\nimport { run } from '../migrations/run.ts'" },
    ],
    [
      'the service, which puts web and workers together',
      {
        'src/service.ts': "import '../workers/a.ts'\nimport './app.ts'",
        'workers/main.ts': "import { startService } from '../src/service.ts'",
      },
    ],
    [
      'a command of the operators',
      {
        'src/operations/a.ts':
          "import { b } from '../reports/b.ts'\nimport { c } from '../../migrations/c.ts'",
      },
    ],
    [
      'a worker that uses a feature',
      { 'workers/a.ts': "import { b } from '../src/notifications/fan-out.ts'" },
    ],
    ['a worker that uses another', { 'workers/a.ts': "import { b } from './b.ts'" }],
    [
      'a foreign key to a lower floor',
      { 'src/cases/tables.ts': "import { staff } from '../staff/tables.ts'" },
    ],
    [
      'a desk that reads',
      { 'src/triage/a.ts': "import { cases } from '../cases/tables.ts'\nawait db.select({}).from(cases)" },
    ],
    [
      'an email that reads',
      {
        'src/notifications/a.ts':
          "import { cases } from '../cases/tables.ts'\nawait db.select({}).from(cases)",
      },
    ],
    ['Fastify in routes', { 'src/cases/routes.ts': "import type { FastifyInstance } from 'fastify'" }],
    ['a moment made from another', { 'src/cases/a.ts': 'const later = new Date(now.getTime() + 1)' }],
    ['the clock of the kernel', { 'src/kernel/clock.ts': 'const now = () => new Date()' }],
    ['what only a comment says', { 'src/cases/a.ts': '// never new Date() or process.env here\n' }],
    [
      'a rule that names a type of an impure file',
      {
        'src/staff/roles.ts': "import type { Staff } from './tables.ts'",
        'src/staff/tables.ts': "import { pgTable } from 'drizzle-orm/pg-core'",
      },
    ],
    ['a file of 200 lines', { 'src/cases/a.ts': 'a\n'.repeat(200) }],
    ['our service standard', { 'src/cases/service-standard.ts': '' }],
  ])('%s', (_, project) => {
    expect(broken(project)).toEqual([])
  })
})
