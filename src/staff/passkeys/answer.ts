// What a browser says about a passkey, as JSON in a form field: its shape is checked here, its signature by whoever asked.
import { z } from 'zod'

const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]+$/)
const credential = {
  id: text(1400),
  rawId: text(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).loose(),
}
const clientDataJSON = text(4000)

const proof = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    authenticatorData: text(4000),
    signature: text(8000),
    userHandle: text(200).exactOptional(),
  }),
})
const addition = z.object({
  ...credential,
  response: z.object({
    clientDataJSON,
    attestationObject: text(20_000),
    transports: z.array(z.string().max(40)).max(10).exactOptional(),
  }),
})
const clientData = z.object({ challenge: text(200) })

/** The signed answer of a passkey, with the challenge that it says it signed; none when it is not one. */
export const proofIn = (given: unknown) => withChallenge(proof.safeParse(parsed(given)).data)

/** A new passkey, the same way. */
export const additionIn = (given: unknown) => withChallenge(addition.safeParse(parsed(given)).data)

function withChallenge<Answer extends { response: { clientDataJSON: string } }>(answer: Answer | undefined) {
  if (!answer) return undefined
  const json = Buffer.from(answer.response.clientDataJSON, 'base64url').toString()
  const challenge = clientData.safeParse(parsed(json)).data?.challenge
  return challenge === undefined ? undefined : { answer, challenge }
}

function parsed(json: unknown): unknown {
  if (typeof json !== 'string') return undefined
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
