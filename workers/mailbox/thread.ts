// A thread of its own for the mailbox: what it takes to speak IMAP is loaded here, and only where a mailbox is to be read.
import { parentPort, workerData } from 'node:worker_threads'
import { systemClock } from '../../src/kernel/clock.ts'
import { createPool } from '../../src/kernel/connect.ts'
import { databaseOn } from '../../src/kernel/database.ts'
import type { ImapAddress } from '../../src/kernel/imap-address.ts'
import { createLog } from '../../src/kernel/log.ts'
import { readMailbox } from './read-mailbox.ts'

export interface ThreadSettings {
  databaseUrl: string
  imap: ImapAddress
  logLevel: string
}

const { databaseUrl, imap, logLevel } = workerData as ThreadSettings
const log = createLog(logLevel)
const pool = createPool(databaseUrl, { max: 2, applicationName: 'intake-mailbox', log })
const ending = new AbortController()
parentPort?.once('message', () => ending.abort())

await readMailbox({ db: databaseOn(pool), clock: systemClock, log, imap }, ending.signal)
await pool.end()
parentPort?.close()
