// JSON Schemas as the document shows them.
import type { z } from 'zod'

/** A JSON Schema 2020-12 as far as our routes use it; `true` and `false` are schemas too. */
export interface Schema {
  [extension: `x-${string}`]: unknown
  $ref?: string
  type?: string | readonly string[]
  title?: string
  description?: string
  format?: string
  pattern?: string
  default?: unknown
  const?: unknown
  enum?: readonly unknown[]
  required?: readonly string[]
  properties?: Record<string, Schema | boolean>
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

const SAID_BY_FORMAT = new Set(['date-time', 'date', 'uuid'])

/**
 * Drops the patterns that say what `format` says already, and names the properties of a record whose keys are a set of words,
 * so that a generated client knows them.
 */
export function withoutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (SAID_BY_FORMAT.has(jsonSchema.format ?? '')) delete jsonSchema.pattern
  const { propertyNames: names, additionalProperties: value, required } = jsonSchema
  if (typeof names !== 'object' || !names.enum || !required || value === undefined) return
  jsonSchema.properties = Object.fromEntries(names.enum.map(name => [String(name), value]))
  jsonSchema.additionalProperties = false
  delete jsonSchema.propertyNames
}
