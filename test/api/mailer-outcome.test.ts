import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMailer, type Mailer, type MailerSettings } from '../../src/kernel/mailer.ts'
import type { OutgoingMessage } from '../../src/kernel/outgoing-message.ts'
import type { SendOutcome } from '../../src/kernel/smtp-outcome.ts'
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts'

const limits = { connect: 400, greeting: 400, command: 400, data: 1_000, answer: 600 }

let server: TestSmtpServer
let mailer: Mailer
let started: number

beforeEach(async () => {
  server = await startSmtpServer({ slowness: 50 })
  mailer = mailerFor()
  started = 0
})
afterEach(async () => {
  mailer.close()
  await server.close()
})

function mailerFor(settings: Partial<MailerSettings> = {}): Mailer {
  return createMailer({
    url: server.url,
    from: { name: 'Support Unit', address: 'support@unit.test' },
    limits,
    ...settings,
  })
}

const letter = (over: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  to: { name: 'Amina Diallo', address: 'amina@applicant.test' },
  subject: 'We have your application',
  text: 'Your reference is OBS-7K2M4.\n',
  html: '<p>Your reference is OBS-7K2M4.</p>',
  messageId: 'delivery-1@unit.test',
  headers: {},
  language: 'en',
  date: new Date('2026-03-02T10:00:00Z'),
  ...over,
})

function send(message = letter()): Promise<SendOutcome> {
  return mailer.send(message, async () => {
    started += 1
    expect(server.received).toHaveLength(0)
  })
}

test('a server that takes the message makes the outcome accepted', async () => {
  expect(await send()).toEqual({ kind: 'accepted', response: '250 queued as 1' })
  expect(started).toBe(1)
  expect(server.received).toMatchObject([
    { from: 'support@unit.test', to: ['amina@applicant.test'], messageId: '<delivery-1@unit.test>' },
  ])
})

test('a server that is not there is a reason to retry', async () => {
  await server.behave('refuse')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'connect' })
  expect(started).toBe(0)
})

test('a server that keeps silent is given up in time', async () => {
  await server.behave('tarpit')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'greeting' })
  await server.behave('accept')
  await server.behave('tarpit', { domain: 'applicant.test' })
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'envelope' })
  expect(started).toBe(0)
})

test('4xx to the recipient is a reason to retry', async () => {
  await server.behave('temporary')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'recipient', code: 450 })
  expect(started).toBe(0)
  expect(server.received).toHaveLength(0)
})

test('5xx to the recipient is a refusal, told without the address', async () => {
  await server.behave('permanent')
  const outcome = await send()
  expect(outcome).toMatchObject({ kind: 'refused', phase: 'recipient', code: 550, status: '5.1.1' })
  expect(JSON.stringify(outcome)).not.toContain('amina')
  expect(started).toBe(0)
})

test('dropped before the final dot is a reason to retry: the message is not there', async () => {
  await server.behave('drop-before-final-dot')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'data' })
  expect(await send(letter({ text: 'long line of text\n'.repeat(200_000) }))).toMatchObject({ kind: 'retry' })
  expect(started).toBe(2)
  expect(server.received).toHaveLength(0)
})

test('dropped after the final dot is uncertain: the message is there, but nobody said so', async () => {
  await server.behave('drop-after-final-dot')
  expect(await send()).toMatchObject({ kind: 'uncertain' })
  expect(started).toBe(1)
  expect(server.received).toMatchObject([{ answered: false }])
})

test('no answer to the final dot in time is uncertain', async () => {
  await server.close()
  server = await startSmtpServer({ slowness: 350 })
  mailer = mailerFor({ limits: { ...limits, answer: 100 } })
  await server.behave('slow', { domain: 'applicant.test' })
  expect(await send()).toMatchObject({ kind: 'uncertain' })
})

test('a slow server is waited for', async () => {
  await server.behave('slow')
  expect(await send()).toMatchObject({ kind: 'accepted' })
  expect(server.received).toHaveLength(1)
})

