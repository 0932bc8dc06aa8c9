import { expect, test } from 'vitest'
import { alreadyInvited, alreadyInvitedOn, rosterInForce } from '../../src/roster/already-invited.ts'
import { referenceData } from '../../src/roster/reference-data.ts'

const { rosterVersions } = referenceData()
const on = (day: string) => new Date(`${day}T12:00:00Z`)

test('a member that meets the rule of the day is told so, with the rule and the list', () => {
  expect(alreadyInvited(rosterVersions, 'kenya', on('2026-01-15'))).toEqual({
    invited: true,
    version: '2025-04',
    rule: rosterVersions.at(-1)?.rule,
    bases: ['implementing'],
  })
})

test('a member on the roster twice is invited once, on both bases', () => {
  expect(alreadyInvited(rosterVersions, 'chile', on('2025-04-01'))).toMatchObject({
    bases: ['implementing', 'open-gov-challenge'],
  })
})

test('a local member is not its country', () => {
  expect(alreadyInvited(rosterVersions, 'buenos-aires-argentina', on('2025-06-01')).invited).toBe(true)
  expect(alreadyInvited(rosterVersions, 'argentina', on('2025-06-01')).invited).toBe(false)
})

test('a roster holds from the first of its month, midnight UTC, until the next begins', () => {
  expect(alreadyInvited(rosterVersions, 'ghana', new Date('2025-03-31T23:59:59.999Z')).invited).toBe(false)
  expect(alreadyInvited(rosterVersions, 'ghana', new Date('2025-04-01T00:00:00Z')).invited).toBe(true)
  expect(alreadyInvited(rosterVersions, 'france', on('2025-03-31')).invited).toBe(true)
  expect(alreadyInvited(rosterVersions, 'france', on('2025-04-01')).invited).toBe(false)
})

test('before the first roster nobody is invited', () => {
  expect(rosterInForce(rosterVersions, '2021-04-30')).toBeUndefined()
  expect(alreadyInvitedOn(rosterVersions, 'kenya', '2021-04-30')).toEqual({ invited: false })
})

test('versions may come in any order and be dated by month or by day', () => {
  const roster = (asOf: string) => ({ id: asOf, asOf, rule: 'r', source: 's', entries: [] })
  const versions = [roster('2025-04'), roster('2021-05-01'), roster('2025-04-15')]
  expect(rosterInForce(versions, '2025-04-01')?.id).toBe('2025-04')
  expect(rosterInForce(versions, '2025-04-15')?.id).toBe('2025-04-15')
  expect(rosterInForce(versions, '2025-03-31')?.id).toBe('2021-05-01')
})
