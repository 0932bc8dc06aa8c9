// The gate before the forms: limits that answer "later", under pressure a proof of work, and signals that hold for a person.
// Nothing that a person sent is dropped here. It asks no third party.
import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../kernel/database.ts'
import type { Log } from '../../kernel/log.ts'
import { gateRefusals, submissionsHeld } from '../../kernel/metrics.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Facts } from '../../forms/facts.ts'
import { networkOf } from '../../kernel/subnet.ts'
import { createCounts, WINDOWS, type Counted, type Counts } from './counts.ts'
import { isDisposable } from './disposable-domains.ts'
import { gateKey } from './key.ts'
import { openMoment, sealMoment } from './opened.ts'
import { newChallenge, spendProof } from './proof.ts'
import { fingerprint, proseIn } from './prose.ts'
import { shareCounts } from './share-counts.ts'
import { suspicions, type SignalName } from './signals.ts'

export interface GateLimits {
  /** Requests to submit from one network in a minute. */
  network: number
  /** Submissions in an hour that have us write to one address. */
  contact: number
  /** Submissions of one form in a minute, from wherever, beyond which each needs a proof of work. */
  pressure: number
  /** Files from one network in a day: half of what all may bring together (`documents/require-room.ts`) were they the largest; 500. */
  files?: number
}

const MOST_FILES = 500

/** How a submission came. */
export interface Arrival {
  /** A person filled in pages; else a machine sent JSON, or a file came. */
  onPages: boolean
  /** What stood in the field that no person sees. */
  trap?: string | undefined
  /** The sealed moment that the page carried. */
  opened?: string | undefined
  /** When the first page was sent. */
  startedAt?: Date | undefined
}

/** To whom a submission has us write, before anybody there has said that they know of it. */
export type Contacts = Pick<Facts, 'contactEmail' | 'pointOfContactEmail'>

export const BY_MACHINE: Arrival = { onPages: false }

export interface Gate {
  /** Throws `too-many-requests` when the network has asked too often. Before anything is read. */
  admitNetwork(ip: string): void
  /** Throws `too-many-requests` when the network has brought too many files today. Before each is kept. */
  admitFile(ip: string): void
  /** Throws `too-many-requests` when too much was sent that has us write to one of these addresses. Once the answers are right. */
  admitContact(facts: Contacts): void
  /**
   * Counts a submission of the form. Throws `proof-needed`, with a challenge, while the form is under pressure and `proof` is no
   * solution of one. Whoever brings it passes, however many there are; so does whose address was confirmed by a mailed link.
   */
  requireWork(form: string, proof: string | undefined, isConfirmed?: boolean): Promise<void>
  /** The present moment, sealed, for the form's page to carry. */
  seal(form: string): string
  /** What holds the submission for a person; nothing for most. */
  suspicions(
    form: string,
    submitted: { contactEmail: string; answers: unknown },
    arrival: Arrival,
  ): SignalName[]
  /** Shares what was counted with the other processes now instead of within the second. */
  share: Counts['share']
  close(): Promise<void>
}

interface GateDeps {
  db: Db
  clock: Clock
  log: Pick<Log, 'debug'>
  limits: GateLimits
}

export async function createGate({ db, clock, log, limits }: GateDeps): Promise<Gate> {
  const key = await gateKey(db)
  const onFailure = (error: unknown) => log.debug({ err: error }, 'counts are not shared just now')
  const counts = createCounts({ clock, key, share: shareCounts(db), onFailure })
  const repeats = repeatedTexts(counts)

  function admit(what: Counted, whose: string, limit: number, detail: string): void {
    if (counts.add(what, whose) <= limit) return
    gateRefusals.inc({ reason: what })
    throw new Problem('too-many-requests', detail, { retryAfterSeconds: counts.secondsLeft(what) })
  }
  // Also for a minute afterwards: else a flood would be let in at the turn of each minute.
  const isPressed = (form: string) => [0, 1].some(back => counts.seen('form', form, back) >= limits.pressure)

  return {
    admitNetwork: ip =>
      admit('network', networkOf(ip), limits.network, 'Wait until the minute is over, then send it again.'),
    admitFile: ip =>
      admit(
        'file',
        networkOf(ip),
        limits.files ?? MOST_FILES,
        'Very many files came from your network today. Send the form without them, or bring them tomorrow.',
      ),
    admitContact({ contactEmail, pointOfContactEmail }) {
      const addresses = [contactEmail, pointOfContactEmail ?? contactEmail].map(email => email.toLowerCase())
      for (const address of new Set(addresses))
        admit(
          'contact',
          address,
          limits.contact,
          'Much was sent with an address that you name within the hour. Wait until it is over, then send it again.',
        )
    },
    async requireWork(form, proof, isConfirmed = false) {
      if (
        isPressed(form) &&
        !isConfirmed &&
        (proof === undefined || !(await spendProof({ db, clock, key }, form, proof)))
      ) {
        gateRefusals.inc({ reason: proof === undefined ? 'proof-missing' : 'proof-wrong' })
        throw new Problem(
          'proof-needed',
          'Very many are sending this form just now. Solve the “challenge” (ALTCHA, version 2) and send the request again with the solution in the header Proof-Of-Work, or wait until fewer do.',
          { retryAfterSeconds: WINDOWS.form, more: { challenge: await newChallenge({ clock, key }, form) } },
        )
      }
      counts.add('form', form)
    },
    seal: form => sealMoment(key, form, clock.now()),
    suspicions(form, { contactEmail, answers }, arrival) {
      const now = clock.now()
      const since = (at: Date | undefined) => at && (now.getTime() - at.getTime()) / 1000
      const texts = proseIn(answers)
      const held = suspicions({
        onPages: arrival.onPages,
        trap: arrival.trap ?? '',
        secondsOnPage: since(openMoment(key, form, arrival.opened ?? '', now)),
        secondsSinceStart: since(arrival.startedAt),
        isDisposable: isDisposable(contactEmail.slice(contactEmail.lastIndexOf('@') + 1)),
        texts,
        othersWithText: repeats(texts, contactEmail),
      })
      for (const signal of held) submissionsHeld.inc({ signal })
      return held
    },
    share: () => counts.share(),
    close: () => counts.close(),
  }
}

const MOST_SENDERS = 8
const MOST_TEXTS = 5000

/**
 * How many other addresses sent the longest of the texts today: each counted once. Whose they were is remembered in this process
 * and for a few of them only; after those every one counts, for then it is a flood in any case.
 */
function repeatedTexts(counts: Counts): (texts: readonly string[], contact: string) => number {
  const senders = new Map<string, Set<string>>()
  return (texts, contact) => {
    const text = fingerprint(texts)
    if (text === undefined) return 0
    const known = senders.get(text) ?? new Set()
    const sender = contact.toLowerCase()
    if (known.has(sender)) return counts.seen('text', text) - 1
    if (known.size < MOST_SENDERS) known.add(sender)
    if (senders.size >= MOST_TEXTS) senders.clear()
    senders.set(text, known)
    return counts.add('text', text) - 1
  }
}
