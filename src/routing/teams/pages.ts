// Teams on the desk: who reviews for them, and how much each person takes.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { REGION_NAMES, REGIONS } from '../../kernel/regions.ts'
import { sendDeskPage } from '../../staff/desk-page.ts'
import { signedIn } from '../../staff/guard.ts'
import { activePeople, staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { officeHistory } from '../office-history.ts'
import { officeChange, type Deps as OfficeDeps } from '../office-change.ts'
import { rulesInForce } from '../rules/rules.ts'
import { doneIn, READ_PAGE, refusal, typedIn, WRITE_PAGE, wrongFields, type Wrong } from '../settings-page.ts'
import { memberBody, newTeam, teamBody } from './shapes.ts'
import { addTeam, changeTeam, removeTeamMember, setTeamMember, teamList } from './teams.ts'

interface Deps extends OfficeDeps {
  /** Open cases by staff id. */
  workload: () => Promise<ReadonlyMap<string, number>>
}

const LIST = '/desk/settings/teams'
const regions = [
  { value: '', name: 'No region: a thematic team' },
  ...REGIONS.map(value => ({ value, name: REGION_NAMES[value].en })),
]
const MESSAGES: Readonly<Record<string, string>> = {
  id: 'Enter a short name in lower case, such as legal-aid.',
  name: 'Give the team a name, with at most 120 characters.',
  region: 'Choose one of the regions.',
  capacity: 'Enter a whole number from 0 to 1000.',
  staffId: 'Choose a person.',
}
const capacity = z.object({ capacity: z.coerce.number().pipe(memberBody.shape.capacity) })
const member = capacity.extend({ staffId: z.uuid() })
const seenOf = (body: unknown) => z.coerce.number().int().catch(0).parse(typedIn(body)['seen'])

/** `/desk/settings/teams`. */
export const teamPages =
  ({ db, clock, workload }: Deps): FastifyPluginAsync =>
  async app => {
    const change = officeChange({ db, clock })

    async function list(request: FastifyRequest, reply: FastifyReply, errors: Wrong[] = [], status = 200) {
      const [teams, load, names] = await Promise.all([teamList(db), workload(), staffNames(db)])
      return sendDeskPage(
        reply,
        request,
        'routing/teams/views/teams.njk',
        {
          teams: teams.map(team => ({
            ...team,
            region: team.region === null ? '' : REGION_NAMES[team.region].en,
            members: team.members.map(person => withLoad(person, load)),
          })),
          regions,
          changes: await officeHistory(db, 'teams', names),
          mayWrite: may(signedIn(request).roles, 'settings.write'),
          done: doneIn(request.query) === '' ? '' : 'It is done.',
          errors,
          typed: { id: '', name: '', region: '', ...(errors.length > 0 && typedIn(request.body)) },
        },
        status,
      )
    }

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      {
        errors = [],
        problem = '',
        status = 200,
      }: { errors?: Wrong[]; problem?: string; status?: number } = {},
    ) {
      const [teams, load, people, { rules }] = await Promise.all([
        teamList(db),
        workload(),
        activePeople(db, 'reviewer'),
        rulesInForce(db),
      ])
      const id = teamIdOf(request)
      const team = teams.find(one => one.id === id)
      if (!team) throw new Problem('not-found', `There is no team ${id}.`)
      const reviewers = new Set(people.map(({ staffId }) => staffId))
      const inTeam = new Set(team.members.map(({ staffId }) => staffId))
      const tried = status === 200 ? {} : typedIn(request.body)
      return sendDeskPage(
        reply,
        request,
        'routing/teams/views/team.njk',
        {
          team,
          at: `${LIST}/${team.id}`,
          members: team.members.map(person => ({
            ...withLoad(person, load),
            gets: reviewers.has(person.staffId),
          })),
          others: [
            { value: '', name: 'Choose a person' },
            ...people
              .filter(({ staffId }) => !inTeam.has(staffId))
              .map(({ staffId, name }) => ({ value: staffId, name })),
          ],
          rules: rules
            .filter(rule => rule.teamId === team.id && rule.enabled)
            .map(({ id: ruleId, name }) => ({ id: ruleId, name })),
          regions,
          changes: await officeHistory(db, 'teams', await staffNames(db), team.id),
          mayWrite: may(signedIn(request).roles, 'settings.write'),
          done: doneIn(request.query) === '' ? '' : 'It is done.',
          typed: {
            name: tried['name'] ?? team.name,
            region: tried['region'] ?? team.region ?? '',
            active: status === 200 || tried['name'] === undefined ? team.active : tried['active'] === 'yes',
            capacity: tried['capacity'] ?? '20',
            staffId: tried['staffId'] ?? '',
          },
          errors,
          problem,
        },
        status,
      )
    }

    app.get(LIST, READ_PAGE, async (request, reply) => list(request, reply))
    app.get(`${LIST}/:teamId`, READ_PAGE, async (request, reply) => show(request, reply))

    app.post(LIST, WRITE_PAGE, async (request, reply) => {
      const given = { ...detailsIn(request.body), id: typedIn(request.body)['id'] }
      const parsed = newTeam.safeParse(given)
      if (!parsed.success) return list(request, reply, wrongFields(parsed.error, MESSAGES), 422)
      const { id, ...team } = parsed.data
      const refused = await refusal(() => change(request, (tx, by) => addTeam(tx, id, team, by)))
      if (refused) return list(request, reply, [{ field: 'id', message: refused.message }], refused.status)
      return reply.redirect(`${LIST}/${id}?done=added`, 303)
    })

    app.post(`${LIST}/:teamId`, WRITE_PAGE, async (request, reply) => {
      const active = typedIn(request.body)['active'] === 'yes'
      const parsed = teamBody.safeParse({ ...detailsIn(request.body), active })
      if (!parsed.success) {
        return show(request, reply, { errors: wrongFields(parsed.error, MESSAGES), status: 422 })
      }
      return made(request, reply, () =>
        change(request, (tx, by) => changeTeam(tx, teamIdOf(request), parsed.data, by, seenOf(request.body))),
      )
    })

    app.post(`${LIST}/:teamId/members`, WRITE_PAGE, async (request, reply) => {
      const parsed = member.safeParse(request.body)
      if (!parsed.success) {
        return show(request, reply, { errors: wrongFields(parsed.error, MESSAGES), status: 422 })
      }
      const set = { teamId: teamIdOf(request), ...parsed.data }
      return made(request, reply, () =>
        change(request, (tx, by) => setTeamMember(tx, set, by, seenOf(request.body))),
      )
    })

    app.post(`${LIST}/:teamId/members/:staffId/removal`, WRITE_PAGE, async (request, reply) => {
      const staffId = z.object({ staffId: z.uuid() }).safeParse(request.params).data?.staffId
      if (staffId === undefined) throw new Problem('not-found', 'There is no such person in this team.')
      return made(request, reply, () =>
        change(request, (tx, by) =>
          removeTeamMember(tx, { teamId: teamIdOf(request), staffId }, by, seenOf(request.body)),
        ),
      )
    })

    async function made(request: FastifyRequest, reply: FastifyReply, verb: () => Promise<unknown>) {
      const refused = await refusal(verb)
      if (refused) return show(request, reply, { problem: refused.message, status: refused.status })
      return reply.redirect(`${LIST}/${teamIdOf(request)}?done=changed`, 303)
    }
  }

function detailsIn(body: unknown) {
  const { name, region = '' } = typedIn(body)
  return { name, region: region === '' ? null : region }
}

const teamIdOf = (request: FastifyRequest) =>
  z.object({ teamId: z.string() }).safeParse(request.params).data?.teamId ?? ''

const withLoad = <Member extends { staffId: string; capacity: number }>(
  person: Member,
  load: ReadonlyMap<string, number>,
) => {
  const open = load.get(person.staffId) ?? 0
  return { ...person, open, full: open >= person.capacity }
}
