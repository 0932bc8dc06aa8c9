// The OpenAPI 3.1 document, made from the routes themselves.
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { finishDocument, type OpenApiDocument } from './openapi-document.ts'
import { withoutNoise } from './openapi-schema.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body's JSON Schema for the document, where the route checks the body by itself. */
    bodySchema?: Record<string, unknown>
    /** Headers that its successful answer carries: name and what it says. */
    answerHeaders?: Readonly<Record<string, string>>
  }
}

const TAGS = [
  { name: 'forms', description: 'The forms, and sending them in.' },
  { name: 'reference', description: 'Members, countries, and who is invited.' },
  { name: 'cases', description: 'Work on a case. Needs a personal API token.' },
  { name: 'audit', description: 'Who did what, when and why. Needs a personal API token.' },
  { name: 'mail', description: 'Answers to our emails, handed over by a mail provider.' },
  { name: 'routing', description: 'How cases find their reviewers. Needs a personal API token.' },
  {
    name: 'meetings',
    description: 'Meetings, and the observers invited to them. Needs a personal API token.',
  },
  { name: 'tokens', description: 'You, and your own API tokens. Needs a personal API token.' },
]

const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig: { override: withoutNoise } })

/** Describes all routes under `/api/v1` that are registered after it; `openApiDocument` gives the document. */
export async function describeRoutes(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    convertConstToEnum: false,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Coalition on Justice: intake',
        version,
        description:
          'Apply to observe meetings of the Open Government Partnership’s Coalition on Justice, ask for support, and work on the resulting cases.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/', description: 'Where this document came from' }],
      tags: TAGS,
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'A personal API token, ogpj_…' },
        },
      },
    },
    transform: input => {
      const { bodySchema, answerHeaders, policy } = input.route.config ?? {}
      const { schema, url } = toJsonSchema(input)
      const described = schema as { response?: Record<string, object> }
      return {
        url,
        schema: {
          ...described,
          hide: policy === undefined || !url.startsWith('/api/v1/'),
          ...(bodySchema && { body: bodySchema }),
          ...(answerHeaders && { response: withHeaders(answerHeaders, described.response) }),
          ...(policy !== 'public' && { security: [{ token: [] }] }),
          ...(typeof policy === 'object' && { 'x-permission': policy.permission }),
        },
      }
    },
    transformObject: given => finishDocument('openapiObject' in given ? given.openapiObject : {}) as never,
  })
}

/** The document of all routes, once all are registered. */
export const openApiDocument = (app: FastifyInstance): OpenApiDocument =>
  app.swagger() as unknown as OpenApiDocument

function withHeaders(headers: Readonly<Record<string, string>>, answers: Record<string, object> = {}) {
  const described = Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { type: 'string', description }]),
  )
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [status, { ...schema, headers: described }]),
  )
}
