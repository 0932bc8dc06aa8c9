import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, eventHash, GENESIS, newSalt, saltedHash } from '../../src/events/hash-chain.ts'
import { chainCheck, type Fault, type StoredEvent } from '../../src/events/verify-chain.ts'

const AT = new Date('2026-03-02T10:00:00.000Z')

/** A stream of so many events, each second one with words. */
function chain(length: number, stream: string = randomUUID()): StoredEvent[] {
  const events: StoredEvent[] = []
  for (let position = 1; position <= length; position++) {
    const words = { note: `said at ${position}` }
    const salt = newSalt()
    const spoken = position % 2 === 0
    const event = {
      id: randomUUID(),
      stream,
      position,
      type: 'note.added',
      at: AT,
      actor: { kind: 'staff', id: 'a' },
      details: { count: position },
      wordsHash: spoken ? saltedHash(salt, words) : null,
      previousHash: events.at(-1)?.hash ?? GENESIS,
    }
    events.push({
      ...event,
      hash: eventHash(event),
      words: spoken ? { stream, salt, words } : null,
      erasedLater: false,
    })
  }
  return events
}

function check(events: readonly StoredEvent[], until?: Date) {
  const faults: Fault[] = []
  const checking = chainCheck(fault => faults.push(fault), until)
  for (const event of events) checking.next(event)
  return { faults, ...checking.end() }
}

const without = <T>(items: readonly T[], index: number) => items.toSpliced(index, 1)

describe('canonical JSON', () => {
  test('is the same however the keys were ordered, and says all of the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}')
  })
})

describe('a chain', () => {
  test('that was left alone has no fault', () => {
    const events = [...chain(5), ...chain(1), ...chain(8)]
    expect(check(events)).toMatchObject({ faults: [], streams: 3, events: 14 })
  })

  test('shows an event that is missing in the middle, where the next one stands', () => {
    const events = chain(5)
    expect(check(without(events, 2)).faults).toMatchObject([{ position: 4 }])
  })

  test('shows that its first event is missing', () => {
    expect(check(without(chain(3), 0)).faults).toMatchObject([{ position: 2 }])
  })

  test('shows two events that changed places', () => {
    const [first, second, third, ...rest] = chain(5) as [
      StoredEvent,
      StoredEvent,
      StoredEvent,
      ...StoredEvent[],
    ]
    const swapped = [first, { ...third, position: 2 }, { ...second, position: 3 }, ...rest]
    expect(check(swapped).faults.map(fault => fault.position)).toEqual([2, 2, 3, 3, 4])
  })

  test('shows an event that was put in between, even with a hash that fits itself', () => {
    const events = chain(4)
    const [forged] = chain(1, events[0]?.stream) as [StoredEvent]
    const put = { ...forged, position: 3, previousHash: events[1]?.hash ?? GENESIS }
    const moved = events.slice(2).map(event => ({ ...event, position: event.position + 1 }))
    const { faults } = check([...events.slice(0, 2), { ...put, hash: eventHash(put) }, ...moved])
    expect(faults.map(fault => fault.position)).toContain(4)
  })

  test('shows any change of any field of any event', () => {
    const events = chain(4)
    const other: Partial<StoredEvent>[] = [
      { id: randomUUID() },
      { type: 'case.assigned' },
      { at: new Date(AT.getTime() + 1) },
      { at: new Date(Number.NaN) },
      { actor: { kind: 'staff', id: 'b' } },
      { details: {} },
      { wordsHash: Buffer.alloc(32) },
      { previousHash: Buffer.alloc(32, 1) },
      { hash: Buffer.alloc(32, 1) },
    ]
    for (const index of events.keys()) {
      for (const change of other) {
        const changed = events.map((event, at) => (at === index ? { ...event, ...change } : event))
        expect(check(changed).faults, `${index} ${Object.keys(change).join()}`).not.toEqual([])
      }
    }
  })

  test('lets words be gone only where an erasure follows, and never be there after it', () => {
    const events = chain(2)
    const gone = events.map(event => ({ ...event, words: null }))
    expect(check(gone).faults).toMatchObject([{ position: 2 }])
    expect(check(gone.map(event => ({ ...event, erasedLater: true }))).faults).toEqual([])
    expect(check(events.map(event => ({ ...event, erasedLater: true }))).faults).toMatchObject([
      { position: 2 },
    ])
  })

  test('shows words that were changed, with their salt or their stream', () => {
    const [first, second] = chain(2) as [StoredEvent, StoredEvent]
    const words = second.words ?? { stream: '', salt: GENESIS, words: {} }
    const changes = [{ words: { note: 'never said' } }, { salt: newSalt() }, { stream: randomUUID() }]
    for (const change of changes) {
      expect(check([first, { ...second, words: { ...words, ...change } }]).faults).toMatchObject([
        { position: 2 },
      ])
    }
    expect(check([{ ...first, words }]).faults).toMatchObject([{ position: 1 }])
  })

  test('cut at its end is whole in itself, and has another digest', () => {
    const events = chain(5)
    const cut = without(events, 4)
    expect(check(cut).faults).toEqual([])
    expect(check(cut).digest).not.toBe(check(events).digest)
  })

  test('that goes on keeps the digest up to a moment', () => {
    const events = chain(3)
    const [last] = chain(1, events[0]?.stream) as [StoredEvent]
    const later = {
      ...last,
      at: new Date(AT.getTime() + 1),
      position: 4,
      previousHash: events[2]?.hash ?? GENESIS,
    }
    const longer = [...events, { ...later, hash: eventHash(later) }]
    expect(check(longer).faults).toEqual([])
    expect(check(longer, AT).digest).toBe(check(events).digest)
    expect(check(longer).digest).not.toBe(check(events).digest)
  })
})

/** The same value with its keys the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  )
}
