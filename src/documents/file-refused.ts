// Why a file is not taken in: an expected failure of the applicant's choice, told at the field.

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
