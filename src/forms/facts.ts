import type { Language } from '../kernel/languages.ts'

/** What routing, cases and emails need to know of any submission, whichever form it came by. */
export interface Facts {
  organisation: string
  /** ISO 3166-1 alpha-2; null when the form asks for a jurisdiction only: the caller fills it in from there. */
  country: string | null
  /** Slug of an OGP member. */
  jurisdiction: string | null
  applicantType: string | null
  branch: string | null
  /** In which we write to the applicant. */
  language: Language
  contactName: string
  contactEmail: string
  supportTypes: string[]
  themes: string[]
  /** `yyyy-mm-dd` */
  neededBy: string | null
  /** Who is told of the request, when the applicant is not the point of contact. */
  pointOfContactEmail: string | null
}
