// Where files lie that people sent: a folder, or any S3-compatible store. Keys are made here and say nothing of the content.
import type { Readable } from 'node:stream'

export interface StoredFile {
  /** Where it waits on this machine. */
  path: string
  size: number
  sha256: Buffer
}

export interface FileStore {
  /** A folder of this machine in which files wait that are not complete yet. */
  readonly spool: string
  /** Puts the file there, durably, before it resolves. The waiting file may be gone afterwards. */
  keep(key: string, file: StoredFile): Promise<void>
  /** The bytes. Throws `FileMissing`. */
  read(key: string): Promise<Readable>
  /** Removes the bytes; those that are gone already are fine. */
  remove(key: string): Promise<void>
  /** All keys, with when each was put there. */
  list(): AsyncIterable<{ key: string; keptAt: Date }>
  /** Writes, reads and removes a small file. Throws an error whose message says what does not work. */
  check(): Promise<void>
}

/** There are no bytes under the key. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`There are no bytes under ${key}.`)
    this.name = 'FileMissing'
  }
}
