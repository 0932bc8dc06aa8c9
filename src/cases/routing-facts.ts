import type { CaseFacts } from '../routing/facts.ts'
import type { cases } from './tables.ts'

/** What routing may know of a case. */
export const routingFacts = (theCase: typeof cases.$inferSelect): CaseFacts => ({
  caseId: theCase.id,
  form: theCase.form,
  region: theCase.region,
  country: theCase.country,
  jurisdiction: theCase.jurisdiction,
  language: theCase.language,
  applicantType: theCase.applicantType,
  organisation: theCase.organisation,
  contactEmailDomain: theCase.contactDomain,
  supportTypes: theCase.supportTypes,
  themes: theCase.themes,
  branch: theCase.branch,
  neededBy: theCase.neededBy,
})
