// The forms of a case's page with what was typed, and what became of a step that could not be taken.
import type { Attempt } from './attempt-step.ts'
import type { Field } from './step-fields.ts'
import type { StepForm } from './step-forms.ts'
import type { TimelineEntry } from './timeline.ts'

/** Where a form stands: messages to the applicant, the note for the staff, the tags, or the steps. */
const COMPOSER: readonly string[] = ['question', 'messages', 'delay']
const NOTE = 'notes'
const TAGGING = 'tags'
const APART: readonly string[] = [...COMPOSER, NOTE, TAGGING]

interface Page {
  attempt: Attempt | undefined
  version: number
  happened: readonly TimelineEntry[]
}

export function filledForms(forms: readonly StepForm[], { attempt, version, happened }: Page) {
  const filled = forms.map(form => filledForm(form, attempt))
  const gone =
    attempt !== undefined && !forms.some(({ resource, blocked }) => resource === attempt.resource && !blocked)
  return {
    version,
    note: filled.find(({ resource }) => resource === NOTE) ?? null,
    tagging: filled.find(({ resource }) => resource === TAGGING) ?? null,
    composer: filled.filter(({ resource }) => COMPOSER.includes(resource)),
    steps: filled.filter(({ resource }) => !APART.includes(resource)),
    errors: (attempt?.errors ?? []).map(({ name, message }) => ({
      message,
      href: name === '' || gone ? null : `#${attempt?.resource}-${name}`,
    })),
    // Whoever comes second reads what the first one did, and still has what they wrote.
    meanwhile: attempt?.status === 409 ? since(happened, attempt.version) : [],
    kept: gone
      ? Object.entries(attempt.values)
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value]) => ({ id: `kept-${name}`, label: labelOf(name), value }))
      : [],
  }
}

const since = (happened: Page['happened'], version: number | undefined) =>
  happened.filter(({ position }) => version !== undefined && position > version)

const labelOf = (name: string): string => {
  const words = name
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function filledForm(form: StepForm, attempt: Attempt | undefined) {
  const tried = attempt?.resource === form.resource ? attempt : undefined
  return {
    ...form,
    blocked: form.blocked ?? '',
    open: tried !== undefined,
    fields: form.fields.map(field => filledField(form.resource, field, tried)),
  }
}

function filledField(resource: string, field: Field, tried: Attempt | undefined) {
  const error = tried?.errors.find(({ name }) => name === field.name)?.message ?? null
  const id = `${resource}-${field.name}`
  return {
    ...field,
    hint: field.hint ?? '',
    people: field.people ?? [],
    options: field.options ?? [],
    groups: field.groups ?? [],
    optional: field.optional ?? false,
    type: field.kind === 'date' ? 'date' : 'text',
    value: tried?.values[field.name] ?? '',
    error,
    describedBy: [field.hint && `${id}-hint`, error && `${id}-wrong`].filter(Boolean).join(' '),
  }
}
