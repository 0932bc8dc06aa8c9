import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { signedIn } from '../../staff/guard.ts'
import { READ_SETTINGS, WRITE_SETTINGS, about, created, done, listOf } from '../shared-shapes.ts'
import { officeChange, type Deps } from '../office-change.ts'
import { conflictList, declareConflict, retractConflict } from './conflicts.ts'
import { conflictAnswer, conflictBody, conflictParams, conflictQuery, personParams } from './shapes.ts'

const OWN = { policy: { permission: 'case.read' } } as const

/**
 * Conflicts of interest. Everybody declares their own; only somebody else who administers takes one
 * back, so that nobody can let themselves in again.
 */
export const conflictRoutes =
  ({ db, clock }: Deps): FastifyPluginAsyncZod =>
  async app => {
    const change = officeChange({ db, clock })

    app.get(
      '/api/v1/routing/conflicts',
      {
        config: READ_SETTINGS,
        schema: {
          ...about('listConflicts', 'The conflicts of interest that people have declared'),
          querystring: conflictQuery,
          response: { 200: listOf(conflictAnswer) },
        },
      },
      async ({ query }) => ({ items: (await conflictList(db, query.staffId)).map(inJson) }),
    )

    app.get(
      '/api/v1/routing/my-conflicts',
      {
        config: OWN,
        schema: {
          ...about('listMyConflicts', 'Your own conflicts of interest'),
          response: { 200: listOf(conflictAnswer) },
        },
      },
      async (request, reply) => {
        const mine = await conflictList(db, signedIn(request).staffId)
        return reply.send({ items: mine.map(inJson) })
      },
    )

    app.post(
      '/api/v1/routing/my-conflicts',
      {
        config: OWN,
        schema: {
          ...about('declareMyConflict', 'Declare a conflict of interest of your own'),
          body: conflictBody,
          response: { 201: created },
        },
      },
      async (request, reply) => {
        const id = await change(request, (tx, by) =>
          declareConflict(tx, { ...request.body, staffId: signedIn(request).staffId }, by),
        )
        return reply.code(201).send({ id })
      },
    )

    app.post(
      '/api/v1/routing/staff/:staffId/conflicts',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('declareConflictOf', 'Declare a conflict of interest for a person'),
          params: personParams,
          body: conflictBody,
          response: { 201: created },
        },
      },
      async (request, reply) => {
        const id = await change(request, (tx, by) =>
          declareConflict(tx, { ...request.body, ...request.params }, by),
        )
        return reply.code(201).send({ id })
      },
    )

    app.delete(
      '/api/v1/routing/conflicts/:conflictId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('retractConflict', 'Take back a conflict of interest'),
          params: conflictParams,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => retractConflict(tx, request.params.conflictId, by))
        return reply.code(204).send(null)
      },
    )
  }

const inJson = <Row extends { declaredAt: Date }>(row: Row) => ({
  ...row,
  declaredAt: row.declaredAt.toISOString(),
})
