// `npm run audit:verify`: whether everything that happened still stands as it was written.
import { z } from 'zod'
import type { Fault } from '../events/verify-chain.ts'
import { faultLine } from '../reports/audit/fault-line.ts'
import { verifyAudit, type AuditSummary } from '../reports/audit/verify-audit.ts'
import { byOperator, checked, onDatabase, runCommand } from './command.ts'
import { readOptions } from './options.ts'

const USAGE = 'npm run audit:verify [-- --until <time> --expect <the digest printed for that time>]'
// Longer than any transaction takes: what is being written now belongs to the next digest.
const STILL_BEING_WRITTEN_MS = 5 * 60_000

const options = z.object({
  until: z.iso
    .datetime({ error: 'give it as it was printed, such as 2026-11-23T07:25:00.000Z' })
    .transform(text => new Date(text))
    .optional(),
  expect: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'give the 64 characters that were printed')
    .optional(),
})

await runCommand(async given => {
  const { values } = readOptions(given, ['until', 'expect'], USAGE)
  const { until, expect } = checked(options, values, USAGE)
  if (expect !== undefined && until === undefined) throw new Error(`--until is missing. Usage: ${USAGE}`)
  const upTo = until ?? new Date(byOperator().at.getTime() - STILL_BEING_WRITTEN_MS)
  const summary = await onDatabase(db => verifyAudit(db, show, { until: upTo }))
  const unexpected = expect !== undefined && expect !== summary.digest
  if (summary.faults > 0 || unexpected) process.exitCode = 1
  return [
    counted(summary),
    ...(unexpected
      ? [
          `Up to ${upTo.toISOString()} these are not the events that the digest ${expect} was made of: some are missing or changed.`,
        ]
      : []),
    `Digest up to ${upTo.toISOString()}: ${summary.digest}`,
    'Keep the digest and its time outside this database. Given back with --until and --expect, they show that nothing was cut off.',
  ].join('\n')
})

function show(fault: Fault): void {
  process.stdout.write(`FAULT ${faultLine(fault)}\n`)
}

function counted({ events, streams, submissions, wordings, faults }: AuditSummary): string {
  const found =
    faults === 0 ? 'everything is as it was written' : `${faults} ${faults === 1 ? 'fault' : 'faults'}`
  return `Checked ${events} events in ${streams} streams, ${submissions} submissions, ${wordings} wordings: ${found}.`
}
