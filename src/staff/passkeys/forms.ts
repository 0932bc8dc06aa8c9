// The fields of the forms that carry a passkey.
import { z } from 'zod'
import { browserName } from '../sign-in/browser-name.ts'

export const proofForm = z.object({
  response: z.string().max(30_000).catch(''),
  next: z.unknown().optional(),
})
const name = z
  .string()
  .trim()
  .max(60)
  .refine(text => !text.includes('\u0000') && text.isWellFormed())
const addition = proofForm.extend({ name: name.catch('') })

/** What a form that adds a passkey says; one without a name is called for its browser. */
export function additionForm({
  body,
  headers,
}: {
  body: unknown
  headers: { 'user-agent'?: string | undefined }
}) {
  const given = addition.parse(body ?? {})
  return { ...given, name: given.name || browserName(headers['user-agent']) }
}

/** A name that somebody chose for a passkey; none when it cannot be one. */
export const nameIn = (body: unknown): string | undefined =>
  z.object({ name: name.min(1) }).safeParse(body).data?.name
