import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailboxList, mailboxMessage } from '../../src/kernel/mailbox-messages.ts'
import { startMailbox } from '../../src/kernel/mailbox.ts'
import { createMailer, type Mailer } from '../../src/kernel/mailer.ts'
import { mailboxPages } from '../../src/web/mailbox/pages.ts'

let directory: string
let mailbox: Awaited<ReturnType<typeof startMailbox>>
let mailer: Mailer
let app: FastifyInstance

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'mailbox-')), 'mail')
  mailbox = await startMailbox({ directory })
  mailer = createMailer({ url: mailbox.url, from: { name: 'Support Unit', address: 'support@unit.test' } })
  app = fastify()
  await app.register(mailboxPages, { directory })
})
afterEach(async () => {
  mailer.close()
  await app.close()
  await mailbox.close()
  await rm(join(directory, '..'), { recursive: true })
})

const send = (over: { to?: string; subject?: string; text?: string; html?: string } = {}) =>
  mailer.send(
    {
      to: { name: 'Zoé عائشة', address: over.to ?? 'zoe@applicant.test' },
      subject: over.subject ?? 'Reçu',
      text: over.text ?? 'Follow it at https://unit.test/follow?a=1&b=2.',
      html: over.html ?? '<p>Hello</p>',
      messageId: 'delivery-1@unit.test',
      headers: {},
      language: 'fr',
      date: new Date('2026-03-02T10:00:00Z'),
    },
    async () => {},
  )

test('what is sent is in the mailbox, newest first and by recipient, as soon as it is accepted', async () => {
  expect(await send()).toMatchObject({ kind: 'accepted' })
  await send({ to: 'other@unit.test', subject: 'Second' })
  expect(await mailboxList(directory, 10)).toMatchObject([
    { subject: 'Second', to: 'Zoé عائشة <other@unit.test>' },
    { subject: 'Reçu', from: 'Support Unit <support@unit.test>', messageId: '<delivery-1@unit.test>' },
  ])
  expect(await mailboxList(directory, 1)).toHaveLength(1)
  const [found] = await mailboxList(directory, 10, 'ZOE@')
  const message = await mailboxMessage(directory, found?.id ?? '')
  expect(message).toMatchObject({ subject: 'Reçu', language: 'fr' })
  expect(message?.headers).toContainEqual({ name: 'Delivered-To', value: 'zoe@applicant.test' })
  expect((await readdir(directory)).every(name => name.endsWith('.eml'))).toBe(true)
})

test('only the latest 500 are kept', async () => {
  await mailbox.close()
  for (let n = 0; n < 505; n++)
    await writeFile(join(directory, `20200101T000000${100 + n}Z-00000000.eml`), 'Subject: old\r\n\r\n')
  mailbox = await startMailbox({ directory })
  mailer = createMailer({ url: mailbox.url, from: { name: '', address: 'support@unit.test' } })
  await send()
  const names = (await readdir(directory)).toSorted()
  expect(names).toHaveLength(500)
  expect(names[0]).toContain('20200101T000000106Z')
})

test.each(['../secret', '..%2Fsecret', '20200101T000000000Z-00000000/../../x', '', '.', 'x'.repeat(90)])(
  'the id %s opens nothing',
  async id => {
    expect(await mailboxMessage(directory, id)).toBeUndefined()
    expect((await app.inject(`/mailbox/${encodeURIComponent(id)}`)).statusCode).not.toBe(500)
  },
)

test('pages show a message without letting it act', async () => {
  await send({
    subject: '<script>alert(1)</script>',
    text: '<b>x</b> https://unit.test/a?b=1&c=2.',
    html: '<script>alert(2)</script><p>Hi</p>',
  })
  const [mail] = await mailboxList(directory, 1)
  const list = await app.inject('/mailbox?to=zoe')
  expect(list.body).toContain('&lt;script&gt;alert(1)')
  const page = await app.inject(`/mailbox/${mail?.id}`)
  expect(page.body).not.toContain('<script')
  expect(page.body).toContain('<a href="https://unit.test/a?b=1&amp;c=2" rel="noreferrer">')
  expect(page.body).toContain('<iframe sandbox src=')
  const letter = await app.inject(`/mailbox/${mail?.id}/html`)
  expect(letter.headers['content-security-policy']).toMatch(
    /^sandbox; default-src 'none'; style-src 'unsafe-inline'/,
  )
  expect(letter.body).toContain('<p>Hi</p>')
})

test('programs read the list as JSON', async () => {
  await send()
  const { messages } = (await app.inject('/mailbox.json?to=applicant.test')).json<{
    messages: { text: string }[]
  }>()
  expect(messages).toMatchObject([{ subject: 'Reçu', language: 'fr' }])
  expect(messages[0]?.text.trim()).toBe('Follow it at https://unit.test/follow?a=1&b=2.')
  expect((await app.inject('/mailbox.json?to=nobody')).json()).toEqual({ messages: [] })
  expect((await app.inject('/mailbox.json?to=a&to=b')).statusCode).toBe(400)
})
