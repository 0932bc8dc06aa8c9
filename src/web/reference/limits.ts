import type { Schema } from '../openapi-schema.ts'

/** A schema's bounds in words, such as “2 to 200 characters”. */
export function limitsOf(schema: Schema): string[] {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, pattern, default: otherwise } = schema
  return [
    range(minLength, maxLength, 'character'),
    range(minItems, maxItems, 'item'),
    range(notHuge(minimum), notHuge(maximum), ''),
    pattern === undefined ? '' : `matches ${pattern}`,
    otherwise === undefined ? '' : `${JSON.stringify(otherwise)} if left out`,
  ].filter(limit => limit !== '')
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  const from = unit !== '' && (least ?? 0) === 0 ? undefined : least
  if (from === undefined) return most === undefined ? '' : `at most ${counted(most, unit)}`
  if (most === undefined) return `at least ${counted(from, unit)}`
  return from === most ? `exactly ${counted(most, unit)}` : `${from} to ${counted(most, unit)}`
}

const counted = (number: number, unit: string) =>
  unit === '' ? String(number) : `${number} ${unit}${number === 1 ? '' : 's'}`

// The bounds of a safe integer say nothing to a reader.
const notHuge = (bound: number | undefined) =>
  bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound
