import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLog } from '../../src/kernel/log.ts'
import { createBatcher } from '../../src/submissions/batch.ts'

const log = createLog('silent')

test('who waits until all is written holds up nothing, also when the first has only just come', async () => {
  const written: number[] = []
  const batcher = createBatcher<number, number>(
    async entries => {
      await pause(20)
      written.push(...entries)
      return entries
    },
    { log },
  )
  void batcher.add(1)
  // In the same turn: what was added is not under way yet.
  await batcher.idle()
  expect(written).toEqual([1])
})

test('what arrives while a batch is being written goes into the next one', async () => {
  const batches: number[][] = []
  const batcher = createBatcher<number, number>(
    async entries => {
      batches.push([...entries])
      await pause(20)
      return entries
    },
    { log, lanes: 1 },
  )
  const first = [batcher.add(1), batcher.add(2)]
  await pause(5)
  const later = [batcher.add(3), batcher.add(4)]
  expect(await Promise.all([...first, ...later])).toEqual([1, 2, 3, 4])
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
})

test('one that cannot be written fails alone', async () => {
  const batcher = createBatcher<number, number>(
    async entries => {
      if (entries.includes(2)) throw new Error('not this one')
      return entries
    },
    { log },
  )
  const results = await Promise.allSettled([1, 2, 3].map(entry => batcher.add(entry)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
