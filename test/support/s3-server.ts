// A store that speaks as much of S3 as we use, and checks every signature by its own reading of the specification:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const REGION = 'eu-test-1'
// The key of AWS's own examples.
const S3_KEY = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

interface Kept {
  bytes: Buffer
  at: Date
}

export interface S3Server {
  settings: { url: string; region: string; accessKeyId: string; secretAccessKey: string }
  /** By their keys. */
  objects: Map<string, Kept>
  close(): Promise<void>
}

const BUCKET = '/files'
const PAGE = 2

/** Listings come two keys to a page. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Kept>()
  const server = createServer((request, response) => {
    void answer(request, response, objects)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    settings: { url: `http://127.0.0.1:${port}${BUCKET}`, region: REGION, ...S3_KEY },
    objects,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, objects: Map<string, Kept>) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://store')
  const refuse = (status: number, code: string) =>
    response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`)
  if (request.headers['transfer-encoding']) return refuse(411, 'MissingContentLength')
  if (!isSignedRight(request)) return refuse(403, 'SignatureDoesNotMatch')
  if (request.headers['x-amz-content-sha256'] !== sha256(bytes))
    return refuse(400, 'XAmzContentSHA256Mismatch')
  const key = pathname.slice(BUCKET.length + 1)
  if (pathname !== BUCKET && !pathname.startsWith(`${BUCKET}/`)) return refuse(404, 'NoSuchBucket')
  if (request.method === 'PUT') {
    objects.set(key, { bytes, at: new Date() })
    return response.writeHead(200).end()
  }
  if (request.method === 'DELETE') {
    objects.delete(key)
    return response.writeHead(204).end()
  }
  if (searchParams.get('list-type') === '2') {
    return response.writeHead(200).end(listing(objects, searchParams.get('continuation-token') ?? ''))
  }
  const found = objects.get(key)
  return found ? response.writeHead(200).end(found.bytes) : refuse(404, 'NoSuchKey')
}

function listing(objects: Map<string, Kept>, after: string): string {
  const rest = [...objects].filter(([key]) => key > after).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const page = rest.slice(0, PAGE)
  const contents = page.map(
    ([key, { at }]) =>
      `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`,
  )
  const more = rest.length > PAGE
  const token = more ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : ''
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** Whether the request carries the signature that its own words ask for. */
export function isSignedRight({ method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>) {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  if (!given) return false
  const [, accessKeyId, day = '', region = '', signed = '', signature] = given
  const { pathname, searchParams } = new URL(url ?? '/', 'http://store')
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  const query = [...searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('&')
  const names = signed.split(';')
  const canonical = [
    method,
    pathname,
    query,
    ...names.map(name => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const at = String(headers['x-amz-date'])
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const secret: string | Buffer = `AWS4${S3_KEY.secretAccessKey}`
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, secret)
  return (
    accessKeyId === S3_KEY.accessKeyId &&
    ['host', 'x-amz-content-sha256', 'x-amz-date'].every(name => names.includes(name)) &&
    hmac(key, toSign).toString('hex') === signature
  )
}
