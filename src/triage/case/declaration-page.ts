// What is shown of a case before its reader has said whether they have a conflict of interest: enough to know, no more.
import type { CaseRow } from '../../cases/define-step.ts'
import type { Form } from '../../forms/define-form.ts'
import { countryName } from '../../roster/names.ts'
import type { Attempt } from './attempt-step.ts'

export function declarationPage(theCase: CaseRow, forms: readonly Form[], attempt: Attempt | undefined) {
  const tried = attempt?.resource === 'declaration' ? attempt : undefined
  const errorOf = (field: string) => tried?.errors.find(({ name }) => name === field)?.message ?? ''
  return {
    reference: theCase.reference,
    organisation: theCase.organisation,
    country: theCase.country === null ? 'No single country' : countryName(theCase.country, 'en'),
    form: forms.find(({ name }) => name === theCase.form)?.title.en ?? theCase.form,
    chosen: tried?.values['conflict'] ?? '',
    reason: { value: tried?.values['reason'] ?? '', error: errorOf('reason') },
    handOver: tried?.values['handOver'] ?? '',
    conflictError: errorOf('conflict'),
  }
}
