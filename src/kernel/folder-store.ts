// Files in a folder: complete or not there at all, also after a power cut.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { FileMissing, type FileStore } from './file-store.ts'

const KEY = /^[0-9a-f-]{36}$/

/** Keeps files below the folder, in sub-folders by the first two letters of their keys. Several processes may share it. */
export function folderStore(folder: string): FileStore {
  const spool = join(folder, 'incoming')
  const placeOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('A key of the file store is a UUID.')
    return join(folder, key.slice(0, 2), key)
  }

  const store: FileStore = {
    spool,
    async keep(key, { path }) {
      const place = placeOf(key)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await flushed(path)
      await rename(path, place)
      await flushed(dirname(place))
    },
    async read(key) {
      const file = await open(placeOf(key)).catch((error: unknown) => {
        throw codeOf(error) === 'ENOENT' ? new FileMissing(key) : error
      })
      return file.createReadStream()
    },
    remove: key => rm(placeOf(key), { force: true }),
    async *list() {
      for (const part of await namesIn(folder)) {
        if (part.length !== 2) continue
        for (const key of await namesIn(join(folder, part))) {
          const found = KEY.test(key) && (await stat(placeOf(key)).catch(() => undefined))
          if (found) yield { key, keptAt: found.mtime }
        }
      }
    },
    async check() {
      await mkdir(spool, { recursive: true, mode: 0o700 })
      const key = randomUUID()
      const path = join(spool, key)
      await writeFile(path, 'check')
      await store.keep(key, { path, size: 5, sha256: Buffer.alloc(32) })
      const readBack = await text(await store.read(key))
      await store.remove(key)
      if (readBack !== 'check') throw new Error('The folder gives back other bytes than were written.')
    },
  }
  return store
}

const namesIn = (folder: string) =>
  readdir(folder).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return []
    throw error
  })

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

// Of a folder: that the new name is in it survives a power cut, too.
async function flushed(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function text(bytes: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of bytes) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
