import fc from 'fast-check'
import { expect, test } from 'vitest'
import { words } from '../../src/kernel/words.ts'

test('words are trimmed and otherwise kept as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), text => {
      const parsed = words(10_000).safeParse(text)
      const storable = !text.includes('\0') && text.trim() !== ''
      expect(parsed.success ? parsed.data : undefined).toBe(storable ? text.trim() : undefined)
    }),
  )
})

test.each(['', '   ', '\n\t', 'a\u0000', '\ud83d', '\udc00a', 'x'.repeat(11)])('%j is refused', text => {
  expect(words(10).safeParse(text).success).toBe(false)
})

test('the limit counts what is kept, not the space around it', () => {
  expect(words(3).safeParse('  abc  ').data).toBe('abc')
  expect(words(3).safeParse('abcd').success).toBe(false)
  expect(words(5, 2).safeParse(' a ').success).toBe(false)
})

test('characters that cannot be kept have a code of their own', () => {
  const [issue] = words(10).safeParse('a\u0000').error?.issues ?? []
  expect(issue).toMatchObject({ code: 'custom', params: { code: 'invalid-characters' } })
})