test('a slow domain does not slow another', async () => {
  await server.behave('tarpit', { domain: 'slow.test' })
  const slow = send(letter({ to: { name: '', address: 'a@slow.test' } }))
  expect(await send()).toMatchObject({ kind: 'accepted' })
  expect(await slow).toMatchObject({ kind: 'retry' })
})

test('greylisting is a reason to retry, and the second attempt is taken', async () => {
  await server.behave('greylist')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'recipient', code: 451 })
  expect(await send()).toMatchObject({ kind: 'accepted' })
  expect(server.received).toHaveLength(1)
})

test('a failed sign-in is our trouble and never the recipient’s', async () => {
  await server.behave('auth-failure')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'sender', code: 530 })
  mailer = mailerFor({ url: server.url.replace('//', '//post%40unit.test:p%25%40ss@') })
  const outcome = await send()
  expect(outcome).toMatchObject({ kind: 'retry', phase: 'sign-in', code: 535 })
  expect(JSON.stringify(outcome)).not.toMatch(/ss@|post@/)
  await expect(mailer.check()).rejects.toMatchObject({ phase: 'sign-in' })
  await server.behave('accept')
  expect(await send()).toMatchObject({ kind: 'accepted' })
})

test('nonsense for an answer is a reason to retry', async () => {
  await server.behave('garbage')
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'greeting' })
  await server.behave('accept')
  await server.behave('garbage', { domain: 'applicant.test' })
  expect(await send()).toMatchObject({ kind: 'retry' })
  expect(started).toBe(0)
})

test('no byte of the text goes out before the start of data is recorded', async () => {
  const outcome = await mailer.send(letter(), async () => {
    const before = server.bytesRead()
    await wait(100)
    expect(server.bytesRead()).toBe(before)
  })
  expect(outcome).toMatchObject({ kind: 'accepted' })
})

test('nothing goes out if the start of data cannot be recorded', async () => {
  const failure = new Error('the lease is lost')
  await expect(mailer.send(letter(), () => Promise.reject(failure))).rejects.toBe(failure)
  expect(await send()).toMatchObject({ kind: 'accepted' })
  expect(server.received).toHaveLength(1)
})

test('an address that cannot be written in a command is refused without asking the server', async () => {
  for (const address of ['a@b.test>\r\nRCPT TO:<evil@x.test', 'a@b.test, c@d.test', 'nobody', '']) {
    expect(await send(letter({ to: { name: '', address } }))).toMatchObject({
      kind: 'refused',
      phase: 'recipient',
    })
  }
  expect(server.connections()).toBe(0)
})

test('a session is used again, and one that the server dropped meanwhile is replaced without anybody noticing', async () => {
  for (let count = 0; count < 3; count++) {
    expect(await mailer.send(letter(), async () => {})).toMatchObject({ kind: 'accepted' })
  }
  expect(server.connections()).toBe(1)
  await server.behave('refuse')
  await server.behave('accept')
  expect(await mailer.send(letter(), async () => {})).toMatchObject({ kind: 'accepted' })
  expect(server.received).toHaveLength(4)
})

test('trouble on a session that had waited is tried once more on a fresh one, before it counts', async () => {
  await mailer.send(letter(), async () => {})
  await server.behave('garbage', { domain: 'applicant.test' })
  expect(await mailer.send(letter(), async () => {})).toMatchObject({ kind: 'retry' })
  expect(server.connections()).toBe(2)
})

test('STARTTLS is used where it is offered, demanded where it must be, and a false certificate is not believed', async () => {
  await server.close()
  server = await startSmtpServer({ tls: true })
  mailer = mailerFor({ url: server.url })
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'greeting' })
  mailer = mailerFor({ url: `${server.url}?tls.rejectUnauthorized=false` })
  expect(await send()).toMatchObject({ kind: 'accepted' })
  mailer.close()
  await server.close()
  server = await startSmtpServer()
  mailer = mailerFor({ url: `${server.url}?requireTLS=true` })
  expect(await send()).toMatchObject({ kind: 'retry', phase: 'greeting' })
})
