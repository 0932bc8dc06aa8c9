// How long a request may take to arrive. Node has one limit for all of a server, and ten megabytes on a bad line need minutes: so
// Node's is the one for files, and here is the one for everything else.
import { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { refuseConnection } from './problem-document.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route reads forms with files, by `receiveFiles`: they may take their time. */
    takesFiles?: true
  }
}

/** A file of 10 MB at 12 KB a second. A line that is silent for half a minute is cut long before. */
export const FILES_MS = 15 * 60_000
const BODY_MS = 20_000

/** Answers 408 on every connection whose request has not arrived in full in time, but on the routes that take files. */
export function boundBodies(app: FastifyInstance, patience = BODY_MS): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    // A request that was put in by hand, as tests do, comes over no connection.
    if (raw.complete || routeOptions.config?.takesFiles || !(raw.socket instanceof Socket)) return
    const late = Object.assign(new Error('The body did not arrive in time.'), {
      code: 'ERR_HTTP_REQUEST_TIMEOUT',
    })
    const timer = setTimeout(() => {
      if (!raw.complete) refuseConnection(late, raw.socket)
    }, patience)
    timer.unref()
    raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer))
  })
}
