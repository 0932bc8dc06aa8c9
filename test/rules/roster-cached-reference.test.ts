import { expect, test } from 'vitest'
import type { Db } from '../../src/kernel/database.ts'
import { cachedReference } from '../../src/roster/cached-reference.ts'
import { snapshotOf, type ReferenceSnapshot } from '../../src/roster/reference-snapshot.ts'

const noDb = undefined as unknown as Db

function bench() {
  let now = Date.UTC(2026, 0, 1)
  let answer: () => Promise<ReferenceSnapshot> = async () => empty()
  const seen = { reads: 0, stale: 0 }
  const reference = cachedReference(noDb, {
    clock: { now: () => new Date(now) },
    maxAgeSeconds: 60,
    onStale: () => (seen.stale += 1),
    read: () => {
      seen.reads += 1
      return answer()
    },
  })
  return {
    reference,
    seen,
    pass: (seconds: number) => (now += seconds * 1000),
    answers: (next: () => Promise<ReferenceSnapshot>) => (answer = next),
  }
}

const empty = () => snapshotOf({ countries: [], jurisdictions: [], rosterVersions: [] })
const away = async (): Promise<ReferenceSnapshot> => {
  throw new Error('connection refused')
}
const settled = () => new Promise(resolve => setImmediate(resolve))

test('however many ask at first, the database is asked once', async () => {
  const { reference, seen } = bench()
  const all = await Promise.all(Array.from({ length: 50 }, () => reference.current()))
  expect(new Set(all).size).toBe(1)
  expect(seen.reads).toBe(1)
})

test('a snapshot is served for a minute, then renewed behind those who ask', async () => {
  const { reference, seen, pass } = bench()
  const first = await reference.current()
  pass(59)
  await reference.current()
  expect(seen.reads).toBe(1)
  pass(1)
  const served = await Promise.all([reference.current(), reference.current(), reference.current()])
  expect(served.every(snapshot => snapshot === first)).toBe(true)
  await settled()
  expect(seen.reads).toBe(2)
  expect(await reference.current()).not.toBe(first)
})

test('while the database is away the last good snapshot is served, and tries are few', async () => {
  const { reference, seen, pass, answers } = bench()
  const good = await reference.current()
  answers(away)
  for (let second = 0; second < 120; second += 1) {
    pass(1)
    expect(await reference.current()).toBe(good)
    await settled()
  }
  expect(seen.stale).toBe(13)
  answers(async () => empty())
  pass(5)
  await reference.current()
  await settled()
  expect(await reference.current()).not.toBe(good)
})

test('a first reading that fails is told, and tried again at the next call', async () => {
  const { reference, seen, answers } = bench()
  answers(away)
  await expect(reference.current()).rejects.toThrow('connection refused')
  answers(async () => empty())
  await expect(reference.current()).resolves.toBeDefined()
  expect(seen.reads).toBe(2)
})

test('a refresh that is asked for fetches at once', async () => {
  const { reference, seen } = bench()
  const first = await reference.current()
  expect(await reference.refresh()).not.toBe(first)
  expect(seen.reads).toBe(2)
})
