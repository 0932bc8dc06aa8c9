// Takes a checked submission in: facts, reference, dates, then the group commit.
import { randomUUID } from 'node:crypto'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import type { Log } from '../kernel/log.ts'
import { batchSize, submissionsAccepted } from '../kernel/metrics.ts'
import { Problem } from '../kernel/problem.ts'
import { newReference, type Chance } from '../kernel/reference.ts'
import type { StandardAt } from '../cases/standards.ts'
import { addWorkingDays } from '../cases/working-days.ts'
import type { Form } from '../forms/define-form.ts'
import { wordingOf } from '../forms/wording.ts'
import type { CachedReference } from '../roster/cached-reference.ts'
import { plainName } from '../routing/same-organisation.ts'
import { acceptAll, type Accepted, type Accepting } from './accept.ts'
import { createBatcher } from './batch.ts'
import { filesIn } from './named-files.ts'
import { BY_MACHINE, type Arrival, type Gate } from './gate/gate.ts'

export interface IntakeDeps {
  db: Db
  clock: Clock
  chance: Chance
  log: Log
  reference: CachedReference
  standard: StandardAt
  gate: Pick<Gate, 'suspicions'>
  /** Tells the relay that there is work; called once for each batch, after its commit. */
  wake: () => void
}

export interface Intake {
  /**
   * Stores the answers, durably, and opens their case. The same key with the same answers gives the first result again.
   * What the gate suspects of it is held for a person; the sender is answered as anybody is.
   * Throws `idempotency-key-in-progress`, `idempotency-key-reused` and `temporarily-unavailable`.
   */
  submit<Answers>(
    form: Form<Answers>,
    answers: Answers,
    idempotencyKey?: string,
    arrival?: Arrival,
  ): Promise<Accepted>
  /** Resolves when what is being worked on under the key is written or refused; at once where that is nothing. */
  settled: (form: string, idempotencyKey: string) => Promise<void>
  /** Resolves when everything taken in is written. */
  idle: () => Promise<void>
}

export function createIntake(deps: IntakeDeps): Intake {
  const inProgress = new Map<string, Promise<void>>()
  const batcher = createBatcher<Accepting, Accepted | Error>(async entries => {
    const results = await acceptAll(deps.db, deps.chance, entries)
    deps.wake()
    count(entries, results)
    return results
  }, deps)

  async function submit<Answers>(
    form: Form<Answers>,
    answers: Answers,
    idempotencyKey?: string,
    arrival: Arrival = BY_MACHINE,
  ): Promise<Accepted> {
    const held = idempotencyKey === undefined ? undefined : heldKey(form.name, idempotencyKey)
    if (held !== undefined && inProgress.has(held)) throw keyInProgress()
    const over = Promise.withResolvers<void>()
    if (held !== undefined) inProgress.set(held, over.promise)
    try {
      const result = await batcher.add(await prepare(deps, form, answers, idempotencyKey, arrival))
      if (result instanceof Error) throw result
      return result
    } finally {
      if (held !== undefined) inProgress.delete(held)
      over.resolve()
    }
  }
  return {
    submit,
    settled: async (form, key) => inProgress.get(heldKey(form, key)),
    idle: batcher.idle,
  }
}

const heldKey = (form: string, idempotencyKey: string): string => `${form} ${idempotencyKey}`

function count(entries: readonly Accepting[], results: readonly (Accepted | Error)[]): void {
  batchSize.observe(entries.length)
  entries.forEach(({ theCase }, index) => {
    const result = results[index]
    if (result && !(result instanceof Error || result.replayed))
      submissionsAccepted.inc({ form: theCase.form })
  })
}

async function prepare<Answers>(
  { clock, chance, reference, standard, gate }: IntakeDeps,
  form: Form<Answers>,
  answers: Answers,
  idempotencyKey: string | undefined,
  arrival: Arrival,
): Promise<Accepting> {
  const members = await reference.current()
  const { pointOfContactEmail: _, ...facts } = form.facts(answers)
  const member = facts.jurisdiction === null ? undefined : members.jurisdiction(facts.jurisdiction)
  const country = facts.country ?? member?.country ?? null
  const suspicions = gate.suspicions(form.name, { contactEmail: facts.contactEmail, answers }, arrival)
  const now = clock.now()
  const inForce = standard(now)
  return {
    prefix: form.prefix,
    wordingId: wordingOf(form, facts.language).id,
    answers: answers as Record<string, unknown>,
    files: filesIn(form, answers),
    idempotencyKey,
    theCase: {
      ...facts,
      id: randomUUID(),
      reference: newReference(form.prefix, chance),
      form: form.name,
      kind: form.kind,
      receivedAt: now,
      quarantine: suspicions.length > 0 ? suspicions : null,
      dueAt: addWorkingDays(now, inForce.firstLookDays, inForce),
      organisationKey: plainName(facts.organisation),
      contactDomain: facts.contactEmail.slice(facts.contactEmail.lastIndexOf('@') + 1).toLowerCase(),
      country,
      region: member?.region ?? (country === null ? null : members.regionOfCountry(country)) ?? null,
    },
  }
}

const keyInProgress = () =>
  new Problem(
    'idempotency-key-in-progress',
    'A request with this Idempotency-Key is being worked on. Send it again in a second to get its answer.',
    { retryAfterSeconds: 1 },
  )
