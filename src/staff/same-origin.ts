// Whether a browser sent this from one of our own pages. What it says about that no script can change.
import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isLocal, type Access } from './access.ts'

/**
 * Sec-Fetch-Site where the browser sends it, else Origin. Neither: not a page of ours. On the machine itself the address
 * in the browser may be another name for it.
 */
export function isFromOurPages(headers: IncomingHttpHeaders, access: Access): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin = '', host } = headers
  if (origin === new URL(access.publicUrl).origin) return true
  return isLocal(access) && URL.parse(origin)?.host === host
}

/** Compares in the same time wherever they differ. */
export function isSameSecret(a: unknown, b: string): boolean {
  if (typeof a !== 'string') return false
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

const DESK = 'https://desk.invalid'

/** Where to go after signing in: a path of the desk or of operations; anything else is the desk. */
export function ownPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 500) return '/desk'
  const url = URL.parse(wanted, DESK)
  const isOurs = url?.origin === DESK && /^\/(desk|operations)(\/|$)/.test(url.pathname)
  return isOurs && wanted.startsWith('/') ? url.pathname + url.search : '/desk'
}
