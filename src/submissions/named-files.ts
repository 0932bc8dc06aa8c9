// The files that a submission names: from the tokens that were sent to what is kept of each.
import type { Db } from '../kernel/database.ts'
import type { KeptDocument } from '../documents/documents.ts'
import { uploadsBy, type Upload } from '../documents/uploads.ts'
import type { Form } from '../forms/define-form.ts'
import { MOST_FILES, UPLOAD_TOKEN, type AnsweredFile } from '../forms/file-question.ts'

/** The uploads that the body names, by their tokens. Asks nothing where it names none. */
export async function uploadsIn(db: Db, form: Form, body: unknown, now: Date): Promise<Map<string, Upload>> {
  const tokens = fileQuestions(form).flatMap(name => tokensIn((body as Answers | null)?.[name]))
  return tokens.length === 0 ? new Map<string, Upload>() : uploadsBy(db, tokens, now)
}

/** The answers with what is kept of each file in the place of its token. All tokens must be known. */
export function withFiles<Given>(form: Form, answers: Given, uploads: ReadonlyMap<string, Upload>): Given {
  if (uploads.size === 0) return answers
  const named = fileQuestions(form).flatMap(name => {
    const tokens = tokensIn((answers as Answers)[name])
    const files = tokens.flatMap(token => uploads.get(token) ?? []).map(answeredFile)
    return files.length > 0 ? [[name, files]] : []
  })
  return { ...answers, ...Object.fromEntries(named) } as Given
}

/** The answers with the files of their draft. */
export function withFilesOf<Given>(form: Form, answers: Given, files: readonly KeptDocument[]): Given {
  const [name] = fileQuestions(form)
  return name === undefined || files.length === 0 ? answers : { ...answers, [name]: files.map(answeredFile) }
}

/** What answers keep of a file. */
export const answeredFile = ({ id, name, kind, size, sha256 }: KeptDocument): AnsweredFile => ({
  id,
  name,
  kind,
  size,
  sha256: sha256.toString('hex'),
})

/** The ids of all files in answers that are about to be kept. */
export const filesIn = (form: Form, answers: unknown): string[] =>
  fileQuestions(form).flatMap(name => {
    const files = (answers as Answers)[name]
    return Array.isArray(files) ? (files as AnsweredFile[]).map(({ id }) => id) : []
  })

type Answers = Readonly<Record<string, unknown>>

const fileQuestions = (form: Form): string[] =>
  form.questions.filter(({ kind }) => kind === 'files').map(({ name }) => name)

const tokensIn = (answer: unknown): string[] =>
  Array.isArray(answer) ? (answer as unknown[]).slice(0, MOST_FILES).filter(isToken) : []

const isToken = (value: unknown): value is string => typeof value === 'string' && UPLOAD_TOKEN.test(value)
