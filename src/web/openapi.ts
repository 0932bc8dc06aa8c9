// The OpenAPI 3.1 document, made from the routes themselves.
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body's JSON Schema for the document, where the route checks the body by itself. */
    bodySchema?: Record<string, unknown>
  }
}

const PROBLEM = {
  type: 'object',
  description: 'What went wrong and what to do about it (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', description: 'Stable; ends with the code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable.' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      description: 'Every wrong field.',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the body.' },
          code: { type: 'string' },
          message: { type: 'string', description: 'In the language of Accept-Language: en, fr or es.' },
        },
      },
    },
  },
} as const

/** Describes all routes that are registered after it; `app.swagger()` gives the document. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Coalition on Justice: intake',
        version,
        description:
          'Apply to observe meetings of the Open Government Partnership’s Coalition on Justice, ask for support, and work the cases that come of it.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'forms', description: 'The forms, and sending them in.' },
        { name: 'reference', description: 'Members, countries, and who is invited.' },
        { name: 'cases', description: 'Work on a case. Needs a personal API token.' },
        { name: 'settings', description: 'Rules, teams and people. Needs a personal API token.' },
        { name: 'tokens', description: 'Your own API tokens.' },
        { name: 'audit', description: 'Who did what, when and why.' },
      ],
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal API token, ogpj_…' } },
      },
    },
    transform: input => {
      const { config } = input.route
      const { schema, url } = jsonSchemaTransform(input as Parameters<typeof jsonSchemaTransform>[0])
      const hide = !config?.policy || !url.startsWith('/api/v1/')
      return {
        url,
        schema: {
          ...schema,
          hide,
          ...(config?.bodySchema && { body: config.bodySchema }),
          ...(config?.policy !== 'public' && { security: [{ token: [] }] }),
        },
      }
    },
    transformObject: document => {
      const openapi = 'openapiObject' in document ? document.openapiObject : {}
      for (const path of Object.values((openapi.paths ?? {}) as Record<string, Record<string, { responses: object }>>)) {
        for (const operation of Object.values(path)) {
          operation.responses = { ...operation.responses, default: { $ref: '#/components/responses/Problem' } }
        }
      }
      return {
        ...openapi,
        components: {
          ...openapi.components,
          responses: {
            Problem: {
              description: 'What went wrong and what to do about it.',
              content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
            },
          },
          schemas: { ...openapi.components?.schemas, Problem: PROBLEM },
        },
      } as never
    },
  })
}
