// Who may use which route. The table is written out, so that a route whose policy changes has to be changed here as well.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardRoutes, type Policy } from '../../src/staff/guard.ts'
import { may, PERMISSIONS, ROLES, type Permission, type Role } from '../../src/staff/roles.ts'
import { ACCESS as SETTINGS } from '../support/access.ts'
import { testService, type TestService } from '../support/service.ts'

type Access = 'public' | 'signed-in' | Permission

const ACCESS: Readonly<Record<string, Access>> = {
  'GET /api/v1/forms': 'public',
  'GET /api/v1/forms/{form}': 'public',
  'POST /api/v1/observer-applications': 'public',
  'POST /api/v1/support-requests': 'public',
  'POST /api/v1/uploads': 'public',
  'GET /api/v1/cases/{reference}/documents/{id}': 'case.read',
  'GET /api/v1/jurisdictions': 'public',
  'GET /api/v1/jurisdictions/{jurisdiction}/invitation': 'public',
  'GET /api/v1/rosters': 'public',
  'GET /api/v1/countries': 'public',
  'GET /api/v1/me': 'signed-in',
  'GET /api/v1/tokens': 'signed-in',
  'POST /api/v1/tokens': 'signed-in',
  'DELETE /api/v1/tokens/{id}': 'signed-in',
  'GET /api/v1/staff': 'case.assign',
  'GET /api/v1/cases': 'case.read',
  'POST /api/v1/case-searches': 'case.read',
  'GET /api/v1/views': 'case.read',
  'POST /api/v1/views': 'case.read',
  'DELETE /api/v1/views/{id}': 'case.read',
  'POST /api/v1/bulk-actions': 'case.read',
  'POST /api/v1/bulk-actions/{id}/undo': 'case.read',
  'POST /api/v1/cases/{reference}/tags': 'case.note',
  'POST /api/v1/cases/{reference}/tag-removal': 'case.note',
  'POST /api/v1/cases/{reference}/take-back': 'case.ask',
  'GET /api/v1/cases/{reference}': 'case.read',
  'GET /api/v1/cases/{reference}/related': 'case.read',
  'GET /api/v1/cases/{reference}/audit-trail': 'signed-in',
  'POST /api/v1/cases/{reference}/assignment': 'case.assign',
  'POST /api/v1/cases/{reference}/reviewers': 'case.assign',
  'POST /api/v1/cases/{reference}/notes': 'case.note',
  'POST /api/v1/cases/{reference}/recusal': 'case.read',
  'POST /api/v1/cases/{reference}/declaration': 'case.read',
  'POST /api/v1/cases/{reference}/delay': 'case.ask',
  'POST /api/v1/cases/{reference}/messages': 'case.ask',
  'POST /api/v1/cases/{reference}/separation': 'case.close',
  'POST /api/v1/cases/{reference}/request-refusal': 'case.reopen',
  'POST /api/v1/cases/{reference}/link-stop': 'case.ask',
  'POST /api/v1/cases/{reference}/address-correction': 'case.ask',
  'POST /api/v1/cases/{reference}/review': 'case.review',
  'POST /api/v1/cases/{reference}/quarantine-release': 'case.close',
  'POST /api/v1/cases/{reference}/question': 'case.ask',
  'POST /api/v1/cases/{reference}/answer': 'case.ask',
  'POST /api/v1/cases/{reference}/recommendation': 'case.recommend',
  'POST /api/v1/cases/{reference}/return': 'case.decide',
  'POST /api/v1/cases/{reference}/decision': 'case.decide',
  'POST /api/v1/cases/{reference}/resumption': 'case.review',
  'POST /api/v1/cases/{reference}/admission': 'case.carry-out',
  'POST /api/v1/cases/{reference}/end': 'case.carry-out',
  'POST /api/v1/cases/{reference}/renewal': 'case.carry-out',
  'POST /api/v1/cases/{reference}/progress': 'case.carry-out',
  'POST /api/v1/cases/{reference}/support': 'case.carry-out',
  'POST /api/v1/cases/{reference}/delivery': 'case.carry-out',
  'POST /api/v1/cases/{reference}/withdrawal': 'case.close',
  'POST /api/v1/cases/{reference}/duplicate': 'case.close',
  'POST /api/v1/cases/{reference}/spam': 'case.close',
  'POST /api/v1/cases/{reference}/reopening': 'case.reopen',
  'GET /api/v1/meetings': 'meeting.organise',
  'POST /api/v1/meetings': 'meeting.organise',
  'GET /api/v1/meetings/{meetingId}': 'meeting.organise',
  'PUT /api/v1/meetings/{meetingId}': 'meeting.organise',
  'POST /api/v1/meetings/{meetingId}/cancellation': 'meeting.organise',
  'GET /api/v1/meetings/{meetingId}/candidates': 'meeting.organise',
  'POST /api/v1/meetings/{meetingId}/invitations': 'meeting.organise',
  'POST /api/v1/meetings/{meetingId}/invitation-withdrawals': 'meeting.organise',
  'GET /api/v1/routing/teams': 'settings.read',
  'POST /api/v1/routing/teams': 'settings.write',
  'PUT /api/v1/routing/teams/{teamId}': 'settings.write',
  'PUT /api/v1/routing/teams/{teamId}/members/{staffId}': 'settings.write',
  'DELETE /api/v1/routing/teams/{teamId}/members/{staffId}': 'settings.write',
  'POST /api/v1/inbound-mail': 'public',
  'GET /api/v1/routing/absences': 'settings.read',
  'POST /api/v1/routing/absences': 'settings.write',
  'DELETE /api/v1/routing/absences/{absenceId}': 'settings.write',
  'GET /api/v1/routing/rules': 'settings.read',
  'POST /api/v1/routing/rules': 'settings.write',
  'PUT /api/v1/routing/rules/order': 'settings.write',
  'PUT /api/v1/routing/rules/{ruleId}': 'settings.write',
  'DELETE /api/v1/routing/rules/{ruleId}': 'settings.write',
  'GET /api/v1/routing/conflicts': 'settings.read',
  'GET /api/v1/routing/my-conflicts': 'case.read',
  'POST /api/v1/routing/my-conflicts': 'case.read',
  'POST /api/v1/routing/staff/{staffId}/conflicts': 'settings.write',
  'DELETE /api/v1/routing/conflicts/{conflictId}': 'settings.write',
}
const routes = Object.entries(ACCESS)

