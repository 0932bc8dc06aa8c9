// What the pages of the reference show, made from the document.
import { Problem, type ProblemCode } from '../../kernel/problem.ts'
import type { Answer, OpenApiDocument, Operation } from '../openapi-document.ts'
import type { Schema } from '../openapi-schema.ts'
import { PROBLEM_TITLES } from '../problem-titles.ts'
import { commandLine } from './command-line.ts'
import { fieldOf, shapeOf, type Field, type Resolve, type Shape } from './fields.ts'

interface Entry {
  method: string
  path: string
  operation: Operation
}

/** The front page: all operations by subject, and the catalogue of problems. */
export function frontPage(document: OpenApiDocument) {
  const entries = entriesOf(document)
  return {
    info: document.info,
    groups: document.tags.map(tag => ({ ...tag, links: linksOf(entries, tag.name) })),
    problems: Object.entries(PROBLEM_TITLES)
      .map(([code, title]) => ({
        code,
        status: new Problem(code as ProblemCode, '').status,
        title: title.en,
      }))
      .toSorted((a, b) => a.status - b.status),
  }
}

/** One operation's page; undefined when there is no such operation. */
export function operationPage(document: OpenApiDocument, operationId: string) {
  const entries = entriesOf(document)
  const entry = entries.find(({ operation }) => operation.operationId === operationId)
  if (!entry) return undefined
  const { method, path, operation } = entry
  const [tag = ''] = operation.tags
  const resolve = resolver(document)
  return {
    info: document.info,
    id: operationId,
    method: method.toUpperCase(),
    path: breakable(path),
    summary: operation.summary,
    description: operation.description ?? '',
    permission: operation['x-permission'] ?? '',
    open: operation.security === undefined,
    parameters: parametersOf(document, operation, resolve),
    body: bodyOf(operation, resolve),
    command: commandLine(method, path, operation, resolve),
    answers: Object.entries(operation.responses)
      .filter(([status]) => status !== 'default')
      .map(([status, answer]) => answerOf(status, answer, resolve)),
    tag,
    siblings: linksOf(entries, tag),
  }
}

const entriesOf = ({ paths }: OpenApiDocument): Entry[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )

const linksOf = (entries: readonly Entry[], tag: string) =>
  entries
    .filter(({ operation }) => operation.tags.includes(tag))
    .map(({ method, path, operation: { operationId, summary } }) => ({
      id: operationId,
      method: method.toUpperCase(),
      path: breakable(path),
      summary,
    }))

// A path in pieces between which a line may break.
const breakable = (path: string): string[] => path.split(/(?=\/)/)

const resolver =
  ({ components }: OpenApiDocument): Resolve =>
  reference =>
    components.schemas[reference.replace('#/components/schemas/', '')] ?? {}

function parametersOf(document: OpenApiDocument, operation: Operation, resolve: Resolve) {
  const named = (reference: string) =>
    document.components.parameters[reference.replace('#/components/parameters/', '')]
  return (operation.parameters ?? []).flatMap(given => {
    const parameter = given.$ref === undefined ? given : named(given.$ref)
    if (!parameter) return []
    const { name, in: place, schema, required = false, description = '' } = parameter
    return [{ ...fieldOf(name, schema, required, resolve), description, place }]
  })
}

interface Section {
  title: string
  fields: readonly Field[]
}

/** The body as sections: a form has its own, everything else is one without a title. */
function bodyOf(operation: Operation, resolve: Resolve): { shape: Shape; sections: Section[] } | null {
  const given = operation.requestBody?.content['application/json']?.schema
  if (!given) return null
  const shape = shapeOf(given, resolve)
  const schema: Schema = given.$ref === undefined ? given : resolve(given.$ref)
  const sections = schema['x-sections'] as { title: string; questions: string[] }[] | undefined
  if (!sections) return { shape, sections: [{ title: '', fields: shape.fields }] }
  return {
    shape,
    sections: sections.map(({ title, questions }) => ({
      title,
      fields: shape.fields.filter(({ name }) => questions.includes(name)),
    })),
  }
}

function answerOf(
  status: string,
  { description = '', headers = {}, content = {} }: Answer,
  resolve: Resolve,
) {
  const schema = content['application/json']?.schema
  return {
    status,
    description,
    headers: Object.entries(headers).map(([name, header]) => ({
      name,
      description: header.description ?? '',
    })),
    shape: schema ? shapeOf(schema, resolve) : null,
  }
}
