// What costs something is asked once for many, and nobody waits for what is only a little old.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sharedAnswer } from '../../src/kernel/shared-answer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('those who ask at once share one answer, also a failure, which is not kept', async () => {
  let asked = 0
  const share = sharedAnswer(1000, async () => {
    asked += 1
    if (asked === 1) throw new Error('away')
    return asked
  })
  const both = await Promise.allSettled([share(), share()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await Promise.all([share(), share()])).toEqual([2, 2])
})

test('an old answer is given once more while a new one is made; a very old one is waited for', async () => {
  let asked = 0
  const share = sharedAnswer(1000, async () => (asked += 1), 5000)
  expect(await share()).toBe(1)
  vi.advanceTimersByTime(999)
  expect(await share()).toBe(1)
  vi.advanceTimersByTime(2)
  expect(await share()).toBe(1)
  await vi.advanceTimersByTimeAsync(0)
  expect(await share()).toBe(2)
  vi.advanceTimersByTime(6001)
  expect(await share()).toBe(3)
})
