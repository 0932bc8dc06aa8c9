// A wrong setting ends the start with one line that names the variable and the remedy.
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase, onDatabase as at, type TestDatabase } from '../support/database.ts'
import { redisTrouble } from '../../src/kernel/redis.ts'
import { startRedis } from '../support/redis.ts'
import { isInstalled, program, run } from '../support/program.ts'

// Each test waits for whole programs, which share two cores with other tests.
vi.setConfig({ testTimeout: 200_000 })

let place: string
let taken: Server
let takenPort: string
let database: TestDatabase

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'settings-'))
  await writeFile(join(place, 'file'), '')
  taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  takenPort = String((taken.address() as AddressInfo).port)
  database = await testDatabase()
})

afterAll(async () => {
  taken.close()
  await database.drop()
  await rm(place, { recursive: true, force: true })
})

const MAIN = ['src/main.ts']
const anywhere = () => ({ PORT: '0', METRICS_PORT: '0', DATA_DIR: join(place, 'data') })

/** The one line with which a start ended that must not have come far. */
async function complaint(settings: Record<string, string>, script = MAIN): Promise<string> {
  const { status, out, errors } = await run(script, { ...anywhere(), ...settings })
  expect(out).not.toContain('is up')
  expect(status).toBe(1)
  expect(errors.trimEnd().split('\n')).toHaveLength(1)
  return errors.trimEnd()
}

const expectLine = (line: string, variable: string, remedy: string) => {
  expect(line).toMatch(new RegExp(`^${variable} `))
  expect(line).toContain(remedy)
  expect(line).not.toContain('hidden-word')
}

