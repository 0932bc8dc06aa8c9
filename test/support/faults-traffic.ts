// Applicants as they are: they send, and when no answer comes they send the same again, until they are told that it was received.
import { setTimeout as wait } from 'node:timers/promises'
import { observerApplication, supportRequest } from './applications.ts'
import { until } from './processes.ts'

/** A whole number from 0 up to, not including, `below`; the same sequence for the same seed. */
export type SeededChance = (below: number) => number

/** The seed of this run: FAULT_SEED, or one drawn now. Printed, so that a failure can be had again. */
export function faultSeed(): number {
  const given = Number.parseInt(process.env['FAULT_SEED'] ?? '', 10)
  const seed = Number.isNaN(given) ? Date.now() % 1_000_000 : given
  console.log(`FAULT_SEED=${seed}`)
  return seed
}

/** Mulberry32: small, and good enough to choose moments. */
export function seededChance(seed: number): SeededChance {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export interface Application {
  key: string
  path: string
  body: string
  /** Of the contact: the receipt goes there. */
  email: string
}

let applications = 0

/** An application of its own person, at the given mail domain. */
export function newApplication(domain: string, form: 'observer' | 'support' = 'observer'): Application {
  const number = (applications += 1)
  const email = `applicant-${number}@${domain}`
  const payload = form === 'observer' ? observerApplication() : supportRequest()
  const contact = { ...(payload['contact'] as object), email }
  const people =
    form === 'observer' ? { contact } : { contact, pointOfContactEmail: `poc-${number}@poc.example` }
  return {
    key: `key-${process.pid}-${number}`,
    path: form === 'observer' ? 'observer-applications' : 'support-requests',
    body: JSON.stringify({ ...payload, ...people }),
    email,
  }
}

export interface Answer {
  status: number
  reference: string | undefined
  retryAfter: string | null
  milliseconds: number
}

/** One attempt. None when the connection broke before an answer came. */
export async function send(url: string, { key, path, body }: Application): Promise<Answer | undefined> {
  const start = performance.now()
  try {
    const response = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
    })
    const { reference } = (await response.json()) as { reference?: string }
    const milliseconds = performance.now() - start
    return {
      status: response.status,
      reference,
      retryAfter: response.headers.get('retry-after'),
      milliseconds,
    }
  } catch {
    return undefined
  }
}

export interface Traffic {
  /** What each application was answered, in order; an attempt without an answer is left out. */
  answers: Map<Application, Answer[]>
  /** How many have been accepted. */
  accepted(): number
  /** Resolves when so many have been accepted. */
  reached(count: number): Promise<void>
  /** No more new ones; resolves when those that were begun have been accepted. */
  stop(): Promise<void>
  /** Resolves when all have been accepted. */
  done: Promise<void>
}

interface Plan {
  /** Each attempt goes to one of them. */
  urls: readonly string[]
  chance: SeededChance
  /** How many in all; without it until stopped. */
  count?: number
  /** How many people apply at once. */
  atOnce?: number
  /** Milliseconds that a person waits at most between two applications. */
  pace?: number
  next?: () => Application
}

/** Starts to apply, and goes on through whatever happens to the other side. */
export function startTraffic({
  urls,
  chance,
  count = Infinity,
  atOnce = 10,
  pace = 100,
  next,
}: Plan): Traffic {
  const answers = new Map<Application, Answer[]>()
  let begun = 0
  let accepted = 0
  let stopped = false

  const mixed = () => newApplication(`d${chance(12)}.example`, chance(4) === 0 ? 'support' : 'observer')
  async function person(): Promise<void> {
    while (begun < count && !stopped) {
      begun += 1
      await apply((next ?? mixed)())
      await wait(chance(pace))
    }
  }
  async function apply(application: Application): Promise<void> {
    const got: Answer[] = []
    answers.set(application, got)
    for (;;) {
      const answer = await send(urls[chance(urls.length)] as string, application)
      if (answer) got.push(answer)
      if (answer?.status === 201) break
      await wait(50 + chance(100))
    }
    accepted += 1
  }
  const done = Promise.all(Array.from({ length: atOnce }, person)).then(() => undefined)
  return {
    answers,
    accepted: () => accepted,
    reached: goal => until(() => accepted >= goal, `${goal} applications to be accepted`, 90),
    async stop() {
      stopped = true
      await done
    },
    done,
  }
}

/** Sends the same until it is accepted; returns all answers. */
export async function applyUntilAccepted(url: string, application: Application): Promise<Answer[]> {
  const got: Answer[] = []
  await until(async () => {
    const answer = await send(url, application)
    if (answer) got.push(answer)
    return answer?.status === 201
  }, 'an application to be accepted')
  return got
}
