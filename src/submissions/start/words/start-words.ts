// What the start page and the first page of each form say.
import type { CaseKind } from '../../../forms/define-form.ts'

export interface StartWords {
  title: string
  lead: string
  observersTitle: string
  observers: string
  supportTitle: string
  support: string
  invitedTitle: string
  invited: (since: string, count: number) => string
  invitedList: string
  invitedSource: string
  nextTitle: string
  next: (firstLook: number, observer: number, support: number) => string[]
  dataTitle: string
  data: (draftDays: number) => string[]
  askedTitle: string
  asked: string
  minutes: Readonly<Record<CaseKind, string>>
  keepTitle: string
  keep: (draftDays: number) => string
  /** The link to the form as a file. */
  offline: string
  placeTitle: string
  placeLabel: string
  placeHint: string
  placeButton: string
  placeMissing: string
  alreadyInvited: (name: string) => string
  invitedBy: string
  invitedVersion: (version: string) => string
  invitedSourceLink: string
  invitedNext: (email: string) => string
  goOnAnyway: string
  notInvited: (name: string) => string
  isMember: (name: string) => string
  notMember: (typed: string) => string
  localNotCountry: string
  several: string
  start: string
}
