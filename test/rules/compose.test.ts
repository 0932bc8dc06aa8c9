import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadConfig } from '../../src/kernel/config.ts'
import { settings } from '../../src/kernel/settings.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const source = read('docker-compose.yml')
const raw: unknown = parse(source, { merge: true })

const service = z.looseObject({
  image: z.string().optional(),
  build: z.string().optional(),
  user: z.string().optional(),
  command: z.array(z.string()).optional(),
  restart: z.string().optional(),
  container_name: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  ports: z.array(z.string()).optional(),
  networks: z.array(z.string()).optional(),
  healthcheck: z.looseObject({ test: z.array(z.string()).min(2) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
})
const compose = z
  .looseObject({
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() }).nullable()),
  })
  .parse(raw)
const services = Object.entries(compose.services)
const ownServices = services.filter(([, { build }]) => build !== undefined)
const oneShot = (name: string) => compose.services[name]?.restart === 'no'

/** Every `${NAME…}`, with what follows the name: `:?remedy` or `:-default`. */
const variables = [...source.matchAll(/\$\{([A-Z0-9_]+)([^}]*)\}/g)].map(([, name = '', rest = '']) => ({
  name,
  rest,
}))
const SECRET = /PASSWORD|SECRET|TOKEN|KEY|_URL$/
/** Settings of the service that have no place in the file, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  PORT: 'the proxy and the health check ask at 3000; in .env it is the port of the machine',
  METRICS_PORT: 'the health check of the workers asks at 9464',
  QUEUE_DATABASE_URL: 'DATABASE_URL leads straight to PostgreSQL, and the queues are on Redis',
}

/** What is wrong with the file by the Compose specification's own schema, as dclint carries it. */
function violations(file: unknown): string[] {
  const linter = dirname(createRequire(import.meta.url).resolve('dclint/package.json'))
  const schema = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(linter, 'schemas', 'compose.schema.json'), 'utf8')))
  expect(schema['title']).toBe('Compose Specification')
  // It names its dialect by an address that ajv does not know; it is draft 7, ajv's default.
  delete schema['$schema']
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema)
  return validate(file)
    ? []
    : (validate.errors ?? []).map(error => `${error.instancePath} ${error.message ?? ''}`)
}

