import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { READ_SETTINGS, WRITE_SETTINGS, about, created, done, listOf } from '../shared-shapes.ts'
import { officeChange, type Deps } from '../office-change.ts'
import { absenceList, addAbsence, removeAbsence } from './absences.ts'
import { absenceAnswer, absenceBody, absenceParams, absenceQuery } from './shapes.ts'

/** Who is away, and when. */
export const absenceRoutes =
  ({ db, clock }: Deps): FastifyPluginAsyncZod =>
  async app => {
    const change = officeChange({ db, clock })

    app.get(
      '/api/v1/routing/absences',
      {
        config: READ_SETTINGS,
        schema: {
          ...about('listAbsences', 'Who is away, and when'),
          querystring: absenceQuery,
          response: { 200: listOf(absenceAnswer) },
        },
      },
      async ({ query }) => ({ items: await absenceList(db, query.since, query.staffId) }),
    )

    app.post(
      '/api/v1/routing/absences',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('addAbsence', 'Add days away'),
          body: absenceBody,
          response: { 201: created },
        },
      },
      async (request, reply) => {
        const id = await change(request, (tx, by) => addAbsence(tx, request.body, by))
        return reply.code(201).send({ id })
      },
    )

    app.delete(
      '/api/v1/routing/absences/:absenceId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('removeAbsence', 'Remove days away'),
          params: absenceParams,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => removeAbsence(tx, request.params.absenceId, by))
        return reply.code(204).send(null)
      },
    )
  }
