// Which files are taken in, how large and how many. The words for applicants stand in refusal-words.ts.

const MIB = 1024 * 1024

export const LARGEST_FILE = 10 * MIB
export const LONGEST_NAME = 120

/** The types by the ending of a file's name; the content and what the browser declares have to agree with it. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  jpg: 'image/jpeg',
  png: 'image/png',
} as const
export type FileKind = keyof typeof FILE_TYPES
export const FILE_KINDS = Object.keys(FILE_TYPES) as FileKind[]

/**
 * What the virus scanner said. `pending`: it was away, and is asked again; `unscanned`: this deployment has none.
 * Only what is clean, or unscanned where nobody scans, is ever handed out.
 */
export const SCAN_STATES = ['pending', 'clean', 'infected', 'unscanned'] as const
export type ScanState = (typeof SCAN_STATES)[number]

export const mayBeHandedOut = (scan: ScanState): boolean => scan === 'clean' || scan === 'unscanned'
