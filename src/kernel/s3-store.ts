// Files in any S3-compatible store: AWS, MinIO, Ceph, Swift and others.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { FileMissing, type FileStore } from './file-store.ts'
import { askS3, saidBy, type S3Settings, type Sending } from './s3-request.ts'

/** Keeps files in the bucket. Its errors carry the store's own code, never an address or a key. */
export function s3Store(settings: S3Settings, spool: string): FileStore {
  const { url } = settings
  const put = async (key: string, sending: Sending) =>
    done(await askS3(settings, 'PUT', `${url}/${key}`, sending))

  const store: FileStore = {
    spool,
    keep: (key, { path, ...rest }) => put(key, { bytes: createReadStream(path), ...rest }),
    async read(key) {
      const answer = await askS3(settings, 'GET', `${url}/${key}`)
      if (answer.statusCode === 200) return answer
      const code = await codeOf(answer)
      throw code === 'NoSuchKey' ? new FileMissing(key) : new Error(`The store refuses: ${code}.`)
    },
    async remove(key) {
      await done(await askS3(settings, 'DELETE', `${url}/${key}`), 'NoSuchKey')
    },
    list: () => listed(settings),
    async check() {
      const key = `check-${randomUUID()}`
      const bytes = Buffer.from('check')
      const sha256 = createHash('sha256').update(bytes).digest()
      await put(key, { bytes: Readable.from([bytes]), size: bytes.length, sha256 })
      const readBack = await saidBy((await store.read(key)) as IncomingMessage)
      await store.remove(key)
      if (readBack !== 'check') throw new Error('The store gives back other bytes than were written.')
    },
  }
  return store
}

// Page after page, asked for without a slash behind the bucket, as the SDKs do: some stores sign it so, whatever was asked. Our keys are UUIDs: what else lies in the bucket is none of ours.
async function* listed(settings: S3Settings) {
  for (let next: string | undefined = ''; next !== undefined;) {
    const query = new URLSearchParams({ 'list-type': '2', ...(next && { 'continuation-token': next }) })
    const answer = await askS3(settings, 'GET', `${settings.url}?${query.toString()}`)
    if (answer.statusCode !== 200) throw new Error(`The store refuses: ${await codeOf(answer)}.`)
    const page = await saidBy(answer)
    for (const [, item = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const [key, keptAt] = [tag(item, 'Key'), tag(item, 'LastModified')]
      if (keptAt && key && /^[0-9a-f-]{36}$/.test(key)) yield { key, keptAt: new Date(keptAt) }
    }
    next = tag(page, 'IsTruncated') === 'true' ? tag(page, 'NextContinuationToken') : undefined
  }
}

async function done(answer: IncomingMessage, alsoFine?: string): Promise<void> {
  if ((answer.statusCode ?? 500) < 300) return void answer.resume()
  const code = await codeOf(answer)
  if (code !== alsoFine) throw new Error(`The store refuses: ${code}.`)
}

const codeOf = async (answer: IncomingMessage) =>
  tag(await saidBy(answer), 'Code') ?? `status ${answer.statusCode}`

const tag = (xml: string, name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
