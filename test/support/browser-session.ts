// A browser as far as the server can tell: keeps cookies, and says where a request comes from.
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Db } from '../../src/kernel/database.ts'
import type { Access } from '../../src/staff/access.ts'
import { openSession } from '../../src/staff/sessions.ts'
import { ACCESS } from './access.ts'

const PAGE = { accept: 'text/html', 'sec-fetch-site': 'same-origin' }

export function browserFor(app: FastifyInstance) {
  const cookies = new Map<string, string>()
  const headers = (more: Record<string, string>) => ({
    ...PAGE,
    ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
    ...more,
  })
  async function send(options: InjectOptions) {
    const response = await app.inject(options)
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  const get = (url: string, more = {}) => send({ url, headers: headers(more) })
  return {
    cookies,
    get,
    /** Posts a form with the token of the page it stands on. */
    async post(url: string, form: Record<string, string>, from = url, more = {}) {
      const token = /name="_csrf" value="([^"]*)"/.exec((await get(from)).body)?.[1] ?? ''
      return this.postAs(url, { _csrf: token, ...form }, more)
    },
    postAs(url: string, form: Record<string, string>, more = {}) {
      return this.postBody(url, new URLSearchParams(form).toString(), more)
    },
    postBody: (url: string, payload: string | Buffer, more = {}) =>
      send({
        method: 'POST',
        url,
        headers: headers({ 'content-type': 'application/x-www-form-urlencoded', ...more }),
        payload,
      }),
  }
}

export type TestBrowser = ReturnType<typeof browserFor>

/** A browser in which the person is signed in already. */
export async function signedInBrowser(
  { app, db }: { app: FastifyInstance; db: Db },
  staffId: string,
  access: Access = ACCESS,
): Promise<TestBrowser> {
  const browser = browserFor(app)
  const session = { staffId, stage: 'open', factors: ['link'], userAgent: 'Test on Linux' } as const
  const { secret } = await db.transaction(tx => openSession(tx, { ...session, factors: ['link'] }, access))
  browser.cookies.set('__Host-session', secret)
  return browser
}
