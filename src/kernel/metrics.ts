// What the process counts of itself. Write only: nothing in the service decides by these. What Postgres knows better, such as
// what is waiting, is read when somebody asks (reports/gauges.ts).
import { Counter, Histogram, Registry } from 'prom-client'

export const processMetrics = new Registry()
const registers = [processMetrics]

export const httpSeconds = new Histogram({
  name: 'intake_http_request_duration_seconds',
  help: 'Time until an answer was sent, by the pattern of the route.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers,
})

export const submissionsAccepted = new Counter({
  name: 'intake_submissions_accepted_total',
  help: 'Submissions made durable, replays not counted.',
  labelNames: ['form'] as const,
  registers,
})

export const submissionsHeld = new Counter({
  name: 'intake_submissions_held_total',
  help: 'Signals that had a part in holding a submission for a person.',
  labelNames: ['signal'] as const,
  registers,
})

export const gateRefusals = new Counter({
  name: 'intake_gate_refusals_total',
  help: 'Requests that were asked to come back later or to bring a proof of work, by the reason.',
  labelNames: ['reason'] as const,
  registers,
})

export const batchSize = new Histogram({
  name: 'intake_submission_batch_size',
  help: 'Submissions that shared one commit.',
  buckets: [1, 2, 5, 10, 20, 50, 100, 200],
  registers,
})

export const casesRouted = new Counter({
  name: 'intake_cases_routed_total',
  help: 'What routing did with a case: assigned it, left it in triage, or left alone what was settled already.',
  labelNames: ['outcome'] as const,
  registers,
})

export const emailAttempts = new Counter({
  name: 'intake_email_attempts_total',
  help: 'What became of each attempt to send an email; "uncertain": no answer came after the whole message.',
  labelNames: ['outcome'] as const,
  registers,
})

export const emailResends = new Counter({
  name: 'intake_email_resends_total',
  help: 'Emails sent again although the first may have arrived: the only duplicates there can be.',
  registers,
})

export const inboundMailTaken = new Counter({
  name: 'intake_inbound_mail_total',
  help: 'What became of each message that came in, and why where a machine wrote it or a person has to look at it.',
  labelNames: ['outcome', 'reason'] as const,
  registers,
})
