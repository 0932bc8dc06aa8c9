// The words of the applicant's own pages. A language that lacks one does not compile.
import type { State } from '../../cases/states.ts'
import type { Language } from '../../kernel/languages.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { pt } from './pt.ts'

/** What was done by a page, said once on the next one. */
export const DONE = [
  'answered',
  'written',
  'corrected',
  'address-given',
  'address-confirmed',
  'withdrawn',
  'another-look',
  'feedback',
  'erasure-asked',
  'erasure-confirmed',
  'link-mailed',
] as const
export type Done = (typeof DONE)[number]

/** A page with one form: why one is here, and what the button does. */
interface ActWords {
  /** The link that leads there. */
  link: string
  title: string
  lead: string
  button: string
}

type ConfirmWords = Omit<ActWords, 'link'>

export interface FollowWords {
  ask: {
    title: string
    lead: string
    reference: string
    referenceHint: string
    referenceWrong: string
    email: string
    emailWrong: string
    button: string
    sentTitle: string
    sentLead: string
    sentAgain: string
  }
  ended: { title: string; lead: string; button: string; buttonHint: string; otherwise: string }
  your: Readonly<Record<'observer' | 'support', string>>
  reference: string
  standing: string
  moves: Readonly<Record<'you' | 'we' | 'nobody', string>>
  howWeCount: string
  /** What a closed request came to, where the public status does not say it. */
  closed: Readonly<Partial<Record<State, string>>>
  /** The request goes on under this reference. */
  goesOnAs: string
  mailLinkToIt: string
  question: string
  yourAnswer: string
  files: string
  filesHint: string
  filesKept: string
  sendAnswer: string
  done: Readonly<Record<Done, string>>
  /** What was written came too late, because: */
  tooLate: Readonly<Record<'answered' | 'takenBack' | 'closed', string>>
  tooLateKept: string
  sendAsMessage: string
  /** Those to which they are invited and that are still to come. */
  meetings: string
  happened: string
  by: Readonly<Record<'you' | 'we', string>>
  wordLabels: Readonly<Record<'wouldChange' | 'anotherLook' | 'name' | 'phone' | 'emailBefore', string>>
  ratings: readonly [string, string, string, string, string]
  until: string
  sent: string
  yourFiles: string
  fileStates: Readonly<Record<'pending' | 'infected', string>>
  erased: string
  contact: string
  unconfirmed: string
  noPhone: string
  canDo: string
  acts: Readonly<
    Record<'message' | 'contact' | 'withdrawal' | 'another-look' | 'feedback' | 'erasure' | 'stop', ActWords>
  >
  fields: Readonly<
    Record<'message' | 'withdrawalReason' | 'anotherLook' | 'rating' | 'feedback' | 'erasureOpen', string>
  >
  download: string
  print: string
  printed: string
  confirm: { address: ConfirmWords; erasure: ConfirmWords & { follow: string } }
  stopped: { title: string; lead: string }
  notNow: string
  missing: Readonly<Record<'answer' | 'message' | 'anotherLook' | 'rating', string>>
  tooLong: string
}

export const FOLLOW_WORDS: Readonly<Record<Language, FollowWords>> = { en, fr, es, pt, ar }

/** Puts values into `{name}`s. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all))
