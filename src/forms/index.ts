// THE LIST of forms. A new form: one folder with its `form.ts`, its import and its name here.
import { observerInterest } from './observer-interest/form.ts'
import { supportRequest } from './support-request/form.ts'

export const FORMS = [observerInterest, supportRequest] as const
