// What is read when Prometheus asks: the backlog in Postgres, the queues' depth, the pool.
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { processMetrics } from '../kernel/metrics.ts'
import { sharedAnswer, within } from '../kernel/shared-answer.ts'
import { backlog, type Waiting } from './backlog.ts'

interface Measured {
  pool: pg.Pool
  /** Where the backlog is read: of its own, so that a busy pool does not hide how busy it is. */
  operationsPool: pg.Pool
  queues: { depth: () => Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> }
}

const PATIENCE_MS = 2000
const SHARED_MS = 5000

/** The text for Prometheus. Never fails: what cannot be read is left out, and `intake_backlog_readable` or `intake_queue_readable` is 0. */
export function metricsText(measured: Measured): () => Promise<string> {
  const own = new Registry()
  const registers = [own]
  collectDefaultMetrics({ register: own })
  const waiting = sharedAnswer(SHARED_MS, () =>
    within(PATIENCE_MS, backlog(measured.operationsPool, PATIENCE_MS)),
  )
  const depth = sharedAnswer(SHARED_MS, () => within(PATIENCE_MS, measured.queues.depth()))
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers })

  const rows = gauge('intake_outbox_rows', 'Outbox rows that are not done, by state.', 'state')
  const rowAge = gauge('intake_outbox_oldest_seconds', 'Age of the oldest such row.', 'state')
  const rowLate = gauge(
    'intake_outbox_overdue_seconds',
    'How long past its time the most overdue is.',
    'state',
  )
  const emails = gauge('intake_deliveries', 'Emails under way or in need of a person, by state.', 'state')
  const emailAge = gauge('intake_deliveries_oldest_seconds', 'Age of the oldest such email.', 'state')
  const emailLate = gauge(
    'intake_deliveries_overdue_seconds',
    'How long past its time the most overdue is.',
    'state',
  )
  const mail = gauge(
    'intake_inbound_mail',
    'Mail that came in and waits, to be taken in or for a person, by state.',
    'state',
  )
  const mailAge = gauge('intake_inbound_mail_oldest_seconds', 'Age of the oldest such message.', 'state')
  const mailboxAge = gauge(
    'intake_mailbox_read_seconds',
    'How long ago the mailbox that was read longest ago was read to its end.',
    'state',
  )
  const backlogReadable = gauge('intake_backlog_readable', '1 if Postgres said what is waiting, else 0.')
  const jobs = gauge('intake_queue_jobs', 'Jobs in BullMQ.', 'queue', 'state')
  const queueReadable = gauge(
    'intake_queue_readable',
    "1 if the queues' backend said how deep they are, else 0.",
  )
  const connections = gauge('intake_database_connections', 'Connections of the pool.', 'state')

  const show = (states: Readonly<Record<string, Waiting>>, [count, age, late]: readonly Gauge<'state'>[]) => {
    for (const [state, found] of Object.entries(states)) {
      count?.set({ state }, found.rows)
      age?.set({ state }, found.oldestSeconds)
      late?.set({ state }, found.overdueSeconds)
    }
  }
  async function readBacklog(): Promise<void> {
    const all = [
      [rows, rowAge, rowLate],
      [emails, emailAge, emailLate],
      [mail, mailAge],
      [mailboxAge],
    ] as const
    const found = await waiting().catch(() => undefined)
    backlogReadable.set(found ? 1 : 0)
    for (const one of all.flat()) one.reset()
    if (!found) return
    show(found.outbox, all[0])
    show(found.deliveries, all[1])
    show(found.mail, all[2])
    for (const [state, { oldestSeconds }] of Object.entries(found.mailboxes))
      mailboxAge.set({ state }, oldestSeconds)
  }
  async function readDepth(): Promise<void> {
    const found = await depth().catch(() => undefined)
    queueReadable.set(found ? 1 : 0)
    jobs.reset()
    for (const [queue, states] of Object.entries(found ?? {})) {
      for (const [state, count] of Object.entries(states)) jobs.set({ queue, state }, count)
    }
  }
  function readPool(): void {
    const { totalCount, idleCount, waitingCount } = measured.pool
    connections.set({ state: 'used' }, totalCount - idleCount)
    connections.set({ state: 'idle' }, idleCount)
    connections.set({ state: 'awaited' }, waitingCount)
  }
  return async () => {
    readPool()
    await Promise.all([readBacklog(), readDepth()])
    return (await Promise.all([processMetrics, own].map(registry => registry.metrics()))).join('\n')
  }
}
