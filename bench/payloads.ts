// What is sent: complete applications as real ones are, of both forms in turn, no two of the same organisation.
import { observerApplication, supportRequest } from '../test/support/applications.ts'

export interface Payload {
  /** Last part of the address that it is posted to. */
  path: 'observer-applications' | 'support-requests'
  body: string
}

/** The nth application: about 2 kB of JSON, from an address at a domain of its own. */
export function payload(n: number): Payload {
  const domain = `applicant-${n}.example`
  if (n % 2 === 0) {
    const contact = { ...(observerApplication().contact as object), email: `contact@${domain}` }
    const organisationName = `Legal Aid Network ${n}`
    return {
      path: 'observer-applications',
      body: JSON.stringify(observerApplication({ contact, organisationName })),
    }
  }
  const contact = { ...(supportRequest().contact as object), email: `contact@${domain}` }
  const institution = `Registry of Court ${n}`
  const pointOfContactEmail = `poc@government-${n}.example`
  const body = supportRequest({ contact, institution, pointOfContactEmail })
  return { path: 'support-requests', body: JSON.stringify(body) }
}
