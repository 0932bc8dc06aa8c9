import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { READ_SETTINGS, WRITE_SETTINGS, about, created, done, listOf } from '../shared-shapes.ts'
import { officeChange, type Deps } from '../office-change.ts'
import { addRule, changeRule, removeRule, reorderRules, ruleList } from './rules.ts'
import { ruleAnswer, ruleBody, ruleOrder, ruleParams } from './shapes.ts'

/** Rules and their order. */
export const ruleRoutes =
  ({ db, clock }: Deps): FastifyPluginAsyncZod =>
  async app => {
    const change = officeChange({ db, clock })

    app.get(
      '/api/v1/routing/rules',
      {
        config: READ_SETTINGS,
        schema: {
          ...about('listRoutingRules', 'The rules in the order in which they are asked'),
          response: { 200: listOf(ruleAnswer) },
        },
      },
      async () => ({ items: await ruleList(db) }),
    )

    app.post(
      '/api/v1/routing/rules',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('addRoutingRule', 'Add a rule after all others'),
          body: ruleBody,
          response: { 201: created },
        },
      },
      async (request, reply) => {
        const id = await change(request, (tx, by) => addRule(tx, request.body, by))
        return reply.code(201).send({ id })
      },
    )

    app.put(
      '/api/v1/routing/rules/order',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('reorderRoutingRules', 'Put all rules in a new order'),
          body: ruleOrder,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => reorderRules(tx, request.body.ruleIds, by))
        return reply.code(204).send(null)
      },
    )

    app.put(
      '/api/v1/routing/rules/:ruleId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('changeRoutingRule', 'Change a rule and keep its place'),
          params: ruleParams,
          body: ruleBody,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => changeRule(tx, request.params.ruleId, request.body, by))
        return reply.code(204).send(null)
      },
    )

    app.delete(
      '/api/v1/routing/rules/:ruleId',
      {
        config: WRITE_SETTINGS,
        schema: {
          ...about('removeRoutingRule', 'Remove a rule; those behind it move up'),
          params: ruleParams,
          response: { 204: done },
        },
      },
      async (request, reply) => {
        await change(request, (tx, by) => removeRule(tx, request.params.ruleId, by))
        return reply.code(204).send(null)
      },
    )
  }
