// One request to an S3-compatible store, signed as AWS asks (Signature Version 4), with the bytes streamed.
import { AwsV4Signer } from 'aws4fetch'
import { createHash } from 'node:crypto'
import { request as sendPlain, type IncomingMessage } from 'node:http'
import { request as sendEncrypted } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface S3Settings {
  /** The bucket: https://host/bucket or https://bucket.host, without a slash at the end. */
  url: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

export interface Sending {
  bytes: Readable
  size: number
  sha256: Buffer
}

const SILENCE_MS = 20_000
const NOTHING = createHash('sha256').digest()

/** Sends it and resolves with the answer once its headers are there. The hash of the bytes is part of what is signed. */
export async function askS3(
  { region, accessKeyId, secretAccessKey }: S3Settings,
  method: 'GET' | 'PUT' | 'DELETE',
  url: string,
  sending?: Sending,
): Promise<IncomingMessage> {
  const headers = {
    'x-amz-content-sha256': (sending?.sha256 ?? NOTHING).toString('hex'),
    ...(sending && { 'content-length': String(sending.size) }),
  }
  const signer = new AwsV4Signer({
    method,
    url,
    headers,
    accessKeyId,
    secretAccessKey,
    region,
    service: 's3',
  })
  const signed = await signer.sign()
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const send = signed.url.protocol === 'https:' ? sendEncrypted : sendPlain
  const request = send(signed.url, {
    method,
    headers: Object.fromEntries(signed.headers),
    timeout: SILENCE_MS,
  })
  request.on('response', resolve)
  request.on('timeout', () => request.destroy(new Error('The store has been silent for too long.')))
  request.on('error', reject)
  if (sending) pipeline(sending.bytes, request).catch(reject)
  else request.end()
  return promise
}

/** What the store said, at most so much of it: its errors and listings are short. */
export async function saidBy(answer: IncomingMessage, most = 4 * 1024 * 1024): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    size += (chunk as Buffer).length
    if (size > most) throw new Error('The store says more than it should.')
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}
