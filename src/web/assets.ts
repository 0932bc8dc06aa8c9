// Style sheets and scripts: read once at start, named by their content, compressed when first asked for, kept by browsers for a year.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyPluginAsync } from 'fastify'
import { Problem } from '../kernel/problem.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const FILES = [
  'tokens.css',
  'desk.css',
  'desk.js',
  'case.js',
  'inbox.js',
  'passkeys.js',
  'reports.css',
  'site.css',
  'site.js',
  'site-rtl.css',
  'framed.js',
  'proof.js',
  'offline-form.js',
  'icon.svg',
] as const
const own = (name: string) => new URL(`assets/${name}`, import.meta.url)
// As the package brings it, for a plain script element.
const passkeyLibrary = new URL(
  '../dist/bundle/index.umd.min.js',
  import.meta.resolve('@simplewebauthn/browser'),
)

const assets = new Map([
  ...FILES.map(name => [name as string, read(name, own(name))] as const),
  ['passkey-library.js', read('passkey-library.js', passkeyLibrary)],
])
const byAddress = new Map([...assets.values()].map(asset => [asset.address, asset]))

/** The address of an asset, which changes with its content. Throws for a name that is not in the list. */
export function assetAddress(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`There is no asset ${name}.`)
  return asset.address
}

/** What is in it, for a page that has to carry it. Throws as `assetAddress` does. */
export function assetText(name: string): string {
  const asset = assets.get(name)
  if (!asset) throw new Error(`There is no asset ${name}.`)
  return asset.encoded('identity').toString()
}

export const assetRoutes: FastifyPluginAsync = async app => {
  app.get('/assets/:file', { config: { policy: 'public' }, schema: { hide: true } }, (request, reply) => {
    const asset = byAddress.get(request.url)
    if (!asset) throw new Problem('not-found', 'There is no such file. Load the page again.')
    const accepted = request.headers['accept-encoding'] ?? ''
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
    if (encoding !== 'identity') void reply.header('content-encoding', encoding)
    return reply
      .type(asset.type)
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
      .send(asset.encoded(encoding))
  })
}

function read(name: string, file: URL) {
  const identity = readFileSync(file)
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 10)
  const extension = extname(name)
  return {
    address: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type: TYPES[extension] ?? 'application/octet-stream',
    encoded: encoder(identity),
  }
}

const ENCODERS = { identity: (bytes: Buffer) => bytes, gzip: gzipSync, br: brotliCompressSync }
type Encoding = keyof typeof ENCODERS

function encoder(identity: Buffer): (encoding: Encoding) => Buffer {
  const made = new Map<Encoding, Buffer>()
  return encoding => {
    const bytes = made.get(encoding) ?? ENCODERS[encoding](identity)
    made.set(encoding, bytes)
    return bytes
  }
}
