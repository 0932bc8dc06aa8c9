import { expect, test } from 'vitest'
import { isSendable } from '../../src/kernel/outgoing-message.ts'
import { smtpAddress } from '../../src/kernel/smtp-address.ts'
import { outcomeOf, outcomeOfAnswer, scrubbed, SmtpFailure } from '../../src/kernel/smtp-outcome.ts'

test('a mail server address gives host, port, credentials and options', () => {
  expect(smtpAddress('smtps://us%40er:p%2Fw@mail.example.test?tls.minVersion=TLSv1.3')).toEqual({
    host: 'mail.example.test',
    port: 465,
    secure: true,
    credentials: { user: 'us@er', pass: 'p/w' },
    requireTLS: true,
    ignoreTLS: false,
    tls: { minVersion: 'TLSv1.3' },
  })
  expect(smtpAddress('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525, requireTLS: false })
})

test('credentials are kept off plain connections unless the server is here or the address says so', () => {
  expect(smtpAddress('smtp://u:p@mail.example.test').requireTLS).toBe(true)
  expect(smtpAddress('smtp://u:p@mail.example.test?requireTLS=false').requireTLS).toBe(false)
  expect(smtpAddress('smtp://u:p@127.0.0.1:1025').requireTLS).toBe(false)
})

test.each([
  'nonsense',
  'http://x.test',
  'smtp://',
  'smtp://h.test?requireTSL=true',
  'smtp://h.test?requireTLS=yes',
  'smtp://u:p%zz@h.test',
])('the address %s is refused with a remedy that does not repeat it', text => {
  expect(() => smtpAddress(text)).toThrow(/^(?!.*(p%zz|requireTSL)).*mail server/)
})

test('words of a server are kept without addresses, on one line and short', () => {
  expect(
    scrubbed('550 5.1.1 <Amina.Diallo@applicant.test>: no\r\nsuch user "a b"@x.test amina%40x.test'),
  ).toBe('550 5.1.1 <[address]>: no such user [address] [address]')
  expect(scrubbed('x'.repeat(5000))).toHaveLength(300)
  expect(scrubbed('زينب@مثال.test fails')).toBe('[address] fails')
})

test('only 5xx about the recipient or the message is a refusal', () => {
  const kind = (...failure: ConstructorParameters<typeof SmtpFailure>) =>
    outcomeOf(new SmtpFailure(...failure)).kind
  expect(kind('recipient', '550 no', 550)).toBe('refused')
  expect(kind('data', '554 no', 554)).toBe('refused')
  expect(kind('answer', '552 too big', 552)).toBe('refused')
  expect(kind('sender', '550 who are you', 550)).toBe('retry')
  expect(kind('recipient', '530 sign in first', 530)).toBe('retry')
  expect(kind('recipient', '503 bad sequence', 503)).toBe('retry')
  expect(kind('answer', '451 try later', 451)).toBe('retry')
  expect(kind('answer', 'hung up')).toBe('uncertain')
  expect(kind('data', 'hung up')).toBe('retry')
})

test('an answer before the end is not believed, and an answer that is none is uncertain', () => {
  expect(outcomeOfAnswer('250 ok', false).kind).toBe('retry')
  expect(outcomeOfAnswer('2 be or not', true).kind).toBe('uncertain')
  expect(outcomeOfAnswer('250-ok', true).kind).toBe('accepted')
})

test.each([
  ['jürgen@müller.test', true],
  ["o'brien+ogp@justice.gob.ar", true],
  ['a b@x.test', false],
  ['a@b@x.test', false],
  ['"a"@x.test', false],
  ['a@x.test\n', false],
  [`${'a'.repeat(65)}@x.test`, false],
])('%s can stand in an SMTP command: %s', (address, sendable) => {
  expect(isSendable(address)).toBe(sendable)
})
