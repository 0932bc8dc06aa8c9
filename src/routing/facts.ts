import type { Region } from '../kernel/regions.ts'

/** What routing may know of a case. Ids of the forms' choices, never free text, save for the organisation's name. */
export interface CaseFacts {
  /** The case's id, so that a recusal from this one case is honoured. */
  caseId?: string
  /** The form's name, such as `observer-interest`. */
  form: string
  region: Region | null
  /** ISO 3166-1 alpha-2. For a local member the country it lies in: a person's own country counts there too. */
  country: string | null
  /** The id of a national or local OGP member. */
  jurisdiction: string | null
  /** ISO 639-1: the language that the applicant asked to be written to in. */
  language: string
  applicantType: string | null
  organisation: string
  contactEmailDomain: string
  supportTypes: string[]
  themes: string[]
  branch: string | null
  /** A date, `YYYY-MM-DD`. */
  neededBy: string | null
}