describe('docker-compose.yml', () => {
  test('is valid by the schema of the Compose specification', () => {
    expect(violations(raw)).toEqual([])
  })

  test('the schema would notice a mistake', () => {
    expect(violations({ services: { web: { imagee: 'x' } } })).not.toEqual([])
    expect(violations({ services: { web: { depends_on: { db: { condition: 'soon' } } } } })).not.toEqual([])
  })

  test('every service has a health check or runs once', () => {
    const without = services.filter(([name, { healthcheck }]) => !healthcheck && !oneShot(name))
    expect(without.map(([name]) => name)).toEqual([])
  })

  test('a service waits until what it needs is healthy, or has finished', () => {
    for (const [name, { depends_on: needs = {} }] of services) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        expect(compose.services, name).toHaveProperty(needed)
        expect(condition, `${name} needs ${needed}`).toBe(
          oneShot(needed) ? 'service_completed_successfully' : 'service_healthy',
        )
      }
    }
  })

  test('web and worker can be scaled: no fixed name, no port of the machine', () => {
    for (const name of ['web', 'worker']) expect(compose.services[name]).not.toHaveProperty('ports')
    for (const [, each] of services) expect(each.container_name).toBeUndefined()
  })

  test('no service runs as root, can gain rights or write to its image', () => {
    for (const [name, each] of services) {
      expect(each.user, name).toMatch(/^(?!root|0)/)
      expect(each.read_only, name).toBe(true)
      expect(each.cap_drop, name).toEqual(['ALL'])
      expect(each.security_opt, name).toContain('no-new-privileges:true')
    }
  })

  test('the stores can be reached from inside only', () => {
    for (const name of ['postgres', 'redis']) {
      expect(compose.services[name]?.ports).toBeUndefined()
      expect(compose.services[name]?.networks).toEqual(['back'])
    }
    expect(compose.networks['back']?.internal).toBe(true)
  })

  test('the queue store never throws a job away and writes what it holds to disk', () => {
    const command = compose.services['redis']?.command?.join(' ')
    expect(command).toContain('--maxmemory-policy noeviction')
    expect(command).toContain('--appendonly yes')
  })

  test('every variable either has a harmless default or ends the start with a remedy', () => {
    expect(variables.length).toBeGreaterThan(5)
    for (const { name, rest } of variables) {
      // A secret is asked for, or not set where the service can do without.
      expect(rest, name).toMatch(
        SECRET.test(name) ? /^(:\?set [A-Z0-9_]+ in \.env|:-$)/ : /^(:\?set [A-Z0-9_]+ in \.env|:-)/,
      )
    }
    // Nor is there a variable in another spelling, which these checks would miss.
    expect(source.replaceAll(/\$\{[A-Z0-9_]+:[?-][^}]*\}|\$\$/g, '')).not.toContain('$')
  })

  test('no password, token or key stands in it', () => {
    const given = services.flatMap(([, { environment = {} }]) => Object.entries(environment))
    const secrets = given.filter(([variable]) => /PASSWORD|SECRET|TOKEN|KEY/.test(variable))
    expect(secrets.length).toBeGreaterThan(0)
    for (const [variable, value] of secrets) expect(value, variable).toMatch(/^\$\{[A-Z0-9_]+:(\?|-\})/)
    expect(compose.services['postgres']?.environment?.['POSTGRES_PASSWORD']).toMatch(/:\?/)
    // Nor inside an address: between the colon after the name and the at sign, a variable leaves nothing.
    for (const [variable, value] of given) {
      expect(value.replaceAll(/\$\{[^}]*\}/g, ''), variable).not.toMatch(/:\/\/[^/@:]*:[^/@]+@/)
    }
  })

  test.each(['web', 'worker', 'migrate'])('every setting of the service reaches %s', name => {
    const passedOn = Object.keys(compose.services[name]?.environment ?? {})
    expect([...passedOn, ...Object.keys(LEFT_OUT)].toSorted()).toEqual(Object.keys(settings.shape).toSorted())
  })

  test('a setting that is left empty in .env is as good as not set', () => {
    const { environment = {} } = compose.services['web'] ?? {}
    const empty = Object.entries(environment).filter(([, value]) => value.endsWith(':-}'))
    expect(empty.length).toBeGreaterThan(20)
    expect(loadConfig(Object.fromEntries(empty.map(([name]) => [name, ''])))).toEqual(loadConfig({}))
  })

  test('every variable is explained in .env.example, which gives no password away', () => {
    const example = read('.env.example')
    const explained = [...example.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name = '']) => name)
    expect(explained.toSorted()).toEqual([...new Set(variables.map(({ name }) => name))].toSorted())
    expect(example).toMatch(/^POSTGRES_PASSWORD=$/m)
  })

  test('our own services run what package.json runs', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()).default({}) })
      .parse(JSON.parse(read('package.json')))
    const commands = Object.fromEntries(ownServices.map(([name, { command }]) => [name, command?.join(' ')]))
    expect(commands).toEqual({
      web: scripts['start:web'],
      worker: scripts['start:worker'],
      migrate: scripts['migrate'],
    })
  })
})

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile')

  test('the image does not run as root, and carries neither development packages nor secrets', () => {
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toContain('npm ci --omit=dev')
    expect(read('.dockerignore')).toMatch(/^\*$/m)
    expect(read('.dockerignore')).not.toMatch(/^!\.env/m)
  })

  test('it runs the Node that package.json asks for', () => {
    expect([...dockerfile.matchAll(/^FROM node:(\d+)-slim/gm)].map(([, major]) => major)).toEqual([
      '24',
      '24',
    ])
  })
})
