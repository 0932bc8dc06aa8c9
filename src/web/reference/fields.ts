// A JSON Schema as rows that a person reads: name, type, limits, choices, and what is inside.
import type { Schema } from '../openapi-schema.ts'
import { limitsOf } from './limits.ts'

export interface Choice {
  value: string
  label: string
}

/** What a value is. */
export interface Shape {
  /** In JSON's words, such as “array of string”. */
  type: string
  limits: readonly string[]
  choices: readonly Choice[]
  /** Of an object, or of each item of a list. */
  fields: readonly Field[]
  /** One of these, told apart by what `when` says. */
  variants: readonly { when: string; fields: readonly Field[] }[]
}

export interface Field extends Shape {
  name: string
  label: string
  description: string
  required: boolean
}

/** Finds what a `$ref` points at. */
export type Resolve = (reference: string) => Schema

/** Reads the schema. Recursive schemas are not looked for: our routes have none. */
export function shapeOf(given: Schema, resolve: Resolve): Shape {
  const schema = given.$ref === undefined ? given : resolve(given.$ref)
  const branches = schema.oneOf ?? schema.anyOf
  if (branches) return either(schema, branches, resolve)
  const limits = limitsOf(schema)
  if (schema.items) {
    const item = shapeOf(schema.items, resolve)
    const eachLimits = item.limits.map(limit => `each ${limit}`)
    return { ...item, type: `array of ${item.type}`, limits: [...limits, ...eachLimits] }
  }
  return {
    type: typeOf(schema),
    limits,
    choices: choicesOf(schema),
    fields: fieldsOf(schema, resolve),
    variants: [],
  }
}

/** The properties of an object, in their order. */
function fieldsOf(schema: Schema, resolve: Resolve): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    typeof property === 'boolean'
      ? []
      : [fieldOf(name, property, schema.required?.includes(name) ?? false, resolve)],
  )
}

/** One named value. */
export function fieldOf(name: string, schema: Schema, required: boolean, resolve: Resolve): Field {
  const { title: label = '', description = '' } = schema
  return { name, label, description, required, ...shapeOf(schema, resolve) }
}

// Null is a word of the type, objects are variants, and anything else is said in one breath.
function either(schema: Schema, branches: readonly Schema[], resolve: Resolve): Shape {
  const solid = branches.filter(({ type }) => type !== 'null')
  const orNull = solid.length < branches.length ? ' or null' : ''
  const [first, ...others] = solid
  if (!first) return shapeOf({ type: 'null' }, resolve)
  if (others.length === 0) {
    const shape = shapeOf(first, resolve)
    return { ...shape, type: shape.type + orNull }
  }
  if (solid.every(({ properties }) => properties)) {
    const variants = solid.map(branch => ({
      when: constantsOf(branch, resolve),
      fields: fieldsOf(branch, resolve),
    }))
    return { type: `object${orNull}`, limits: limitsOf(schema), choices: [], fields: [], variants }
  }
  const shapes = solid.map(branch => shapeOf(branch, resolve))
  const choices = shapes.find(shape => shape.choices.length > 0)?.choices ?? []
  const type = [...new Set(shapes.map(shape => shape.type))].join(' or ') + orNull
  return { type, limits: shapes[0]?.limits ?? [], choices, fields: [], variants: [] }
}

// What tells variants apart: properties with a single possible value.
function constantsOf(branch: Schema, resolve: Resolve): string {
  const constants = fieldsOf(branch, resolve).filter(
    ({ choices, type, required }) => choices.length === 1 && required && !type.startsWith('array'),
  )
  return constants.map(({ name, choices }) => `${name}: ${choices[0]?.value}`).join(', ') || 'otherwise'
}

function typeOf({ type, format, const: only, enum: values, additionalProperties }: Schema): string {
  const known = type ?? (only === undefined ? typeof values?.[0] : typeof only)
  const named = known === 'undefined' ? 'anything' : typeof known === 'string' ? known : known.join(' or ')
  if (named === 'object' && typeof additionalProperties === 'object') return 'object with any properties'
  return format === undefined ? named : `${named}, ${format}`
}

function choicesOf(schema: Schema): Choice[] {
  const values = schema.const === undefined ? (schema.enum ?? []) : [schema.const]
  const labels = (schema['x-labels'] ?? {}) as Readonly<Record<string, { en?: string }>>
  return values.map(value => ({ value: String(value), label: labels[String(value)]?.en ?? '' }))
}
