// Where files lie: a folder and an S3-compatible store do the same.
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileMissing, type FileStore } from '../../src/kernel/file-store.ts'
import { folderStore } from '../../src/kernel/folder-store.ts'
import { s3Store } from '../../src/kernel/s3-store.ts'
import { isSignedRight, startS3Server, type S3Server } from '../support/s3-server.ts'

let folder = ''
let s3: S3Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justice-intake-store-'))
  s3 = await startS3Server()
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true, force: true })
})

async function waiting(bytes: Buffer) {
  const path = join(folder, `waiting-${randomUUID()}`)
  await writeFile(path, bytes)
  return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest() }
}
async function keysOf(store: FileStore): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list()) keys.push(key)
  return keys
}

describe.each<[string, () => FileStore]>([
  ['a folder', () => folderStore(join(folder, 'files'))],
  ['an S3-compatible store', () => s3Store(s3.settings, folder)],
])('%s', (_, open) => {
  test('gives back what was kept, lists it, and forgets what was removed', async () => {
    const store = open()
    await store.check()
    const files = await Promise.all(
      [1, 2, 3, 4, 5].map(async at => ({
        key: randomUUID(),
        file: await waiting(Buffer.alloc(at * 90_001, at)),
      })),
    )
    for (const { key, file } of files) await store.keep(key, file)
    const [first] = files
    const key = first?.key ?? ''
    expect(await buffer(await store.read(key))).toEqual(Buffer.alloc(90_001, 1))
    const keys = files.map(one => one.key)
    expect((await keysOf(store)).toSorted()).toEqual(keys.toSorted())
    for await (const { keptAt } of store.list()) expect(Date.now() - keptAt.getTime()).toBeLessThan(60_000)
    await store.remove(key)
    await store.remove(key)
    await expect(store.read(key)).rejects.toThrow(FileMissing)
    expect(await keysOf(store)).toHaveLength(4)
  })
})

test('a folder holds whole files only: what did not arrive leaves nothing under its key', async () => {
  const store = folderStore(join(folder, 'cut'))
  const gone = { path: join(folder, 'never-written'), size: 1, sha256: Buffer.alloc(32) }
  await expect(store.keep(randomUUID(), gone)).rejects.toThrow('ENOENT')
  await expect(store.read('../../etc/passwd')).rejects.toThrow('is a UUID')
  expect(await keysOf(store)).toEqual([])
  expect((await readdir(join(folder, 'cut'))).every(name => name.length === 2)).toBe(true)
})

test('the store’s refusals are told by its own code, without keys and addresses', async () => {
  const { settings } = s3
  const file = await waiting(Buffer.from('a letter'))
  const key = randomUUID()
  const wrongKey = s3Store({ ...settings, secretAccessKey: 'another' }, folder)
  await expect(wrongKey.keep(key, file)).rejects.toThrow('The store refuses: SignatureDoesNotMatch.')
  const right = s3Store(settings, folder)
  const lie = { ...file, sha256: Buffer.alloc(32) }
  await expect(right.keep(key, lie)).rejects.toThrow('The store refuses: XAmzContentSHA256Mismatch.')
  const elsewhere = s3Store({ ...settings, url: settings.url.replace('/files', '/nowhere') }, folder)
  await expect(elsewhere.check()).rejects.toThrow('The store refuses: NoSuchBucket.')
  const away = s3Store({ ...settings, url: 'http://127.0.0.1:1/files' }, folder)
  await expect(away.check()).rejects.toThrow('ECONNREFUSED')
})

// The example “GET Object” of AWS's own description of the signature, with the key and the result printed there.
test('the test’s store takes the signature that AWS gives as an example', () => {
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'x-amz-date': '20130524T000000Z',
  }
  const example = (signature: string) => ({
    method: 'GET',
    url: '/test.txt',
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
    },
  })
  expect(isSignedRight(example('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'))).toBe(
    true,
  )
  expect(isSignedRight(example('0'.repeat(64)))).toBe(false)
})
