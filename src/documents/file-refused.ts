// Why a file is not taken in: an expected failure of the applicant's choice, told at the field.
import { Problem } from '../kernel/problem.ts'

export const FILE_REFUSALS = [
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-type',
  'file-not-as-named',
  'file-damaged',
  'file-macros',
  'file-locked',
  'file-infected',
  'too-many-files',
  'no-room',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/** The file is not kept, and nothing of it stays. Its words stand in refusal-words.ts. */
export class FileRefused extends Error {
  readonly code: FileRefusal
  constructor(code: FileRefusal) {
    super(`The file is refused: ${code}.`)
    this.name = 'FileRefused'
    this.code = code
  }
}

/** What a page tells at the field: a refusal, or that too many files came, here or from their network. None for all else. */
export function refusalOf(error: unknown): FileRefused | undefined {
  if (error instanceof FileRefused) return error
  const isFull =
    error instanceof Problem &&
    (error.code === 'too-many-requests' || error.code === 'temporarily-unavailable')
  return isFull ? new FileRefused('no-room') : undefined
}
