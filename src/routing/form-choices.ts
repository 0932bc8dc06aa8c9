// The forms' own words for what a rule can ask: a choice added to a form can be asked about at once.
import type { Language, Text } from '../kernel/languages.ts'
import { FORMS } from '../forms/index.ts'
import type { Form } from '../forms/define-form.ts'

/** Values with what they are called, in the order of the forms. */
export type Choices = ReadonlyMap<string, Text>

const forms: readonly Form[] = FORMS

/** The choices of every form's question of that name. Throws at start when no form asks it. */
export function choicesOf(question: string): Choices {
  const choices = forms
    .flatMap(form => form.questions)
    .filter(({ name }) => name === question)
    .flatMap(({ choices }) => choices ?? [])
  if (choices.length === 0) throw new Error(`No form has a question "${question}" with choices.`)
  return new Map(choices.map(({ value, label }) => [value, label]))
}

export const formTitles: Choices = new Map(forms.map(({ name, title }) => [name, title]))

/** A value in words; one that is no longer a choice reads as it is stored. */
export const choiceName = (choices: Choices, value: string | number, language: Language): string =>
  choices.get(String(value))?.[language] ?? String(value)