describe('wrong as it is written', () => {
  // Every program reads the settings first and in the same way; this one is the quickest to come to that.
  test.each([
    ['PORT', 'http', 'give a whole number from 0 to 65535'],
    ['OIDC_ISSUER', 'http://login.example.org', 'give an https:// address'],
    ['OIDC_ISSUER', 'https://login.example.org', 'Set all three for single sign-on, or none'],
    ['PORT', '65536', 'give a whole number from 0 to 65535'],
    ['METRICS_PORT', '9464.5', 'give a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'justice.example.org', 'give an address that begins with http:// or https://'],
    ['PUBLIC_URL', 'https://justice.example.org', 'set SMTP_URL too'],
    ['PUBLIC_URL', 'https://justice.example.org/?a=b', 'give only the beginning of the address'],
    ['DATABASE_URL', 'mysql://localhost/justice', 'begins with postgres:// or postgresql://'],
    ['QUEUE_DATABASE_URL', 'justice', 'begins with postgres:// or postgresql://'],
    ['DATABASE_POOL', '1', 'give a whole number from 2 to 200'],
    ['REDIS_URL', 'localhost:6379', 'give redis://host:port'],
    ['REDIS_URL', 'redis://a:6379,http://b:6379', 'give redis://host:port'],
    ['SMTP_URL', 'mail.example.org', 'Write smtp://host:port or smtps://host:port'],
    ['SMTP_URL', 'smtp://mail.example.org?requiretls=true', 'unknown option'],
    ['SMTP_URL', 'smtp://user:100%hidden-word@mail.example.org', 'percent-encoded'],
    ['MAIL_FROM', 'justice@example.org', 'write it as: Coalition on Justice <justice@example.org>'],
    ['CONTACT_EMAIL', 'justice', 'give an email address'],
    ['TRUST_PROXY', 'yes', 'list the addresses of your proxies'],
    ['TRUST_PROXY', '10.0.0.0/33', 'list the addresses of your proxies'],
    ['LOG_LEVEL', 'verbose', 'give one of fatal, error, warn, info, debug, trace, silent'],
    ['RATE_LIMIT_PER_MINUTE', '0', 'give a whole number from 1 to 1000000'],
    ['TIME_ZONE', 'Mars/Olympus', 'give a name such as Europe/Brussels'],
    ['HOLIDAYS', '2026-02-30', 'list dates with commas between them'],
    ['SERVICE_STANDARD', 'two days', 'give a JSON object'],
    ['WORKER_CONCURRENCY', 'many', 'give a whole number from 1 to 100'],
    ['SAMPLE_STAFF', 'true', 'give one of yes, no'],
  ])('%s=%s', async (variable, value, remedy) => {
    expectLine(await complaint({ [variable]: value }, ['migrations/run.ts']), variable, remedy)
  })
  test('for the service and the workers as well', async () => {
    for (const script of [MAIN, ['workers/main.ts']]) {
      expectLine(await complaint({ PORT: 'http' }, script), 'PORT', 'give a whole number from 0 to 65535')
    }
  })
})

describe('wrong for this machine', () => {
  test.each([
    ['HOST', '203.0.113.77', 'Set HOST to 127.0.0.1'],
    ['METRICS_HOST', '203.0.113.77', 'Set METRICS_HOST to 127.0.0.1'],
    ['DATA_DIR', '/dev/null/data', 'Set it to a directory of ours'],
    ['DATABASE_URL', 'postgres://user:hidden-word@127.0.0.1:1/justice', 'Start it, or correct the address'],
    ['SERVICE_STANDARD', '{"firstLook":3}', 'firstLook'],
    ['SERVICE_STANDARD', '{"firstLookDays":-1}', 'firstLookDays'],
    ['SERVICE_STANDARD', '{"timeZone":"UTC"}', 'Set TIME_ZONE'],
  ])('%s=%s', async (variable, value, remedy) => {
    // What comes late needs a database that is there already.
    const given = variable.endsWith('HOST') ? { DATABASE_URL: database.url } : {}
    expectLine(await complaint({ ...given, [variable]: value }), variable, remedy)
  })
})

describe('right in itself, wrong in this place', () => {
  test('a database that does not know us, or does not exist', async () => {
    const url = new URL(database.url)
    url.password = 'wrong'
    expect(await complaint({ DATABASE_URL: url.href })).toBe(
      'DATABASE_URL is refused by its database (28P01). Correct its user name and password.',
    )
    expect(await complaint({ DATABASE_URL: at(database.url, 'nowhere') })).toMatch(
      /^DATABASE_URL names a database that does not exist\. Create it/,
    )
  })
  test('a port that is taken', async () => {
    const given = { DATABASE_URL: database.url }
    expect(await complaint({ ...given, PORT: takenPort })).toMatch(
      /^PORT \d+ is taken\. Stop what listens there/,
    )
    expect(await complaint({ ...given, METRICS_PORT: takenPort })).toMatch(/^METRICS_PORT \d+ is taken\. /)
    expect(await complaint({ ...given, METRICS_PORT: takenPort }, ['workers/main.ts'])).toMatch(
      /^METRICS_PORT /,
    )
  })
  test.runIf(isInstalled('redis-server'))(
    'a Redis that evicts keys, and one that wants another password; one that is away is waited for',
    async () => {
      const redis = await startRedis()
      const admin = new Redis(redis.url)
      try {
        await admin.config('SET', 'maxmemory-policy', 'allkeys-lru')
        expect(await complaint({ DATABASE_URL: database.url, REDIS_URL: redis.url })).toBe(
          'REDIS_URL leads to a Redis that evicts keys (maxmemory-policy allkeys-lru). Set its maxmemory-policy to noeviction.',
        )
        await admin.config('SET', 'maxmemory-policy', 'noeviction')
        expect(await redisTrouble(redis.url)).toBe(undefined)
        await admin.config('SET', 'requirepass', 'another')
        expect((await redisTrouble(redis.url))?.line).toMatch(
          /^REDIS_URL is refused by its Redis \(NOAUTH\)\. Correct/,
        )
        const wrong = redis.url.replace('redis://', 'redis://:hidden-word@')
        expect((await redisTrouble(wrong))?.line).toMatch(
          /^REDIS_URL is refused by its Redis \(WRONGPASS\)\. Correct/,
        )
      } finally {
        admin.disconnect()
        await redis.close()
      }
      expect((await redisTrouble(redis.url))?.kind).toBe('away')
    },
  )
  test('a data directory that is a file', async () => {
    expect(await complaint({ DATA_DIR: join(place, 'file') })).toMatch(/^DATA_DIR .+ cannot be written to/)
  })
  test('a database that hangs is given up after seconds', async () => {
    const began = Date.now()
    const line = await complaint({
      DATABASE_URL: `postgres://user:hidden-word@127.0.0.1:${takenPort}/justice`,
    })
    expect(line).toBe(
      'DATABASE_URL leads to no database that answers (ETIMEDOUT). Start it, or correct the address.',
    )
    expect(Date.now() - began).toBeLessThan(12_000)
  })
})

test('what is empty or blank is not set, as in an .env file', async () => {
  const names = [
    'HOST',
    'METRICS_HOST',
    'PUBLIC_URL',
    'QUEUE_DATABASE_URL',
    'DATABASE_POOL',
    'REDIS_URL',
    'SMTP_URL',
    'MAIL_FROM',
  ]
  const more = [
    'CONTACT_EMAIL',
    'TRUST_PROXY',
    'LOG_LEVEL',
    'RATE_LIMIT_PER_MINUTE',
    'TIME_ZONE',
    'HOLIDAYS',
    'SERVICE_STANDARD',
  ]
  const blank = Object.fromEntries(
    [...names, ...more, 'WORKER_CONCURRENCY', 'SAMPLE_STAFF'].map(name => [name, ' ']),
  )
  const service = program(MAIN, { ...anywhere(), ...blank, DATABASE_URL: database.url })
  await service.says(/is up/)
  service.child.kill('SIGTERM')
  expect(await service.ended()).toBe(0)
})
