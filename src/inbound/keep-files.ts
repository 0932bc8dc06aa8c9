// The files of a message become documents before it is known whether the message counts: nobody's, and purged unless a case takes them.
import { Readable } from 'node:stream'
import { LARGEST_FILE } from '../documents/kinds.ts'
import { FileRefused } from '../documents/file-refused.ts'
import { keepUpload, type DocumentDeps } from '../documents/keep-document.ts'
import { MOST_FILES } from '../forms/file-question.ts'
import { oneLine } from '../notifications/clean.ts'
import type { IncomingFile } from './reading/incoming.ts'

export interface KeptFiles {
  /** Ids of documents. */
  kept: string[]
  /** The names of those that we do not take. */
  refused: string[]
}

/** Keeps the first five that forms would take too, and names the others. */
export async function keepFiles(deps: DocumentDeps, files: readonly IncomingFile[]): Promise<KeptFiles> {
  const kept: string[] = []
  const refused: string[] = []
  for (const file of files) {
    const id = kept.length < MOST_FILES ? await keepFile(deps, file) : undefined
    if (id === undefined) refused.push(oneLine(file.name, 120) || '?')
    else kept.push(id)
  }
  return { kept, refused }
}

async function keepFile(
  deps: DocumentDeps,
  { name, type, content }: IncomingFile,
): Promise<string | undefined> {
  if (content.length > LARGEST_FILE) return undefined
  try {
    return (await keepUpload(deps, { name, type, bytes: Readable.from([content]) })).id
  } catch (error) {
    if (error instanceof FileRefused) return undefined
    throw error
  }
}
