// The forms for the steps that leave the state as it is: who works on the case, what is written, and to whom.
import { linksTo } from '../../cases/applicant/links.ts'
import { OPEN_STATES, STATE } from '../../cases/states.ts'
import type { CaseRow } from '../../cases/define-step.ts'
import { whoMaySee } from '../../cases/who-may-see.ts'
import type { Db } from '../../kernel/database.ts'
import { reviewersFor } from '../../cases/reviewers-for.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { may } from '../../staff/roles.ts'
import type { Field } from './step-fields.ts'
import type { StepForm } from './step-forms.ts'
import { stepTitle } from './step-words.ts'

const why: Field = { name: 'why', label: 'Why', kind: 'long', optional: true }
const reason: Field = { name: 'reason', label: 'Reason', kind: 'long' }

/** The standing steps that the person may take on the case now, as forms. */
export async function standingSteps(db: Db, me: SignedIn, theCase: CaseRow): Promise<StepForm[]> {
  const open = OPEN_STATES.includes(theCase.state)
  const isHeld = theCase.quarantine !== null
  const reachable = theCase.state !== 'spam' && theCase.erasedAt === null
  return [
    ...(isHeld && may(me.roles, 'case.close') ? [QUARANTINE_RELEASE] : []),
    ...(open && !isHeld && may(me.roles, 'case.assign') ? await withPeople(db, theCase) : []),
    ...(may(me.roles, 'case.note') ? [await note(db, me, theCase), TAGGING] : []),
    ...(reachable && may(me.roles, 'case.ask') ? [MESSAGE] : []),
    ...(reachable && may(me.roles, 'case.ask') ? [ADDRESS_CORRECTION] : []),
    ...(STATE[theCase.state].due === 'decision' && may(me.roles, 'case.ask') ? [DELAY] : []),
    ...(may(me.roles, 'case.reopen') ? refusal(theCase) : []),
    ...(may(me.roles, 'case.ask') && (await linksTo(db, theCase.id)).usable > 0 ? [LINK_STOP] : []),
    ...(theCase.state === 'duplicate' && may(me.roles, 'case.close') ? [SEPARATION] : []),
    ...(open ? [RECUSAL] : []),
  ]
}

// For who may give a case to somebody: that, and asking somebody else for a recommendation.
async function withPeople(db: Db, theCase: CaseRow): Promise<StepForm[]> {
  const people = await reviewersFor(db, theCase)
  if (people.length === 0) return []
  const options = people.map(({ staffId, name }) => ({ value: staffId, label: name }))
  return [
    {
      resource: 'assignment',
      title: theCase.assigneeId === null ? 'Assign' : 'Assign to someone else',
      told: false,
      effect: 'The new assignee is told by email.',
      fields: [{ name: 'assigneeId', label: 'Reviewer', kind: 'choice', options }, why],
    },
    {
      resource: 'reviewers',
      title: 'Ask for another recommendation',
      told: false,
      effect: 'They see the case and are told by email; it stays with its assignee.',
      fields: [{ name: 'reviewerId', label: 'Reviewer', kind: 'choice', options }, why],
    },
  ]
}

async function note(db: Db, me: SignedIn, theCase: CaseRow): Promise<StepForm> {
  const others = (await whoMaySee(db, theCase)).filter(({ staffId }) => staffId !== me.staffId)
  return {
    resource: 'notes',
    title: 'Keep the note',
    told: false,
    effect: 'Read by the staff who may see this case. Never sent to the applicant.',
    fields: [
      {
        name: 'note',
        label: 'Your note',
        kind: 'long',
        hint: 'Write @ and a full name to notify someone.',
        people: others.map(({ name }) => name),
      },
    ],
  }
}

const QUARANTINE_RELEASE: StepForm = {
  resource: 'quarantine-release',
  title: stepTitle('quarantine-release'),
  // What it says is fixed, and was owed since the receipt: there is nothing to preview.
  told: false,
  effect: 'It is routed to a reviewer, and the applicant gets the copy of their answers by email.',
  fields: [{ name: 'note', label: 'Why it is no spam', kind: 'long', optional: true }],
}

const TAGGING: StepForm = {
  resource: 'tags',
  title: 'Add tag',
  told: false,
  effect: 'Nobody is told.',
  fields: [{ name: 'tag', label: 'Another tag', kind: 'line' }],
}

const MESSAGE: StepForm = {
  resource: 'messages',
  title: stepTitle('messages'),
  told: true,
  effect: 'The clock runs on.',
  fields: [{ name: 'message', label: 'Your message', kind: 'long' }],
}

const DELAY: StepForm = {
  resource: 'delay',
  title: stepTitle('delay'),
  told: true,
  effect: 'Our own date stays: a missed date is a missed date.',
  fields: [{ name: 'until', label: 'By when we now mean to answer', kind: 'date' }, reason],
}

// For who asks for another look or for the erasure of their data, and is told why not.
function refusal({ anotherLookAskedAt, erasureAskedAt }: CaseRow): StepForm[] {
  const options = [
    ...(anotherLookAskedAt === null ? [] : [{ value: 'another-look', label: 'Another look' }]),
    ...(erasureAskedAt === null ? [] : [{ value: 'erasure', label: 'The erasure of their data' }]),
  ]
  if (options.length === 0) return []
  return [
    {
      resource: 'request-refusal',
      title: stepTitle('request-refusal'),
      told: true,
      effect: 'The applicant is told by email. To grant another look, reopen the case instead.',
      fields: [{ name: 'request', label: 'What they ask for', kind: 'choice', options }, reason],
    },
  ]
}

const LINK_STOP: StepForm = {
  resource: 'link-stop',
  title: stepTitle('link-stop'),
  told: false,
  effect: 'Links in earlier emails will stop working; the next email will have a new one.',
  fields: [{ ...reason, optional: true }],
}

const ADDRESS_CORRECTION: StepForm = {
  resource: 'address-correction',
  title: stepTitle('address-correction'),
  told: true,
  effect:
    'Emails go there from now on. The applicant is told there, with a new link; all links before it end.',
  fields: [
    { name: 'email', label: 'Address', kind: 'line', hint: 'Such as name@example.org' },
    { ...reason, hint: 'Read by staff only: how you know the right address.' },
  ],
}

const SEPARATION: StepForm = {
  resource: 'separation',
  title: stepTitle('separation'),
  told: true,
  effect: 'It is as it was before it was merged, with the date that it owed.',
  fields: [reason],
}

const RECUSAL: StepForm = {
  resource: 'recusal',
  title: 'Step back: conflict of interest',
  told: false,
  effect: 'You no longer see the case; if it is yours, it goes to someone else.',
  fields: [
    reason,
    { name: 'handOver', label: 'What whoever takes it over should know', kind: 'long', optional: true },
  ],
}
