// Answers that arrive in a mailbox, read from a real IMAP server.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imapAddress } from '../../src/kernel/imap-address.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { readMailbox } from '../../workers/mailbox/read-mailbox.ts'
import { observerApplication } from '../support/applications.ts'
import { silent } from '../support/database.ts'
import { startDovecot, type TestMailbox } from '../support/dovecot.ts'
import { answerOf, INBOUND, takenIn, type Answer } from '../support/inbound.ts'
import { startProcess, until } from '../support/processes.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let mailbox: TestMailbox
let applicant: Answer
beforeAll(async () => {
  service = await testService({ inbound: INBOUND })
  mailbox = await startDovecot()
  const address = `mohamed-${randomUUID()}@legal-aid.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address }
  await service.submitObserver({ contact })
  await service.settled()
  const receipt = (await service.inboxOf(address)).at(-1)
  applicant = {
    address,
    reply: receipt?.replyTo?.value[0]?.address ?? '',
    original: receipt?.messageId?.replace(/[<>]/g, '') ?? '',
  }
})
afterAll(async () => {
  await mailbox.close()
  await service.close()
})

/** A machine's mail: it is stored and settled, and no email follows. */
const notice = () => answerOf('vacation-fr', applicant)
const counts = async (): Promise<Record<string, number>> => {
  const { rows } = await service.pool.query<{ state: string; found: number }>(
    'select state, count(*)::int as found from inbound_mail group by state',
  )
  return Object.fromEntries(rows.map(({ state, found }) => [state, found]))
}
/** Reads the mailbox in this process while the work is done. */
async function whileReading(work: () => Promise<void>): Promise<void> {
  const ending = new AbortController()
  const imap = imapAddress(mailbox.url)
  const reading = readMailbox({ db: service.db, clock: systemClock, log: silent, imap }, ending.signal)
  await work()
  ending.abort()
  await reading
}
const allSeen = async (count: number) => {
  await wait(150)
  const flags = await mailbox.flags()
  return flags.length === count && flags.every(each => each.includes('\\Seen'))
}

test('what arrives is taken in and then marked as read, through a restart of the mail server', async () => {
  await mailbox.deliver(answerOf('outlook', applicant), notice())
  await whileReading(async () => {
    await until(() => allSeen(2), 'two messages to be marked')
    await takenIn(service)
    expect(await counts()).toEqual({ message: 1, automatic: 1 })
    await mailbox.kill()
    await wait(1000)
    await mailbox.start()
    await mailbox.deliver(notice())
    await until(() => allSeen(3), 'the message after the restart to be marked')
  })
  expect(await counts()).toEqual({ message: 1, automatic: 2 })
  const { rows } = await service.pool.query('select read_at, failing_since from inbound_mailboxes')
  expect(rows).toEqual([{ read_at: expect.any(Date), failing_since: null }])
})

test('two readers take nothing twice, and neither does one whose server numbers its messages anew', async () => {
  const messages = [notice(), notice(), notice()]
  await mailbox.deliver(...messages)
  await whileReading(() => whileReading(() => until(() => allSeen(6), 'all to be marked')))
  expect(await counts()).toEqual({ message: 1, automatic: 5 })
  await mailbox.renumber(messages)
  await whileReading(() => until(() => allSeen(3), 'all to be marked again'))
  expect(await counts()).toEqual({ message: 1, automatic: 5, duplicate: 3 })
})

test('of a worker that is killed in the middle of it another goes on, and each message is taken in once', async () => {
  const before = (await counts())['automatic'] ?? 0
  const MESSAGES = 40
  await mailbox.deliver(...Array.from({ length: MESSAGES }, notice))
  const settings = {
    DATABASE_URL: service.databaseUrl,
    ...(service.redis && { REDIS_URL: service.redis.url }),
    SMTP_URL: service.smtp.url,
    REPLY_ADDRESS: INBOUND.replyAddress,
    IMAP_URL: mailbox.url,
    SAMPLE_STAFF: 'no',
    MAIL_FROM: 'Coalition on Justice <justice@intake.example>',
  }
  // The thread that reads is in the middle of it when the process dies.
  for (const share of [0.3]) {
    const worker = startProcess('worker', settings)
    const stored = async () => Object.values(await counts()).reduce((sum, found) => sum + found, 0)
    const enough = (await stored()) + MESSAGES * share
    await until(async () => (await stored()) >= enough, 'some to be stored')
    await worker.end('SIGKILL')
    // What it held is free again after a while: that is now.
    await service.pool.query('update inbound_mailboxes set held_until = now()')
    await service.pool.query(`update inbound_mail set due_at = now() where state = 'waiting'`)
  }
  const worker = startProcess('worker', settings)
  await until(() => allSeen(3 + MESSAGES), 'all of them to be marked')
  expect(await worker.end('SIGTERM')).toEqual({ code: 0, signal: null })
  const found = await counts()
  expect(found['automatic']).toBe(before + MESSAGES)
  expect(found['duplicate']).toBe(3)
  expect(found['waiting']).toBeUndefined()
})
