// `npm run demo`: sends realistic applications to the running service and works some of them, all through its public API.
import { setTimeout as pause } from 'node:timers/promises'
import { BadSetting, loadConfig } from '../kernel/config.ts'
import { createToken } from '../staff/api-tokens.ts'
import { activePeople } from '../staff/people.ts'
import { staffByEmail } from '../staff/join-and-leave.ts'
import { byOperator, onDatabase, runCommand } from './command.ts'
import { DEMO_APPLICATIONS } from './demo-applications.ts'

const LEAD = 'lead@support-unit.example'
const HOUR_MS = 3_600_000

type Step = readonly [by: 'reviewer' | 'lead', resource: string, body: object]

const NO_CONFLICT = { conflict: 'no' }
const REVIEW: readonly Step[] = [
  ['reviewer', 'declaration', NO_CONFLICT],
  ['reviewer', 'review', {}],
]
const RECOMMEND: Step = [
  'reviewer',
  'recommendation',
  { recommendation: 'accept', reason: 'Long experience, and they will share what they learn.' },
]
const ASK: Step = [
  'reviewer',
  'question',
  { question: 'Which courts publish their figures already, and since when?' },
]
const DECIDE: readonly Step[] = [
  ['lead', 'declaration', NO_CONFLICT],
  [
    'lead',
    'decision',
    {
      outcome: 'accept',
      reasonCode: 'meets-criteria',
      reason: 'Your work speaks to what the Coalition discusses this year.',
      wouldChange: 'Nothing is missing.',
      anotherLook: 'Write to us and quote the reference.',
    },
  ],
]
const STEPS: readonly (readonly Step[])[] = [
  [],
  REVIEW,
  [...REVIEW, ASK],
  [...REVIEW, RECOMMEND],
  [...REVIEW, RECOMMEND, ...DECIDE],
]

await runCommand(async () => {
  const { publicUrl, smtpUrl } = loadConfig()
  if (smtpUrl)
    throw new BadSetting(
      'SMTP_URL is set, so real mail would go out. The demonstration is for the embedded defaults.',
    )
  const tokens = await tokensOfStaff()
  const api = `${publicUrl}/api/v1`
  const references: string[] = []
  for (const [index, { path, language, answers }] of DEMO_APPLICATIONS.entries()) {
    const sent = await post(`${api}/${path}`, answers, { 'accept-language': language })
    const reference = String(sent['reference'])
    references.push(reference)
    await work(`${api}/cases/${reference}`, STEPS[index % STEPS.length] ?? [], tokens)
  }
  return `Sent ${references.length} applications: ${references.join(', ')}. The emails are at ${publicUrl}/mailbox.`
})

interface Tokens {
  lead: string
  /** By staff id. */
  reviewers: ReadonlyMap<string, string>
}

async function work(theCase: string, steps: readonly Step[], { lead, reviewers }: Tokens): Promise<void> {
  if (steps.length === 0) return
  // Somebody who has declared nothing sees to whom it went in the list; the lead takes what went to nobody.
  const reviewer = reviewers.get((await whenRouted(theCase, lead)) ?? '') ?? lead
  for (const [by, resource, body] of steps) {
    const token = by === 'lead' ? lead : reviewer
    const criteria = resource === 'recommendation' ? { criteria: await allMet(theCase, token) } : {}
    await post(`${theCase}/${resource}`, { ...body, ...criteria }, { authorization: `Bearer ${token}` })
  }
}

/** The id of the reviewer to whom the router gave the case; none when it did not within ten seconds. */
async function whenRouted(theCase: string, token: string): Promise<string | undefined> {
  const list = theCase.slice(0, theCase.lastIndexOf('/'))
  const reference = theCase.slice(list.length + 1)
  for (let tries = 0; tries < 100; tries += 1) {
    const { items } = (await get(`${list}?sort=newest&limit=20`, token)) as {
      items: { reference: string; assigneeId: string | null }[]
    }
    const assigneeId = items.find(item => item.reference === reference)?.assigneeId
    if (assigneeId) return assigneeId
    await pause(100)
  }
  return undefined
}

async function allMet(theCase: string, token: string): Promise<Record<string, string>> {
  const { review } = (await get(theCase, token)) as { review: { criteria: { code: string }[] } }
  return Object.fromEntries(review.criteria.map(({ code }) => [code, 'met']))
}

async function tokensOfStaff(): Promise<Tokens> {
  return onDatabase(db =>
    db.transaction(async tx => {
      const by = byOperator()
      const expiresAt = new Date(by.at.getTime() + HOUR_MS)
      const tokenOf = async (staffId: string, roles: Parameters<typeof createToken>[1]['roles']) =>
        (await createToken(tx, { staffId, within: roles, name: 'demo', roles, expiresAt, ...by })).token
      const { staffId, roles } = await staffByEmail(tx, LEAD)
      const reviewers = new Map<string, string>()
      for (const person of await activePeople(tx, 'reviewer')) {
        reviewers.set(person.staffId, await tokenOf(person.staffId, person.roles))
      }
      return { lead: await tokenOf(staffId, roles), reviewers }
    }),
  )
}

async function get(address: string, token: string): Promise<unknown> {
  return answerOf(address, { headers: { authorization: `Bearer ${token}` } })
}

async function post(
  address: string,
  body: object,
  headers: Record<string, string>,
): Promise<Record<string, unknown>> {
  const answer = await answerOf(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return answer as Record<string, unknown>
}

async function answerOf(address: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(address, request)
  const answer: unknown = response.status === 204 ? {} : await response.json()
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}
