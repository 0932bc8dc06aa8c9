// Everything that a person can do to a case, for the API and the pages alike: the transitions of the table, and the few
// steps that leave the state as it is.
import { z } from 'zod'
import { isEmail } from '../forms/contact-questions.ts'
import { words } from '../kernel/words.ts'
import { addNote } from './add-note.ts'
import { correctAddress } from './applicant/contact.ts'
import { stopAllLinks } from './applicant/links.ts'
import { refuseRequest, REQUESTS } from './applicant/requests.ts'
import { announceDelay } from './announce-delay.ts'
import { askReviewer } from './ask-reviewer.ts'
import { assignByPerson } from './assign-by-person.ts'
import { declareNoConflict } from './declare.ts'
import { defineStep, type Step } from './define-step.ts'
import { liftQuarantine } from './quarantine.ts'
import { recuse } from './recuse.ts'
import { tagCase, tagName, untagCase } from './tag-case.ts'
import { transitionSteps } from './transition-steps.ts'
import { day } from './transition-words.ts'
import { unmerge } from './unmerge.ts'
import { writeToApplicant } from './write-to-applicant.ts'

const recusalWords = {
  reason: words(2000),
  handOver: words(4000).optional().describe('What whoever takes the case over should know'),
}

export const STEPS: readonly Step[] = [
  ...transitionSteps(),
  defineStep({
    resource: 'quarantine-release',
    permission: 'case.close',
    summary:
      'Say that a case that is held as possible spam is none: it is routed, and the applicant gets their copy',
    body: z.strictObject({ note: words(2000).optional() }),
    take: (tx, theCase, by, { note }) => liftQuarantine(tx, theCase, { ...by, note }),
  }),
  defineStep({
    resource: 'assignment',
    permission: 'case.assign',
    summary: 'Give the case to a person who has no conflict of interest in it',
    unread: true,
    body: z.strictObject({ assigneeId: z.uuid(), why: words(2000).optional() }),
    take: (tx, theCase, by, { assigneeId, why }) => assignByPerson(tx, theCase, { ...by, assigneeId, why }),
  }),
  defineStep({
    resource: 'reviewers',
    permission: 'case.assign',
    summary: 'Ask someone else for a recommendation too: they see the case, and it stays with its assignee',
    unread: true,
    body: z.strictObject({ reviewerId: z.uuid(), why: words(2000).optional() }),
    take: (tx, theCase, by, { reviewerId, why }) => askReviewer(tx, theCase, { ...by, reviewerId, why }),
  }),
  defineStep({
    resource: 'notes',
    permission: 'case.note',
    summary:
      'Write a note for the staff, never sent to an applicant; whom it names as @Name is told that it is there',
    body: z.strictObject({ note: words(8000) }),
    take: (tx, theCase, by, { note }) => addNote(tx, theCase, { ...by, note }),
  }),
  defineStep({
    resource: 'messages',
    permission: 'case.ask',
    summary: 'Write to the applicant without asking for anything: the clock runs on',
    body: z.strictObject({ message: words(8000) }),
    take: (tx, theCase, by, { message }) => writeToApplicant(tx, theCase, { ...by, message }),
  }),
  defineStep({
    resource: 'request-refusal',
    permission: 'case.reopen',
    summary:
      'Tell the applicant, with the reason, that what they ask for is not done: another look, or the erasure',
    body: z.strictObject({ request: z.enum(REQUESTS), reason: words(2000) }),
    take: (tx, theCase, by, body) => refuseRequest(tx, theCase, { ...by, ...body }),
  }),
  defineStep({
    resource: 'link-stop',
    permission: 'case.ask',
    summary: 'Stop all links by which the applicant follows the case; the next email to them has a new one',
    unread: true,
    body: z.strictObject({ reason: words(2000).optional() }),
    take: (tx, theCase, by, { reason }) => stopAllLinks(tx, theCase.id, { ...by, reason }),
  }),
  defineStep({
    resource: 'address-correction',
    permission: 'case.ask',
    summary:
      'Correct the applicant’s mistyped address: emails go to the new one from now on, with a new link; all links before it end',
    body: z.strictObject({ email: z.string().trim().max(254).refine(isEmail), reason: words(2000) }),
    take: (tx, theCase, by, { email, reason }) => correctAddress(tx, theCase, { ...by, email, reason }),
  }),
  defineStep({
    resource: 'separation',
    permission: 'case.close',
    summary: 'Take a duplicate out again: it is as it was before it was merged, with the date that it owed',
    body: z.strictObject({ reason: words(2000) }),
    moves: true,
    take: (tx, theCase, by, { reason }) => unmerge(tx, theCase, { ...by, reason }),
  }),
  defineStep({
    resource: 'tags',
    permission: 'case.note',
    summary: 'Put a tag on the case; a word that nobody has used yet joins the vocabulary',
    unread: true,
    body: z.strictObject({ tag: tagName }),
    take: async (tx, theCase, by, { tag }) => void (await tagCase(tx, theCase, { ...by, tag })),
  }),
  defineStep({
    resource: 'tag-removal',
    permission: 'case.note',
    summary: 'Take a tag off the case',
    unread: true,
    body: z.strictObject({ tag: tagName }),
    take: async (tx, theCase, by, { tag }) => void (await untagCase(tx, theCase, { ...by, tag })),
  }),
  defineStep({
    resource: 'delay',
    permission: 'case.ask',
    summary: 'Tell the applicant, with the reason, that the decision will be late',
    body: z.strictObject({ until: day, reason: words(2000) }),
    take: (tx, theCase, by, body) => announceDelay(tx, theCase, { ...by, ...body }, by.standard),
  }),
  defineStep({
    resource: 'recusal',
    permission: 'case.read',
    summary: 'Step back for a conflict of interest: the case goes to someone else, and you no longer see it',
    unread: true,
    body: z.strictObject(recusalWords),
    take: (tx, theCase, by, body) => recuse(tx, theCase, { ...by, ...body }),
  }),
  defineStep({
    resource: 'declaration',
    permission: 'case.read',
    summary:
      'Say whether you have a conflict of interest: without one the case opens to you, with one you are recused',
    unread: true,
    body: z.discriminatedUnion('conflict', [
      z.strictObject({ conflict: z.literal('no') }),
      z.strictObject({ conflict: z.literal('yes'), ...recusalWords }),
    ]),
    take: (tx, theCase, by, body) =>
      body.conflict === 'no'
        ? declareNoConflict(tx, theCase.id, by)
        : recuse(tx, theCase, { ...by, reason: body.reason, handOver: body.handOver }),
  }),
]
