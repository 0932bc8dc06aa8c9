import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, expect, test } from 'vitest'
import { appWithoutParts, documentText } from '../../openapi/document.ts'
import { checkAnswers } from '../../src/forms/check-answers.ts'
import { FORMS } from '../../src/forms/index.ts'
import type { Operation } from '../../src/web/openapi-document.ts'
import { openApiDocument } from '../../src/web/openapi.ts'

const app = await appWithoutParts()
const document = openApiDocument(app)
afterAll(() => app.close())

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ call: `${method} ${path}`, path, operation })),
)
const breaking = (rule: (operation: Operation) => boolean) =>
  operations.filter(({ operation }) => !rule(operation)).map(({ call }) => call)

test('the committed document is what the routes say, each time', async () => {
  const committed = readFileSync(join(import.meta.dirname, '../../openapi/openapi.json'), 'utf8')
  const text = await documentText()
  expect(await documentText()).toBe(text)
  expect(committed === text, 'run “npm run openapi” and commit openapi/openapi.json').toBe(true)
})

test('an outdated document ends the check with 1 and one line that names the remedy', async () => {
  const outdated = join(import.meta.dirname, '../../package.json')
  const command = [join(import.meta.dirname, '../../openapi/export.ts'), '--check', outdated]
  const failure: unknown = await promisify(execFile)(process.execPath, command).catch(
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^[^\n]+npm run openapi[^\n]+\n$/) as string,
  })
})

test('the document is OpenAPI 3.1 by the official schema', async () => {
  const validator = new Validator()
  const checked = await validator.validate(await documentText())
  expect(checked.errors ?? []).toEqual([])
  expect(checked.valid).toBe(true)
  expect(validator.version).toBe('3.1')
})

test('every operation has a name of its own, a summary and a subject', () => {
  expect(operations.length).toBeGreaterThan(40)
  const names = operations.map(({ operation }) => operation.operationId)
  expect(new Set(names).size).toBe(names.length)
  expect(breaking(({ operationId }) => /^[a-z][A-Za-z]+$/.test(operationId))).toEqual([])
  expect(breaking(({ summary }) => summary.length > 5)).toEqual([])
  const subjects = document.tags.map(({ name }) => name)
  expect(breaking(({ tags }) => tags.length === 1 && tags.every(tag => subjects.includes(tag)))).toEqual([])
  expect(subjects.filter(name => !operations.some(({ operation }) => operation.tags.includes(name)))).toEqual(
    [],
  )
})

test('every operation describes its success and its problems', () => {
  const described = ({ responses }: Operation) =>
    Object.entries(responses).some(
      ([status, { description }]) =>
        /^2\d\d$/.test(status) && description && description !== 'Default Response',
    )
  expect(breaking(described)).toEqual([])
  expect(
    breaking(({ responses }) => responses['default']?.$ref === '#/components/responses/Problem'),
  ).toEqual([])
})

test('every piece of a path in braces is a parameter', () => {
  const missing = operations.filter(({ path, operation }) => {
    const named =
      operation.parameters?.filter(({ in: place }) => place === 'path').map(({ name }) => name) ?? []
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    return named.length !== inPath.length || !inPath.every(name => name !== undefined && named.includes(name))
  })
  expect(missing.map(({ call }) => call)).toEqual([])
})

test('every reference leads somewhere', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)
  const target = (path: string) =>
    path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
  expect([...references].filter(([, path = '']) => target(path) === undefined)).toEqual([])
})

test('security is asked for exactly where a request without a token is refused', async () => {
  const refused = await Promise.all(
    operations.map(async ({ call, path }) => {
      const [method] = call.split(' ') as ['get' | 'post' | 'put' | 'delete']
      const headers = { 'content-type': 'application/json' }
      const answer = await app.inject({ method, url: path.replace(/[{}]/g, ''), headers, payload: '{}' })
      return answer.statusCode === 401
    }),
  )
  const wrong = operations.filter(({ operation }, at) => (operation.security !== undefined) !== refused[at])
  expect(wrong.map(({ call }) => call)).toEqual([])
  expect(refused.filter(Boolean).length).toBeGreaterThan(30)
})

test.each(FORMS.map(form => [form.name, form] as const))(
  '%s is described in full, with an example',
  (_, form) => {
    const operation = document.paths[`/api/v1/${form.path}`]?.['post']
    const media = operation?.requestBody?.content['application/json']
    const name = media?.schema?.$ref?.replace('#/components/schemas/', '') ?? ''
    const schema = document.components.schemas[name]
    expect(Object.keys(schema?.properties ?? {})).toEqual(form.questions.map(question => question.name))
    const unlabelled = Object.entries(schema?.properties ?? {}).filter(
      ([, property]) => typeof property === 'boolean' || !property.title || !property['x-kind'],
    )
    expect(unlabelled).toEqual([])
    expect(schema?.additionalProperties).toBe(false)

    const now = new Date('2026-03-02T10:00:00Z')
    const checked = checkAnswers<unknown>(form, media?.example, {
      language: 'en',
      now,
      isJurisdiction: () => true,
    })
    expect(checked.errors).toBeUndefined()
    // What our own answers say, a client's validator must say too.
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema ?? {})
    expect(validate(media?.example)).toBe(true)
    expect(validate({ ...(media?.example as object), organizationName: 'x' })).toBe(false)

    expect(operation?.parameters?.map(({ name }) => name)).toContain('Idempotency-Key')
    expect(Object.keys(operation?.responses['201']?.headers ?? {})).toEqual(['Location'])
  },
)
