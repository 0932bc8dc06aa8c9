// `npm run demo`: sends realistic applications to the running service and works some of them, all through its public API.
import { BadSetting, loadConfig } from '../kernel/config.ts'
import { createToken } from '../staff/api-tokens.ts'
import { staffByEmail } from '../staff/join-and-leave.ts'
import { byOperator, onDatabase, runCommand } from './command.ts'
import { DEMO_APPLICATIONS } from './demo-applications.ts'

const LEAD = 'lead@support-unit.example'
const HOUR_MS = 3_600_000

const DECLARED = ['declaration', { conflict: 'no' }] as const
const STEPS: readonly (readonly [resource: string, body: object])[][] = [
  [],
  [['review', {}]],
  [
    ['review', {}],
    ['question', { question: 'Which courts publish their figures already, and since when?' }],
  ],
  [
    ['review', {}],
    [
      'recommendation',
      { recommendation: 'accept', reason: 'Long experience, and they will share what they learn.' },
    ],
  ],
  [
    ['review', {}],
    [
      'decision',
      {
        outcome: 'accept',
        reasonCode: 'meets-criteria',
        reason: 'Your work speaks to what the Coalition discusses this year.',
        wouldChange: 'Nothing is missing.',
        anotherLook: 'Write to us and quote the reference.',
      },
    ],
  ],
]

await runCommand(async () => {
  const { publicUrl, smtpUrl } = loadConfig()
  if (smtpUrl)
    throw new BadSetting(
      'SMTP_URL is set, so real mail would go out. The demonstration is for the embedded defaults.',
    )
  const token = await leadToken()
  const references: string[] = []
  for (const [index, { path, language, answers }] of DEMO_APPLICATIONS.entries()) {
    const { reference } = await post(`${publicUrl}/api/v1/${path}`, answers, { 'accept-language': language })
    references.push(String(reference))
    const steps = STEPS[index % STEPS.length] ?? []
    for (const [resource, body] of steps.length > 0 ? [DECLARED, ...steps] : []) {
      await post(`${publicUrl}/api/v1/cases/${String(reference)}/${resource}`, body, {
        authorization: `Bearer ${token}`,
      })
    }
  }
  return `Sent ${references.length} applications: ${references.join(', ')}. The emails are at ${publicUrl}/mailbox.`
})

async function leadToken(): Promise<string> {
  return onDatabase(db =>
    db.transaction(async tx => {
      const by = byOperator()
      const { staffId, roles } = await staffByEmail(tx, LEAD)
      const expiresAt = new Date(by.at.getTime() + HOUR_MS)
      const { token } = await createToken(tx, {
        staffId,
        within: roles,
        name: 'demo',
        roles,
        expiresAt,
        ...by,
      })
      return token
    }),
  )
}

async function post(
  address: string,
  body: object,
  headers: Record<string, string>,
): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const answer = (response.status === 204 ? {} : await response.json()) as Record<string, unknown>
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}