let service: TestService
let people: Record<Role, Awaited<ReturnType<TestService['person']>>>
beforeAll(async () => {
  service = await testService({ workers: false })
  people = Object.fromEntries(
    await Promise.all(ROLES.map(async role => [role, await service.person([role])] as const)),
  ) as typeof people
})
afterAll(() => service.close())

// Parameters that lead nowhere: what is past the guard is not found or refused for its body.
const SAMPLES: Readonly<Record<string, string>> = {
  reference: 'OBS-00000',
  teamId: 'no-such-team',
  form: 'no-such-form',
  jurisdiction: 'kenya',
}
function call(route: string, authorization?: string) {
  const [method = '', path = ''] = route.split(' ')
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => SAMPLES[name] ?? randomUUID())
  return service.app.inject({
    method: method as 'GET',
    url,
    headers: authorization === undefined ? {} : { authorization },
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
  })
}

test('every route of the API stands in this table with its policy, and nothing else does', () => {
  type Operation = Readonly<{ security?: object[]; 'x-permission'?: Permission }>
  const { paths = {} } = service.app.swagger() as { paths?: Record<string, Record<string, Operation>> }
  const registered = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Access] => [
      `${method.toUpperCase()} ${path}`,
      operation['x-permission'] ?? (operation.security ? 'signed-in' : 'public'),
    ]),
  )
  expect(Object.fromEntries(registered)).toEqual(ACCESS)
})

