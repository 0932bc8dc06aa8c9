// Files as an answer: each is brought first, and then named by what only its sender was told.
import { z } from 'zod'
import { failure } from './bounded-string.ts'
import { question, type Ask } from './question.ts'

/** What names an upload: 24 random bytes in base64url. */
export const UPLOAD_TOKEN = /^[\w-]{32}$/
export const MOST_FILES = 5

/** What a submission keeps of a file that came with it. Its bytes lie in the file store under the id. */
export interface AnsweredFile {
  id: string
  /** As the applicant's machine called it. */
  name: string
  /** The ending of the kind that it was found to be, such as `pdf`. */
  kind: string
  size: number
  /** Of the bytes, in hex: the audit trail covers the answers, and so the files. */
  sha256: string
}

/** At most five files. What is sent are the tokens of uploads; what is kept are `AnsweredFile`s. */
export function files(ask: Ask & { item: Ask }) {
  const schema = z
    .array(z.string().regex(UPLOAD_TOKEN))
    .max(MOST_FILES)
    .refine(given => new Set(given).size === given.length, failure('duplicate'))
  const { item, ...whole } = ask
  return question(schema, 'files', whole, {
    max: MOST_FILES,
    item: { kind: 'file', required: true, label: item.label },
  })
}
