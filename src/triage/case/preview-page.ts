// The email that a step would send to the applicant, before it is taken.
import type { Language } from '../../kernel/languages.ts'
import type { Tx } from '../../kernel/database.ts'
import type { CaseRow, Step } from '../../cases/define-step.ts'
import { rehearseStep, type StepDeps } from '../../cases/take-step.ts'
import { languageNames } from '../../forms/language-names.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { attemptStep, fromForm } from './attempt-step.ts'
import { stepTitle } from './step-words.ts'

interface Letter {
  to: { name: string; address: string }
  language: Language
  subject: string
  text: string
  suppressed: boolean
}

/** The emails to the applicant that the newest event of a case calls for: in the app they come from the notifications. */
export type ReadLetters = (tx: Tx, caseId: string) => Promise<Letter[]>

/** Takes the step, reads the emails that it would send, and takes it back; or hands back what is wrong with it. */
export async function rehearsed(
  deps: StepDeps & { letters: ReadLetters },
  me: SignedIn,
  reference: string,
  step: Step,
  form: Readonly<Record<string, string>>,
) {
  const letters: Letter[] = []
  const attempt = await attemptStep(deps, me, reference, step, form, async body => {
    const look = (tx: Tx, theCase: CaseRow) => deps.letters(tx, theCase.id)
    letters.push(...(await rehearseStep(deps, me, reference, step, body, look)))
  })
  return { attempt, letters }
}

export function previewPage(
  { reference, organisation }: CaseRow,
  { resource }: Step,
  form: Readonly<Record<string, string>>,
  letters: readonly Letter[],
) {
  const { values, version } = fromForm(form)
  return {
    reference,
    organisation,
    resource,
    title: stepTitle(resource),
    version: version ?? '',
    values: Object.entries(values).map(([name, value]) => ({ name, value })),
    letters: letters.map(({ language, ...letter }) => ({
      ...letter,
      language,
      languageName: languageNames([language])[language].en,
    })),
  }
}
