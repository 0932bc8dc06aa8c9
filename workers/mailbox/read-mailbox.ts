// Reads a mailbox: stores what is new, marks what is done, and waits for more. Losing the connection, or the process, costs time only.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { headerOf, LARGEST_MAIL } from '../../src/inbound/keep-mail.ts'
import {
  holdMailbox,
  keepFromMailbox,
  leaveMailbox,
  noteMarked,
  noteReading,
  storedUpTo,
  toBeMarked,
} from '../../src/inbound/mailboxes.ts'
import type { Clock } from '../../src/kernel/clock.ts'
import type { Db } from '../../src/kernel/database.ts'
import type { ImapAddress } from '../../src/kernel/imap-address.ts'
import type { Log } from '../../src/kernel/log.ts'
import { openMailbox, type OpenMailbox } from './open-mailbox.ts'

interface Reading {
  db: Db
  clock: Clock
  log: Log
  imap: ImapAddress
}

const LOOK_MS = 5_000
const SOON_MS = 700
const AGAIN_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const

/** Reads until `signal` is aborted. Never throws for what the mail server or the database does. */
export async function readMailbox(reading: Reading, signal: AbortSignal): Promise<void> {
  const { db, log, imap } = reading
  const reader = randomUUID()
  let failures = 0
  while (!signal.aborted) {
    try {
      if (await holdMailbox(db, imap.name, reader)) {
        await session(reading, reader, signal, () => (failures = 0))
      }
      await pause(LOOK_MS, undefined, { signal }).catch(() => {})
    } catch (error) {
      log.warn({ err: quiet(error), failures }, 'mailbox not read; it is tried again')
      await noteReading(db, imap.name, false).catch(() => {})
      const wait = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)]
      failures += 1
      await pause(wait, undefined, { signal }).catch(() => {})
    }
  }
  await leaveMailbox(db, imap.name, reader).catch(() => {})
}

async function session(
  { db, clock, log, imap }: Reading,
  reader: string,
  signal: AbortSignal,
  wentWell: () => void,
): Promise<void> {
  const mailbox = await openMailbox(imap)
  try {
    while (!signal.aborted && (await holdMailbox(db, imap.name, reader))) {
      const stored = await storeNew({ db, clock, imap }, mailbox, () => holdMailbox(db, imap.name, reader))
      if (stored > 0) log.info({ messages: stored }, 'mail stored')
      await markDone(db, imap.name, mailbox)
      await noteReading(db, imap.name, true)
      wentWell()
      // What was stored just now is taken in soon, and can be marked then.
      await mailbox.news(stored > 0 ? SOON_MS : LOOK_MS, signal)
    }
  } finally {
    await mailbox.close()
  }
}

async function storeNew(
  { db, clock, imap }: Omit<Reading, 'log'>,
  mailbox: OpenMailbox,
  stillOurs: () => Promise<boolean>,
): Promise<number> {
  const { uidValidity } = mailbox
  let stored = 0
  for (const { uid, size } of await mailbox.newSince(await storedUpTo(db, imap.name, uidValidity))) {
    const isLarge = size > LARGEST_MAIL
    const raw = await mailbox.read(uid, isLarge ? 'header' : 'all')
    if (!raw) continue
    const from = { mailbox: imap.name, uidValidity, uid }
    const kept = isLarge ? { raw: headerOf(raw), size } : { raw, size: raw.length }
    if (await keepFromMailbox(db, { from, ...kept, at: clock.now() })) stored += 1
    // A mailbox that is full takes longer to read than the hold on it lasts.
    if (!(await stillOurs())) break
  }
  return stored
}

async function markDone(db: Db, name: string, mailbox: OpenMailbox): Promise<void> {
  const { uidValidity } = mailbox
  for (;;) {
    const uids = await toBeMarked(db, name, uidValidity)
    if (uids.length === 0) return
    await mailbox.mark(uids)
    await noteMarked(db, { mailbox: name, uidValidity, uids })
  }
}

// A mail server's answer may repeat the user's name.
function quiet(error: unknown): Error {
  const { code, responseStatus, authenticationFailed } = error as Record<string, unknown>
  const said = [code, responseStatus, authenticationFailed === true ? 'the sign-in was refused' : undefined]
  const words = said.filter(value => typeof value === 'string').join(', ')
  return new Error(
    words === '' ? 'The mailbox could not be read.' : `The mailbox could not be read: ${words}.`,
  )
}
