// Which tests run, on what, and what is left out where a program is missing.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { clamdPath } from './test/support/clamd-path.ts'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { pseudoLocale } from './test/pages/languages/pseudo-locale.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The backend on which the queues of this run live: read it with `inject('queueBackend')`. */
    queueBackend: 'postgres' | 'redis'
  }
}

const SECONDS = 1000
const globalSetup = ['test/support/global-setup.ts']

const onPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))

const isSet = (name: string): boolean => !['', '0', 'false'].includes(process.env[name] ?? '')

/**
 * True if the program is there. If not: one line on what is left out and how to get it,
 * or an error where everything has to run (`CI`, or the variable `required`).
 */
function available(there: boolean, required: string, remedy: string): boolean {
  if (there) return true
  if (isSet('CI') || isSet(required))
    throw new Error(`Every test has to run here (CI or ${required} is set): ${remedy}`)
  console.warn(remedy)
  return false
}

const redis = available(
  isSet('TEST_REDIS_URL') || onPath('redis-server'),
  'REQUIRE_REDIS',
  'Redis tests left out: install redis-server (Debian: apt-get install redis-server) or set TEST_REDIS_URL.',
)
const chromium = available(
  existsSync(process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'),
  'REQUIRE_CHROMIUM',
  'Page tests left out: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
)

const clamd = available(
  clamdPath !== undefined,
  'REQUIRE_CLAMD',
  'Tests of the virus scanner left out: install clamd (Debian: apt-get install clamav-daemon).',
)

const dovecot = available(
  onPath('dovecot') || existsSync('/usr/sbin/dovecot'),
  'REQUIRE_DOVECOT',
  'Mailbox tests left out: install dovecot (Debian: apt-get install dovecot-imapd).',
)

type Settings = NonNullable<TestProjectInlineConfiguration['test']>

// Groups run one after the other, and two files at a time: two cores that also run Postgres, Redis and workers have no room for more.
const GROUPS = ['rules', 'api', 'workers', 'pages', 'faults'] as const
const project = (
  group: (typeof GROUPS)[number],
  settings: Settings,
  name: string = group,
): TestProjectInlineConfiguration => ({
  test: {
    name,
    environment: 'node',
    maxWorkers: 2,
    ...settings,
    sequence: { groupOrder: GROUPS.indexOf(group) },
  },
})

const workers = (queueBackend: 'postgres' | 'redis') =>
  project(
    'workers',
    {
      include: ['test/workers/**/*.test.ts'],
      globalSetup,
      provide: { queueBackend },
      testTimeout: 60 * SECONDS,
      hookTimeout: 120 * SECONDS,
    },
    `workers:${queueBackend}`,
  )

// What these stop and kill is theirs alone: each starts its own web, workers, Postgres, Redis and mail server.
const faults = (queueBackend: 'postgres' | 'redis') =>
  project(
    'faults',
    {
      include: ['test/faults/**/*.test.ts'],
      globalSetup,
      provide: { queueBackend },
      testTimeout: 300 * SECONDS,
      hookTimeout: 180 * SECONDS,
    },
    `faults:${queueBackend}`,
  )

const inChromium: Settings = {
  globalSetup,
  provide: { queueBackend: 'postgres' },
  testTimeout: 120 * SECONDS,
  hookTimeout: 120 * SECONDS,
}

const backends = redis ? (['postgres', 'redis'] as const) : (['postgres'] as const)

export default defineConfig({
  test: {
    reporters: ['default'],
    // Files that run in one process share its modules: reading them anew for each took a quarter of the time.
    isolate: false,
    teardownTimeout: 30 * SECONDS,
    projects: [
      // Pure rules: no database, no network, no set-up.
      project('rules', {
        include: ['test/rules/**/*.test.ts', 'test/architecture.test.ts'],
        testTimeout: 30 * SECONDS,
      }),
      project('api', {
        include: ['test/api/**/*.test.ts'],
        exclude: [
          ...(clamd ? [] : ['test/api/virus-scanner.test.ts']),
          ...(dovecot ? [] : ['test/api/inbound-mailbox.test.ts']),
        ],
        globalSetup,
        provide: { queueBackend: 'postgres' },
        testTimeout: 60 * SECONDS,
        hookTimeout: 120 * SECONDS,
      }),
      ...backends.map(workers),
      ...(chromium
        ? [
            project('pages', {
              include: ['test/pages/**/*.test.ts'],
              exclude: ['test/pages/languages/**'],
              ...inChromium,
            }),
            {
              ...project(
                'pages',
                { include: ['test/pages/languages/*.test.ts'], ...inChromium },
                'languages',
              ),
              plugins: [pseudoLocale('pt')],
            },
          ]
        : []),
      ...backends.map(faults),
    ],
  },
})