describe('with no token, or none that is in force', () => {
  const IMPOSTORS: [string, () => Promise<string | undefined>][] = [
    ['none', async () => undefined],
    ['an empty one', async () => 'Bearer '],
    ['garbage', async () => 'Bearer ogpj_garbage'],
    ['garbage with NUL', async () => 'Bearer ogpj_\u00010'],
    ['one of another kind', async () => `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
    ['one that is too long', async () => `Bearer ogpj_${'a'.repeat(5000)}`],
    ['a good one under another scheme', async () => `Token ${people.lead.token}`],
    [
      'a good one with one letter changed',
      async () => `Bearer ${people.lead.token.slice(0, -2)}${people.lead.token.endsWith('A') ? 'B' : 'A'}A`,
    ],
    [
      'an expired one',
      async () => {
        const { id, headers } = await service.person(['lead'])
        await service.pool.query(
          `update api_tokens set expires_at = now() - interval '1 second' where staff_id = $1`,
          [id],
        )
        return headers.authorization
      },
    ],
    [
      'a revoked one',
      async () => {
        const { headers } = await service.person(['lead'])
        const [{ id }] = (await service.app.inject({ url: '/api/v1/tokens', headers })).json().items
        expect(
          (await service.app.inject({ method: 'DELETE', url: `/api/v1/tokens/${id}`, headers })).statusCode,
        ).toBe(204)
        return headers.authorization
      },
    ],
    [
      'a suspended person’s',
      async () => {
        const { id, headers } = await service.person(['lead'])
        await service.pool.query('update staff set active = false where id = $1', [id])
        return headers.authorization
      },
    ],
  ]

  test.each(IMPOSTORS)('%s: only public routes answer', async (_, authorization) => {
    const sent = await authorization()
    for (const [route, access] of routes) {
      const answer = await call(route, sent)
      expect(answer.statusCode === 401, `${route}: ${answer.statusCode}`).toBe(access !== 'public')
      expect(answer.headers['www-authenticate'], route).toBe(access === 'public' ? undefined : 'Bearer')
    }
  })
})

test.each(ROLES)('the role %s opens the routes for which it has the permission, and no other', async role => {
  for (const [route, access] of routes) {
    const answer = await call(route, people[role].headers.authorization)
    const open = access === 'public' || access === 'signed-in' || may([role], access)
    expect(answer.statusCode === 403, `${role} ${route}: ${answer.statusCode} ${answer.body}`).toBe(!open)
    expect(answer.statusCode, `${role} ${route}: ${answer.body}`).not.toBe(401)
    expect(answer.statusCode, `${role} ${route}: ${answer.body}`).toBeLessThan(500)
  }
})

test('HEAD is guarded like GET', async () => {
  const head = (headers = {}) => service.app.inject({ method: 'HEAD', url: '/api/v1/cases', headers })
  expect((await head()).statusCode).toBe(401)
  expect((await head(people.auditor.headers)).statusCode).toBe(403)
  expect((await head(people.lead.headers)).statusCode).toBe(200)
})

test('a role taken from a person is taken from their tokens at once', async () => {
  const { id, headers } = await service.person(['lead', 'coordinator'])
  const decide = () => call('POST /api/v1/cases/{reference}/return', headers.authorization)
  expect((await decide()).statusCode).toBe(422)
  await service.pool.query(`update staff set roles = '{coordinator}' where id = $1`, [id])
  expect((await decide()).statusCode).toBe(403)
})

describe('the table of roles', () => {
  const holders = (permission: Permission) => ROLES.filter(role => may([role], permission))

  test('only coordinators and leads organise meetings', () => {
    expect(holders('meeting.organise')).toEqual(['coordinator', 'lead'])
  })
  test('only a lead decides', () => expect(holders('case.decide')).toEqual(['lead']))
  test('an auditor reads what happened and nothing else', () => {
    expect(PERMISSIONS.filter(permission => may(['auditor'], permission))).toEqual(['audit.read'])
  })
  test('an administrator reads no case', () => {
    expect(PERMISSIONS.filter(p => p.startsWith('case.') && may(['administrator'], p))).toEqual([])
  })
  test('a reviewer reads only what is theirs or their team’s', () => {
    expect(holders('case.read-all')).toEqual(['coordinator', 'lead'])
  })
  test('every permission is held by somebody', () => {
    for (const permission of PERMISSIONS) expect(holders(permission), permission).not.toEqual([])
  })
})

describe('at start', () => {
  const server = (policy?: Policy) => {
    const app = Fastify()
    guardRoutes(app, { db: service.db, access: SETTINGS })
    app.get('/somewhere', { ...(policy && { config: { policy } }) }, () => 'here')
    return app
  }

  test('a route without a policy ends the start, by name', async () => {
    expect(() => server()).toThrow('GET /somewhere has no policy')
  })

  test('a route with one does not', async () => {
    await expect(server('public').inject('/somewhere')).resolves.toMatchObject({ statusCode: 200 })
  })
})
