import { simpleParser, type ParsedMail } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMailer, type Mailer } from '../../src/kernel/mailer.ts'
import type { OutgoingMessage } from '../../src/kernel/outgoing-message.ts'
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server.ts'

let server: TestSmtpServer
let mailer: Mailer

beforeEach(async () => {
  server = await startSmtpServer()
  mailer = createMailer({ url: server.url, from: { name: 'Unité d’appui', address: 'support@unit.test' } })
})
afterEach(async () => {
  mailer.close()
  await server.close()
})

async function arrived(over: Partial<OutgoingMessage>): Promise<{ mail: ParsedMail; raw: string }> {
  const outcome = await mailer.send(
    {
      to: { name: 'Amina Diallo', address: 'amina@applicant.test' },
      subject: 'Receipt',
      text: 'Hello',
      html: '<p>Hello</p>',
      messageId: 'delivery-1@unit.test',
      headers: {},
      language: 'fr',
      date: new Date('2026-03-02T10:00:00Z'),
      ...over,
    },
    async () => {},
  )
  expect(outcome.kind).toBe('accepted')
  const raw = server.received.at(-1)?.raw ?? Buffer.alloc(0)
  return { mail: await simpleParser(raw), raw: raw.toString('latin1') }
}

test('a message says who, when, which, in what language, and that a machine wrote it', async () => {
  const { mail } = await arrived({ replyTo: { name: 'Case OBS-7K2M4', address: 'cases@unit.test' } })
  expect(mail.messageId).toBe('<delivery-1@unit.test>')
  expect(mail.date).toEqual(new Date('2026-03-02T10:00:00Z'))
  expect(mail.replyTo?.value[0]).toEqual({ name: 'Case OBS-7K2M4', address: 'cases@unit.test' })
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail.headers.get('x-auto-response-suppress')).toBe('All')
  expect(mail.headers.get('content-language')).toBe('fr')
  expect(mail.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' })
})

test('names and subjects in any script arrive as they were written', async () => {
  const { mail, raw } = await arrived({
    to: { name: 'Zoé عائشة 山田', address: 'zoe@applicant.test' },
    subject: 'Décision: القرار – ¿qué sigue? ' + 'é'.repeat(150),
    text: 'Voilà, شكرا 👋',
  })
  expect([mail.to].flat()[0]?.value[0]).toEqual({ name: 'Zoé عائشة 山田', address: 'zoe@applicant.test' })
  expect(mail.subject).toBe('Décision: القرار – ¿qué sigue? ' + 'é'.repeat(150))
  expect(mail.text?.trim()).toBe('Voilà, شكرا 👋')
  expect(mail.from?.value[0]?.name).toBe('Unité d’appui')
  // oxlint-disable-next-line no-control-regex -- seven bits is the point
  expect(raw).toMatch(/^[\x00-\x7f]*$/)
})

test('a domain in any script is addressed in ASCII', async () => {
  const { mail, raw } = await arrived({ to: { name: 'Jürgen', address: 'info@müller.test' } })
  expect(raw).toContain('<info@xn--mller-kva.test>')
  expect(server.received[0]?.smtpUtf8).toBe(false)
  expect([mail.to].flat()[0]?.value[0]?.address).toBe('info@müller.test')
})

test('no name, subject or header can add a header, a recipient or a body', async () => {
  const evil = 'x\r\nBcc: victim@elsewhere.test\r\n\r\n<script>'
  const { mail, raw } = await arrived({
    to: { name: `${evil}" <victim@elsewhere.test>, "`, address: 'amina@applicant.test' },
    replyTo: { name: evil, address: 'cases@unit.test' },
    subject: evil,
    headers: { 'X-Case': evil, 'X-Bad\r\nBcc': 'victim@elsewhere.test' },
    language: 'en\r\nBcc: victim@elsewhere.test',
  })
  expect(server.received.at(-1)?.to).toEqual(['amina@applicant.test'])
  expect([mail.to].flat().flatMap(field => field?.value ?? [])).toHaveLength(1)
  expect(mail.headers.has('bcc')).toBe(false)
  expect(mail.text?.trim()).toBe('Hello')
  expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|<script>)/im)
})

test('what the settings say about automatic mail cannot be overruled by a message', async () => {
  const { raw } = await arrived({ headers: { 'auto-submitted': 'no', 'Content-language': 'xx' } })
  expect(raw.match(/^auto-submitted:.*$/gim)).toEqual(['Auto-Submitted: auto-generated'])
  expect(raw.match(/^content-language:.*$/gim)).toEqual(['Content-Language: fr'])
})

test('lines of dots, bare line feeds and carriage returns, and very long lines survive the wire', async () => {
  const text = ['.', '..', '.hidden', 'end.', '', '.'].join('\n') + '\n' + 'word '.repeat(400)
  const { mail, raw } = await arrived({ text: `${text}\rlast` })
  expect(mail.text?.replace(/\r/g, '\n').trimEnd()).toBe(`${text}\nlast`)
  expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(Math.max(...raw.split('\r\n').map(line => line.length))).toBeLessThanOrEqual(998)
})

test('two messages sent again have the same Message-ID', async () => {
  const first = await arrived({})
  const second = await arrived({})
  expect(first.mail.messageId).toBe(second.mail.messageId)
  expect(server.received).toHaveLength(2)
})
