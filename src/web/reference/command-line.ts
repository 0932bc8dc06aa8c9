// Each operation as a command that can be pasted into a terminal.
import type { Operation, Parameter } from '../openapi-document.ts'
import type { Schema } from '../openapi-schema.ts'
import type { Resolve } from './fields.ts'

/** `curl` for the operation; `$INTAKE` and `$TOKEN` stand for the address and the token, `$reference` for a parameter. */
export function commandLine(method: string, path: string, operation: Operation, resolve: Resolve): string {
  const needed = (operation.parameters ?? []).filter(
    ({ in: place, required }) => place === 'query' && required,
  )
  const address = path.replace(/\{(\w+)\}/g, '$$$1') + queryOf(needed)
  const body = exampleBody(operation, resolve)
  const lines = [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} "$INTAKE${address}"`,
    ...(operation.security ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json' -d @- <<'JSON'"]),
  ]
  const command = lines.join(' \\\n  ')
  return body === undefined ? command : `${command}\n${JSON.stringify(body, null, 2)}\nJSON`
}

const queryOf = (parameters: readonly Parameter[]) =>
  parameters.length === 0 ? '' : `?${parameters.map(({ name }) => `${name}=$${name}`).join('&')}`

function exampleBody(operation: Operation, resolve: Resolve): unknown {
  const media = operation.requestBody?.content['application/json']
  return media?.schema && (media.example ?? sampleOf(media.schema, resolve))
}

const SAMPLE_TEXTS: Readonly<Record<string, string>> = {
  uuid: '7b0c1f5e-52c4-4f3b-9a57-0f6a6f0f3c11',
  date: '2027-03-31',
  'date-time': '2027-03-31T09:00:00.000Z',
}

// The least that the schema asks for.
function sampleOf(given: Schema, resolve: Resolve): unknown {
  const schema = given.$ref === undefined ? given : resolve(given.$ref)
  const [branch] = schema.oneOf ?? schema.anyOf ?? []
  if (branch) return sampleOf(branch, resolve)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.items) return (schema.minItems ?? 0) > 0 ? [sampleOf(schema.items, resolve)] : []
  if (schema.type === 'object') {
    const wanted = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
    return Object.fromEntries(
      wanted.map(([name, property]) => [
        name,
        typeof property === 'boolean' ? null : sampleOf(property, resolve),
      ]),
    )
  }
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  return SAMPLE_TEXTS[schema.format ?? ''] ?? '…'
}
