import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { READ_SETTINGS, WRITE_SETTINGS, about, created, done, listOf } from '../shared-shapes.ts'
import { officeChange, type Deps } from '../office-change.ts'
import { addTeam, changeTeam, removeTeamMember, setTeamMember, teamList } from './teams.ts'
import { memberBody, memberParams, newTeam, teamAnswer, teamBody, teamParams } from './shapes.ts'

/** Teams, who is in them and how much each takes. */
export const teamRoutes =
  ({ db, clock }: Deps): FastifyPluginAsyncZod =>
  async app => {
    const change = officeChange({ db, clock })

    app.get(
      '/api/v1/routing/teams',
      {
        config: READ_SETTINGS,
        schema: {
          ...about('listTeams', 'The teams with their people and capacities'),
          response: { 200: listOf(teamAnswer) },
        },
      },
      async () => ({ items: await teamList(db) }),
    )

    app.post(
      '/api/v1/routing/teams',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('addTeam', 'Add a team'),
          body: newTeam,
          response: { 201: created },
        },
      },
      async (request, reply) => {
        const { id, ...details } = request.body
        await change(request, (tx, by) => addTeam(tx, id, details, by))
        return reply.code(201).send({ id })
      },
    )

    app.put(
      '/api/v1/routing/teams/:teamId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('changeTeam', 'Rename, move or close a team'),
          params: teamParams,
          body: teamBody,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => changeTeam(tx, request.params.teamId, request.body, by))
        return reply.code(204).send(null)
      },
    )

    app.put(
      '/api/v1/routing/teams/:teamId/members/:staffId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('setTeamMember', 'Put a person in a team, or change their capacity'),
          params: memberParams,
          body: memberBody,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => setTeamMember(tx, { ...request.params, ...request.body }, by))
        return reply.code(204).send(null)
      },
    )

    app.delete(
      '/api/v1/routing/teams/:teamId/members/:staffId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('removeTeamMember', 'Take a person out of a team; their cases stay with them'),
          params: memberParams,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => removeTeamMember(tx, request.params, by))
        return reply.code(204).send(null)
      },
    )
  }
