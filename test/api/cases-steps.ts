// The steps on a case with bodies that fit, for tests that walk through its life.
import type { Form } from '../../src/forms/define-form.ts'
import type { TestService } from '../support/service.ts'

const GOOD_DECISION = {
  reason: 'The network brings what the Coalition lacks.',
  wouldChange: 'A change of what the network does.',
  anotherLook: 'Write to us within thirty days.',
}
const FITTING: Readonly<Record<string, string>> = {
  accept: 'meets-criteria',
  decline: 'outside-remit',
  redirect: 'other-programme-fits',
  defer: 'next-meeting',
}

/** A recommendation that finds every criterion of the form met. */
export const recommendation = (form: Form, outcome = 'accept', reason = GOOD_DECISION.reason) => ({
  recommendation: outcome,
  reason,
  criteria: Object.fromEntries((form.review?.criteria ?? []).map(({ code }) => [code, 'met'])),
})

/** A decision with a reason that belongs to its outcome; a deferral to 1 June 2026. */
export const decision = (outcome: string, more: Record<string, unknown> = {}) => ({
  outcome,
  reasonCode: FITTING[outcome],
  ...GOOD_DECISION,
  ...(outcome === 'defer' && { deferredTo: '2026-06-01' }),
  ...more,
})

type Person = Awaited<ReturnType<TestService['person']>>

/**
 * Takes steps on a case as a person; `read` gives the case's view, `trail` what happened on it. Before the first of them
 * the person declares that they have no conflict of interest.
 */
export function working({ app }: TestService, { headers }: Pick<Person, 'headers'>) {
  const declared = new Set<string>()
  const post = (reference: string, resource: string, payload: object = {}) =>
    app.inject({ method: 'POST', url: `/api/v1/cases/${reference}/${resource}`, payload, headers })
  async function declare(reference: string) {
    if (declared.has(reference)) return
    declared.add(reference)
    await post(reference, 'declaration', { conflict: 'no' })
  }
  return {
    async post(reference: string, resource: string, payload: object = {}) {
      await declare(reference)
      return post(reference, resource, payload)
    },
    async read(reference: string) {
      await declare(reference)
      return (await app.inject({ url: `/api/v1/cases/${reference}`, headers })).json()
    },
    async trail(reference: string): Promise<
      {
        type: string
        position: number
        details: Record<string, unknown>
        words: Record<string, string> | null
      }[]
    > {
      await declare(reference)
      const url = `/api/v1/cases/${reference}/audit-trail?limit=500`
      return (await app.inject({ url, headers })).json().items
    },
  }
}
