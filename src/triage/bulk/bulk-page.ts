// The context of the page of a step on several cases: first what is to be said with it, then what became of each.
import { and, inArray } from 'drizzle-orm'
import { cases } from '../../cases/tables.ts'
import { visibleTo } from '../../cases/visible-cases.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { activePeople } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { stateLabel } from '../state-words.ts'
import { HOLD_BACK_SECONDS, UNDO_MINUTES, type BulkResult } from './bulk-actions.ts'
import { ownBulk, type BulkDeps } from './take-bulk.ts'
import { canBeUndone } from './undo-bulk.ts'

export interface BulkAttempt {
  values: Readonly<Record<string, string>>
  errors: readonly { name: string; message: string }[]
}

const OUTCOMES: Readonly<Record<BulkResult['outcome'], { label: string; tone: string }>> = {
  done: { label: 'Done', tone: 'good' },
  unchanged: { label: 'As it was', tone: '' },
  refused: { label: 'Not done', tone: 'bad' },
  undone: { label: 'Undone', tone: 'warn' },
  'not-undone': { label: 'Not undone', tone: 'bad' },
}
const NOT_REACHED = { label: 'Not reached', tone: 'bad' }

export async function bulkPage({ db, clock }: BulkDeps, me: SignedIn, id: string, attempt?: BulkAttempt) {
  const bulk = await ownBulk(db, me, id)
  const now = clock.now()
  const visible = await visibleTo(db, me)
  const seen = await db
    .select({ reference: cases.reference, organisation: cases.organisation, state: cases.state })
    .from(cases)
    .where(and(inArray(cases.reference, bulk.references), visible))
  const rows = bulk.references.map(reference => {
    const theCase = seen.find(each => each.reference === reference)
    const result = bulk.results.find(each => each.reference === reference)
    return {
      reference,
      organisation: theCase?.organisation ?? '',
      state: theCase ? stateLabel(theCase.state) : '',
      isSeen: theCase !== undefined,
      message: result?.message ?? '',
      ...(result ? OUTCOMES[result.outcome] : NOT_REACHED),
    }
  })
  const until = (seconds: number) => (bulk.takenAt ? new Date(bulk.takenAt.getTime() + seconds * 1000) : null)
  const told = until(HOLD_BACK_SECONDS)
  return {
    id,
    label: bulk.does.label,
    isChosen: bulk.state === 'chosen',
    rows,
    heading: headingOf(bulk.does, bulk.results, bulk.state),
    effect: bulk.does.effect,
    needsDeclaration: !bulk.does.step.unread,
    fields: bulk.state === 'chosen' ? await fieldsOf(db, bulk.does, attempt) : [],
    errors: (attempt?.errors ?? []).map(({ name, message }) => ({
      message,
      href: name === '' ? null : `#bulk-${name}`,
    })),
    canBeUndone: canBeUndone(bulk, now) && may(me.roles, bulk.does.permission),
    undoUntil: until(UNDO_MINUTES * 60),
    toldAt: told && told > now && bulk.does.effect.includes('Emails') ? told : null,
  }
}

function headingOf(
  { label, done }: { label: string; done: string },
  results: readonly BulkResult[],
  state: string,
): string {
  if (state === 'chosen') return label
  const count = (outcome: BulkResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length
  const cases = (number: number) => (number === 1 ? '1 case' : `${number} cases`)
  return state === 'undone' ? `Undone: ${cases(count('undone'))}` : `${done}: ${cases(count('done'))}`
}

type Db = BulkDeps['db']

async function fieldsOf(
  db: Db,
  { fields }: Awaited<ReturnType<typeof ownBulk>>['does'],
  attempt?: BulkAttempt,
) {
  const people = fields.some(({ name }) => name === 'assigneeId') ? await activePeople(db, 'reviewer') : []
  return fields.map(field => {
    const error = attempt?.errors.find(({ name }) => name === field.name)?.message ?? null
    const id = `bulk-${field.name}`
    return {
      ...field,
      options:
        field.name === 'assigneeId'
          ? people.map(({ staffId, name }) => ({ value: staffId, label: name }))
          : (field.options ?? []),
      hint: field.hint ?? '',
      optional: field.optional ?? false,
      type: 'text',
      value: attempt?.values[field.name] ?? '',
      error,
      describedBy: [field.hint && `${id}-hint`, error && `${id}-wrong`].filter(Boolean).join(' '),
    }
  })
}
