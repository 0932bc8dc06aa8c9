// What every operation has in common is said here once: problems, the language of messages, words for a success.
import { LANGUAGES } from '../kernel/languages.ts'
import type { Schema } from './openapi-schema.ts'
import { PROBLEM_TITLES } from './problem-titles.ts'

interface Media {
  schema?: Schema
  example?: unknown
}
export interface Answer {
  $ref?: string
  description?: string
  headers?: Record<string, { description?: string; schema: Schema }>
  content?: Record<string, Media>
}
export interface Parameter {
  $ref?: string
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}
export interface Operation {
  operationId: string
  summary: string
  description?: string
  tags: readonly string[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; description?: string; content: Record<string, Media> }
  responses: Record<string, Answer>
  security?: readonly object[]
  'x-permission'?: string
}
/** OpenAPI 3.1 as far as our routes use it. */
export interface OpenApiDocument {
  openapi: string
  info: { title: string; version: string; description: string }
  tags: readonly { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, Answer>
  }
}

const PROBLEM: Schema = {
  type: 'object',
  description: 'What went wrong and what to do about it (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', description: 'Stable; ends with the code.' },
    title: { type: 'string', description: 'In the language of Accept-Language.' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(PROBLEM_TITLES), description: 'Stable.' },
    detail: { type: 'string', description: 'What is wrong, and what to do.' },
    errors: {
      type: 'array',
      description: 'Every wrong field.',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) into the body.' },
          code: { type: 'string', description: 'Stable.' },
          message: { type: 'string', description: 'The remedy, in the language of Accept-Language.' },
        },
      },
    },
  },
}

const PROBLEM_ANSWER: Answer = {
  description: 'What went wrong and what to do about it.',
  headers: {
    'Retry-After': {
      description: 'After how many seconds to try again, where that helps.',
      schema: { type: 'integer' },
    },
  },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const ACCEPT_LANGUAGE: Parameter = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: `The language of what we answer: ${LANGUAGES.join(', ')}.`,
  schema: { type: 'string', default: LANGUAGES[0] },
}

const SUCCESS: Readonly<Record<string, string>> = {
  200: 'Done: what was asked for, or how things are now.',
  201: 'Created and stored durably.',
  204: 'Done; there is nothing to read.',
}

/** Completes what the routes say: bodies of forms get a name, every operation its problems and described successes. */
export function finishDocument(given: object): OpenApiDocument {
  const document = given as OpenApiDocument
  const schemas: Record<string, Schema> = { Problem: PROBLEM }
  for (const operation of Object.values(document.paths).flatMap(path => Object.values(path))) {
    for (const parameter of operation.parameters ?? []) parameter.name = shownName(parameter)
    for (const [status, answer] of Object.entries(operation.responses)) {
      if (answer.description === 'Default Response') answer.description = SUCCESS[status] ?? 'Done.'
    }
    operation.responses['default'] = { $ref: '#/components/responses/Problem' }
    const body = operation.requestBody?.content['application/json']
    const form = body?.schema?.['x-form']
    if (!body?.schema || typeof form !== 'string') continue
    schemas[named(form)] = body.schema
    body.schema = { $ref: `#/components/schemas/${named(form)}` }
    operation.parameters = [...(operation.parameters ?? []), reference('AcceptLanguage')]
  }
  return {
    ...document,
    components: {
      ...document.components,
      schemas: { ...schemas, ...document.components.schemas },
      parameters: { AcceptLanguage: ACCEPT_LANGUAGE },
      responses: { Problem: PROBLEM_ANSWER },
    },
  }
}

// Zod checks headers by the lower-case names that Node gives; people write them with capitals.
const shownName = ({ in: place, name }: Parameter) =>
  place === 'header' ? name.replace(/\b[a-z]/g, letter => letter.toUpperCase()) : name

const named = (form: string) => form.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())

const reference = (name: string) => ({ $ref: `#/components/parameters/${name}` }) as Parameter
