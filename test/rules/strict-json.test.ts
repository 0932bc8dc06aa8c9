import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../src/kernel/problem.ts'
import { parseStrictJson } from '../../src/web/strict-json.ts'

/** The code of the problem that parsing ends in. */
function refusal(text: string): string | undefined {
  try {
    parseStrictJson(text)
    return undefined
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

test('any JSON without keys of prototypes is read as JSON.parse reads it', () => {
  const harmless = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }).map(value => JSON.stringify(value))
  fc.assert(
    fc.property(harmless, text => {
      fc.pre(!/"(__proto__|constructor|prototype)"\s*:/.test(text))
      expect(parseStrictJson(text)).toEqual(JSON.parse(text))
    }),
    { numRuns: 500 },
  )
})

test('whatever text there is, it is read or refused as malformed', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    ' ',
    '\n',
    'a',
    '"a"',
    '1',
    'null',
    '\\u0061',
    '\ud800',
    '__proto__',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 30 }).map(parts => parts.join('')),
      text => {
        expect(['malformed-json', undefined]).toContain(refusal(text))
      },
    ),
    { numRuns: 1000 },
  )
})

test('a key that stands twice in one object is found at any depth, in any spelling, with any space before its colon', () => {
  const space = fc
    .array(fc.constantFrom(' ', '\n', '\t', '\r'), { maxLength: 80 })
    .map(parts => parts.join(''))
  const spelling = fc.constantFrom('"key"', '"\\u006bey"', '"k\\u0065y"', '"\\u006B\\u0065\\u0079"')
  fc.assert(
    fc.property(spelling, spelling, space, space, fc.nat(12), (one, other, before, after, depth) => {
      const inner = `{${one}${before}:1,"b":[{"key":1}],${other}${before}:${after}2}`
      expect(refusal(`${'['.repeat(depth)}${inner}${']'.repeat(depth)}`)).toBe('malformed-json')
    }),
  )
})

test('the same key in two objects, or as a text, is no key twice', () => {
  expect(refusal('{"a":{"a":{"a":"a"}},"b":["a","a",{"a":1},{"a":2}],"c":"a"}')).toBeUndefined()
})

test('sixteen levels are enough for every form, seventeen are not read', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  expect(refusal(nested(16))).toBeUndefined()
  expect(refusal(nested(17))).toBe('malformed-json')
})

test('a key that was refused is told in part, however long it is', () => {
  const key = 'k'.repeat(100_000)
  expect(() => parseStrictJson(`{"${key}":1,"${key}":2}`)).toThrow(/^.{1,120}$/u)
})

test('a body of a quarter of a megabyte is judged in little time', () => {
  const texts = [
    `["${'\\"'.repeat(120_000)}"]`,
    `[${'"a" ,'.repeat(50_000)}1]`,
    `{"a"${' '.repeat(250_000)}:1}`,
  ]
  for (const text of texts) {
    const start = performance.now()
    expect(refusal(text)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(500)
  }
})
