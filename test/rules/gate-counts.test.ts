import { generateKeySync } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { createCounts, type Counts } from '../../src/submissions/gate/counts.ts'

const key = generateKeySync('hmac', { length: 256 })
let counts: Counts
let now = new Date('2026-11-02T09:00:00Z')
const countsAlone = () =>
  createCounts({
    clock: { now: () => now },
    key,
    share: () => Promise.resolve(new Map()),
    onFailure(error) {
      throw error
    },
  })
afterEach(() => counts.close())

test('a flood of ever new names fills no memory and hides nobody who comes again and again', () => {
  counts = countsAlone()
  counts.add('contact', 'once@example.org')
  for (let n = 0; n < 120_000; n += 1) {
    if (n % 1000 === 0) counts.add('network', '192.0.2.1')
    counts.add('text', `text ${n}`)
  }
  expect(counts.seen('network', '192.0.2.1')).toBe(120)
  expect(counts.add('network', '192.0.2.2')).toBe(1)
  expect(counts.add('network', '192.0.2.2')).toBe(2)
  expect(counts.seen('contact', 'once@example.org')).toBe(0)
})

test('what no window reaches any more is forgotten', async () => {
  counts = countsAlone()
  counts.add('network', '192.0.2.1')
  counts.add('network', '192.0.2.1')
  now = new Date(now.getTime() + 60_000)
  await counts.share()
  expect(counts.seen('network', '192.0.2.1', 1)).toBe(2)
  now = new Date(now.getTime() + 60_000)
  await counts.share()
  expect(counts.seen('network', '192.0.2.1', 2)).toBe(0)
})
