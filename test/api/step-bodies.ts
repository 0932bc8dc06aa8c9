// For each step on a case a body that its schema takes.
import { randomUUID } from 'node:crypto'

const DECISION = {
  outcome: 'accept',
  reasonCode: 'meets-criteria',
  reason: 'Because.',
  wouldChange: 'Nothing.',
  anotherLook: 'Write to us.',
}
/** By the resource of the step; of what is not here nothing has to be said. */
export const BODIES: Readonly<Record<string, object>> = {
  question: { question: 'Which court?' },
  answer: { answer: 'That one.' },
  recommendation: { recommendation: 'accept', reason: 'It fits.' },
  decision: DECISION,
  declaration: { conflict: 'no' },
  duplicate: { original: 'OBS-00000', reason: 'Sent twice.' },
  assignment: { assigneeId: randomUUID() },
  reviewers: { reviewerId: randomUUID() },
  notes: { note: 'Seen.' },
  tags: { tag: 'urgent' },
  'tag-removal': { tag: 'urgent' },
  'take-back': { reason: 'So.' },
  'request-refusal': { request: 'another-look', reason: 'So.' },
  'link-stop': {},
  'address-correction': { email: 'right@example.org', reason: 'They rang us.' },
  messages: { message: 'We have it.' },
  delay: { until: '2026-12-01', reason: 'Illness.' },
  ...Object.fromEntries(
    [
      'return',
      'end',
      'renewal',
      'progress',
      'delivery',
      'withdrawal',
      'spam',
      'reopening',
      'recusal',
      'separation',
    ].map(name => [name, { reason: 'So.' }]),
  ),
}
