// What the desk calls steps, outcomes and assessments.
import type { TRANSITIONS } from '../../cases/lifecycle.ts'
import type { Assessment } from '../../forms/review.ts'

type OfTransition = Extract<(typeof TRANSITIONS)[number], { resource: string }>['resource']

// Of the transitions' resources the compiler misses the one that is left out.
const TITLES: Readonly<Record<OfTransition, string> & Record<string, string>> = {
  review: 'Start the review',
  question: 'Ask the applicant',
  answer: 'Enter the applicant’s answer',
  'take-back': 'Take the question back',
  recommendation: 'Recommend',
  return: 'Return to the reviewer',
  decision: 'Decide',
  resumption: 'Take it up again',
  admission: 'Admit as observer',
  renewal: 'Renew the observer status',
  end: 'End the observer status',
  support: 'Start the support',
  progress: 'Report progress',
  delivery: 'Support is delivered',
  withdrawal: 'Withdraw for the applicant',
  duplicate: 'Merge into another case',
  spam: 'Close as spam',
  reopening: 'Reopen',
  messages: 'Write without asking',
  delay: 'Announce a delay',
  separation: 'Take it out again',
  'request-refusal': 'Refuse what they ask for',
  'link-stop': 'Stop the applicant’s links',
  'address-correction': 'Correct the applicant’s address',
  'quarantine-release': 'Release from quarantine',
}

export const ASSESSMENT_LABELS: Readonly<Record<Assessment, string>> = {
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
  'cannot-say': 'Cannot say',
}

export const OUTCOME_LABELS: Readonly<Record<string, string>> = {
  accept: 'Accept',
  decline: 'Decline',
  redirect: 'Redirect',
  defer: 'Defer',
}

/** How the field of a criterion is called: by its code after this. */
export const CRITERION = 'criteria-'

/** A code as words. */
export const plain = (code: string): string => code.replaceAll('-', ' ')
/** What the button of a step is called. */
export const stepTitle = (resource: string): string => TITLES[resource] ?? plain(resource)
