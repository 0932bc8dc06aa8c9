// Everything that happens after the 201: routing, emails, the clock, tidying up.
import type { Chance } from '../src/kernel/reference.ts'
import type { Clock } from '../src/kernel/clock.ts'
import type { Db } from '../src/kernel/database.ts'
import type { FileStore } from '../src/kernel/file-store.ts'
import type { KeptFresh } from '../src/kernel/keep-fresh.ts'
import type { Log } from '../src/kernel/log.ts'
import type { Mailer } from '../src/kernel/mailer.ts'
import type { Claim, Queues } from '../src/kernel/queues.ts'
import { casesRouted } from '../src/kernel/metrics.ts'
import type { VirusScanner } from '../src/kernel/virus-scanner.ts'
import { listenForWork } from '../src/kernel/wake.ts'
import { wantLink } from '../src/cases/applicant/ask-for-link.ts'
import { remindOfDrafts } from '../src/submissions/drafts/way-back.ts'
import { unfitWatch } from '../src/cases/unfit-assignees.ts'
import { watchClock } from '../src/cases/watch-clock.ts'
import type { StandardAt } from '../src/cases/standards.ts'
import { sweepStrays } from '../src/documents/sweep.ts'
import { doWork } from '../src/events/outbox.ts'
import { writeDigests } from '../src/digest/write-digests.ts'
import type { Form } from '../src/forms/define-form.ts'
import { takeInMail, type TakingIn } from '../src/inbound/take-in.ts'
import { tellOfWaiting } from '../src/inbound/tell-of-waiting.ts'
import { fanOut } from '../src/notifications/fan-out.ts'
import { mailLink } from '../src/notifications/mail-link.ts'
import type { Replies } from '../src/notifications/reply-address.ts'
import { mailWayBack } from '../src/notifications/mail-way-back.ts'
import type { Wordings } from '../src/notifications/wording/reword.ts'
import { sendDelivery } from '../src/notifications/send.ts'
import { followContact } from '../src/triage/contact-changed.ts'
import { keepLikeness, likenessHealer } from '../src/triage/duplicates/likeness.ts'
import { searchIndexer } from '../src/triage/search/index-cases.ts'
import { every } from './every.ts'
import { lookAfterFiles } from './look-after-files.ts'
import type { ThreadSettings } from './mailbox/thread.ts'
import { purge } from './purge.ts'
import { relayOutbox } from './relay-outbox.ts'
import { routeCase } from './route-cases.ts'
import { watchMailbox } from './watch-mailbox.ts'

export interface WorkerDeps {
  db: Db
  forms: readonly Form[]
  /** A direct address of the database, which can LISTEN. */
  listenUrl: string
  queues: Queues
  mailer: Mailer
  clock: Clock
  chance: Chance
  log: Log
  standard: StandardAt
  wordings: KeptFresh<Wordings>
  files: FileStore
  scanner: VirusScanner | undefined
  publicUrl: string
  contactEmail: string
  /** How long a link to follow a case is good. */
  linkDays: number
  concurrency: number
  /** How answers to our emails come in; none where nobody reads them. */
  replies?: Replies | undefined
  /** The mailbox in which they arrive; none where they are handed over. */
  mailbox?: ThreadSettings | undefined
  inboundKeptDays: number
}

const MINUTE_MS = 60_000
/** What was accepted is found within a second. */
const SEARCH_MS = 400
const MAIL_MS = 300

/** Starts the relay and the workers of all queues. `close` lets what is under way finish; the rest waits in Postgres. */
export function startWorkers(deps: WorkerDeps): { close(): Promise<void> } {
  const { db, queues, chance, log, clock, standard, concurrency } = deps
  const relay = relayOutbox(deps)
  // What one of these workers leaves to be done, the relay beside it carries on: nobody else has to be woken.
  const { wake } = relay
  const listener = listenForWork(deps.listenUrl, wake, log)
  const lookForUnfit = unfitWatch(deps)
  const outboxRow = (claim: Claim) => ({ id: Number(claim.id), fence: claim.fence })
  const workers = [
    queues.work('route-case', 4, async claim => {
      let outcome: string | undefined
      await doWork(db, chance, outboxRow(claim), async (tx, { stream }) => {
        // Before the routing, which holds up the next one until the end.
        await keepLikeness(tx, stream)
        outcome = await routeCase(tx, stream, deps)
      })
      if (outcome) casesRouted.inc({ outcome })
      wake()
    }),
    queues.work('notify', concurrency, async claim => {
      await doWork(db, chance, outboxRow(claim), async (tx, { eventId, stream }) => {
        const { type } = await fanOut(tx, { ...deps, eventId, now: clock.now() })
        await followContact(tx, stream, type)
      })
      wake()
    }),
    queues.work('mail-link', 2, async claim => {
      await doWork(db, chance, outboxRow(claim), async (tx, { eventId: linkId }) => {
        await mailLink(tx, { ...deps, linkId, now: clock.now() })
        await mailWayBack(tx, { ...deps, keyId: linkId, now: clock.now() })
        // What is wanted by an applicant goes by their case instead.
        await wantLink(tx, linkId, clock.now())
      })
      wake()
    }),
    // Mostly waiting for the other side; more than one domain's places, so that a slow one leaves room.
    queues.work('send-email', 2 * concurrency, async claim => {
      await sendDelivery(deps, claim.id, claim.fence)
      // A place for its domain is free again.
      wake()
    }),
  ]
  const timers = [
    every(MINUTE_MS / 2, log, 'clock', async () => {
      if ((await watchClock(db, clock.now(), standard, log)) > 0) wake()
    }),
    every(MINUTE_MS / 2, log, 'unfit assignees', async () => {
      if ((await lookForUnfit()) > 0) wake()
    }),
    every(SEARCH_MS, log, 'search', searchIndexer(deps)),
    every(MINUTE_MS, log, 'files', () => lookAfterFiles(deps, wake)),
    every(24 * 60 * MINUTE_MS, log, 'stray files', () => sweepStrays(deps, clock.now())),
    every(MINUTE_MS, log, 'likenesses', likenessHealer(deps)),
    every(60 * MINUTE_MS, log, 'purge', () => purge(db, clock.now(), deps)),
    ...(deps.replies ? [every(MAIL_MS, log, 'mail', takeIn({ ...deps, replies: deps.replies }))] : []),
    ...(deps.mailbox ? [watchMailbox(deps.mailbox, log)] : []),
    every(10 * MINUTE_MS, log, 'sorting', async () => {
      if ((await tellOfWaiting(db, deps, clock.now())) > 0) wake()
    }),
    every(5 * MINUTE_MS, log, 'digests', async () => {
      if ((await writeDigests(db, deps, clock.now())) > 0) wake()
    }),
    every(30 * MINUTE_MS, log, 'drafts', async () => {
      if ((await remindOfDrafts(db, clock.now())) > 0) wake()
    }),
  ]

  function takeIn(taking: TakingIn) {
    return async () => {
      if ((await takeInMail(taking)) > 0) wake()
    }
  }
  return {
    async close() {
      await Promise.all([relay.close(), listener.close(), ...timers.map(timer => timer.close())])
      await Promise.all(workers.map(worker => worker.close()))
    },
  }
}
