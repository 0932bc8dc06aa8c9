import { expect, test } from 'vitest'
import { judge, MOST_IN_AN_HOUR, type Known } from '../../src/inbound/judge.ts'
import type { DeliveryReport, Incoming } from '../../src/inbound/reading/incoming.ts'
import { isSignedBy, isTimely, signing } from '../../src/inbound/webhook-signature.ts'
import { referenceIn, replyAddress } from '../../src/notifications/reply-address.ts'

const replies = { address: 'replies@justice.example.org', key: Buffer.alloc(32, 7) }

test('the address to answer to is one for each case, survives a change of case, and only we can write it', () => {
  const address = replyAddress(replies, 'OBS-7K2M4')
  expect(address).toMatch(/^replies\+obs-7k2m4\.[0-9a-z]{16}@justice\.example\.org$/)
  expect(referenceIn(replies, address.toUpperCase())).toBe('OBS-7K2M4')
  expect(referenceIn(replies, address.replace('7k2m4', '7k2m5'))).toBeNull()
  expect(referenceIn(replies, 'replies+anything@justice.example.org')).toBeNull()
  expect(referenceIn({ ...replies, key: Buffer.alloc(32, 8) }, address)).toBeNull()
  expect(referenceIn(replies, 'replies@justice.example.org')).toBeUndefined()
  expect(referenceIn(replies, address.replace('justice.', 'evil.'))).toBeUndefined()
  const longest = { ...replies, address: `${'a'.repeat(36)}@justice.example.org` }
  expect(replyAddress(longest, 'SUP-9TQ4C').split('@')[0]).toHaveLength(63)
})

test('a handed over message is signed as the specification’s own example, within five minutes', () => {
  // https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
  const head = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330' }
  const sum = signing('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', head).update('{"test": 2432232314}').digest()
  expect(isSignedBy(sum, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')).toBe(true)
  expect(isSignedBy(sum, 'v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')).toBe(true)
  expect(isSignedBy(sum, 'v1,AAAA')).toBe(false)
  expect(isSignedBy(sum, '')).toBe(false)
  expect(isTimely('1614265330', new Date(1614265330_000 + 300_000))).toBe(true)
  expect(isTimely('1614265330', new Date(1614265330_000 + 300_001))).toBe(false)
  expect(isTimely('16142653e1', new Date(1614265330_000))).toBe(false)
})

const CASE = {
  id: 'a',
  state: 'in-review',
  contactEmail: 'Mohamed@legal-aid.example.org',
  earlierEmails: [],
  isErased: false,
}
const mail: Incoming = {
  messageId: 'm@legal-aid.example.org',
  answers: ['sent-1@intake.example'],
  from: { address: 'mohamed@legal-aid.example.org', name: 'Mohamed' },
  recipients: [],
  subject: 'Re',
  text: 'Yes.',
  goesOn: false,
  files: [],
  automatic: null,
  reports: [],
  isOurs: false,
  isForged: false,
}
const known: Known = {
  isCut: false,
  forms: 0,
  earlier: undefined,
  fromAuthor: 1,
  named: ['OBS-7K2M4'],
  theCase: CASE,
  answered: [{ caseId: 'a', address: 'mohamed@legal-aid.example.org' }],
  isOwnEmail: false,
}
const failed: DeliveryReport = { action: 'failed', status: '5.1.1', recipients: [], messageId: null }

test('where address, references and author agree it is the applicant’s: the answer where one is awaited, else a message', () => {
  expect(judge(mail, known)).toEqual({ state: 'message', reason: null, caseId: 'a' })
  const awaited = { ...known, theCase: { ...CASE, state: 'awaiting-applicant' } }
  expect(judge(mail, awaited)).toEqual({ state: 'answer', reason: null, caseId: 'a' })
  // Some servers give our emails another Message-ID, some programs leave References out.
  expect(judge({ ...mail, answers: [] }, { ...known, answered: [] }).state).toBe('message')
  // An answer from where we wrote to, after the applicant changed their address.
  const changed = {
    ...CASE,
    contactEmail: 'new@legal-aid.example.org',
    earlierEmails: ['mohamed@legal-aid.example.org'],
  }
  expect(judge(mail, { ...known, theCase: changed }).state).toBe('message')
  expect(judge(mail, { ...known, theCase: changed, answered: [] }).reason).toBe('other-sender')
})

test.each<[string, Partial<Incoming>, Partial<Known>]>([
  ['too-large', {}, { isCut: true }],
  ['same-id', {}, { earlier: 'other' }],
  ['too-many', {}, { fromAuthor: MOST_IN_AN_HOUR + 1 }],
  ['no-author', { from: null }, {}],
  ['forged', { isForged: true }, {}],
  ['no-address', {}, { named: [], theCase: undefined }],
  ['wrong-signature', {}, { named: ['OBS-7K2M4', null] }],
  ['several-cases', {}, { named: ['OBS-7K2M4', 'OBS-11111'] }],
  ['no-case', {}, { theCase: undefined }],
  ['closed-to-mail', {}, { theCase: { ...CASE, isErased: true } }],
  ['closed-to-mail', {}, { theCase: { ...CASE, state: 'spam' } }],
  ['other-case', {}, { answered: [{ caseId: 'b', address: 'mohamed@legal-aid.example.org' }] }],
  ['other-sender', { from: { address: 'isatu@legal-aid.example.org', name: '' } }, {}],
  // Staff corrected the address: whoever reads what went to the mistyped one is not the applicant.
  ['other-sender', {}, { theCase: { ...CASE, contactEmail: 'new@legal-aid.example.org' } }],
  ['no-words', { text: ' \n ' }, {}],
])('what does not agree waits for a person: %s', (reason, said, seen) => {
  expect(judge({ ...mail, ...said }, { ...known, ...seen })).toMatchObject({ state: 'quarantined', reason })
})

test('a machine’s mail changes nothing, whatever else agrees; a loop and a second copy neither', () => {
  const awaited = { ...known, theCase: { ...CASE, state: 'awaiting-applicant' } }
  expect(judge({ ...mail, automatic: 'vacation' }, awaited)).toMatchObject({
    state: 'automatic',
    reason: 'vacation',
  })
  expect(judge({ ...mail, isOurs: true }, awaited).state).toBe('loop')
  expect(judge(mail, { ...awaited, isOwnEmail: true }).state).toBe('loop')
  expect(judge(mail, { ...awaited, earlier: 'same' }).state).toBe('duplicate')
  expect(judge({ ...mail, reports: [failed] }, awaited).state).toBe('bounce')
  expect(judge({ ...mail, reports: [{ ...failed, action: 'delayed' }] }, awaited)).toMatchObject({
    state: 'automatic',
    reason: 'delivery-report',
  })
})
