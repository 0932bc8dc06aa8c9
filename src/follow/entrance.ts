// Who comes in by a link is shown the case, or told how to get a new link. Who acts has to come from a page of ours.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'
import type { Clock } from '../kernel/clock.ts'
import type { Db } from '../kernel/database.ts'
import { LANGUAGES, type Language } from '../kernel/languages.ts'
import { Problem } from '../kernel/problem.ts'
import type { CachedReference } from '../roster/cached-reference.ts'
import type { StandardAt } from '../cases/standards.ts'
import type { DocumentDeps } from '../documents/keep-document.ts'
import type { Access } from '../staff/access.ts'
import { throttle } from '../staff/sign-in/throttle.ts'
import type { Gate } from '../submissions/gate/gate.ts'
import { sendSitePage, type SiteError } from '../web/site/site-page.ts'
import { followedCase, type FollowedCase } from './followed-case.ts'
import { followedPage, type Reader } from './followed-page.ts'
import { DONE, FOLLOW_WORDS } from './words/follow-words.ts'

export interface FollowDeps extends DocumentDeps {
  db: Db
  clock: Clock
  reference: CachedReference
  standard: StandardAt
  access: Access
  gate: Pick<Gate, 'admitFile'>
  /** How long a link to follow a case is good. */
  linkDays: number
  /** Tells the relay that there is work; called after the commit. */
  wake: () => void
}

/** A secret of any length: one that a mail program has cut is told that it does not work, as one that has ended. */
export const followParams = z.object({ language: z.enum(LANGUAGES), secret: z.string().max(100) })
type FollowRequest = FastifyRequest<{ Params: z.infer<typeof followParams> }>

export const baseOf = ({ language, secret }: z.infer<typeof followParams>): string =>
  `/${language}/follow/${secret}`

export function entrance(deps: FollowDeps) {
  const { db, clock, standard, access } = deps

  /** What the link leads to, whatever it is for; none where the answer has been sent already, because it has ended. */
  async function find(request: FollowRequest, reply: FastifyReply): Promise<FollowedCase | undefined> {
    const followed = await followedCase(deps, request.params.secret)
    if (followed?.link.usable) return followed
    sendEnded(reply, request, followed)
    return undefined
  }

  /** The case, to look at. Whoever has not confirmed a new address yet may be anybody, and is shown nothing. */
  async function enter(request: FollowRequest, reply: FastifyReply): Promise<FollowedCase | undefined> {
    const followed = await find(request, reply)
    if (followed?.link.purpose !== 'confirm-address') return followed
    void reply.redirect(`${baseOf(request.params)}/confirmation`, 303)
    return undefined
  }

  /** The case, to act on it: from a page of ours, and not too often. */
  async function enterToAct(request: FollowRequest, reply: FastifyReply): Promise<FollowedCase | undefined> {
    refuseFromElsewhere(request.headers, access)
    const followed = await enter(request, reply)
    if (followed) await throttle(db, 'follow-act', followed.theCase.id)
    return followed
  }

  const reader = (language: Language): Reader => ({ language, now: clock.now(), standard })
  return { find, enter, enterToAct, reader }
}

function sendEnded(reply: FastifyReply, request: FollowRequest, followed: FollowedCase | undefined) {
  const words = FOLLOW_WORDS[request.params.language]
  const base = followed ? baseOf(request.params) : null
  return sendSitePage(reply, request, 'follow/views/ended.njk', { words, base }, followed ? 410 : 404)
}

interface Attempt {
  errors?: readonly SiteError[]
  /** What could not be done, and why. */
  notice?: string
  /** Of the answer: what was typed, and the files that are kept for it. */
  answer?: string
  uploads?: readonly { token: string; name: string }[]
  /** It came too late: what was typed can be sent as a message. */
  tooLate?: boolean
}

/** The page of the case, as it is now. */
export function sendCase(
  reply: FastifyReply,
  request: FollowRequest,
  { clock, standard }: FollowDeps,
  followed: FollowedCase,
  { errors = [], notice = '', answer = '', uploads = [], tooLate = false }: Attempt = {},
  status = 200,
): FastifyReply {
  const { language } = request.params
  const context = followedPage(followed, { language, now: clock.now(), standard })
  const { done } = request.query as { done?: string }
  const said = DONE.find(one => one === done)
  return sendSitePage(
    reply,
    request,
    'follow/views/case.njk',
    {
      ...context,
      base: baseOf(request.params),
      done: said && status === 200 ? context.words.done[said] : '',
      errors,
      notice,
      answer,
      uploads,
      tooLate,
    },
    status,
  )
}

/**
 * Whoever could make a browser send this from elsewhere would need the secret that the address holds, and could act with it
 * themselves. What says that it comes from elsewhere is refused all the same; old browsers, which say nothing, get through.
 */
export function refuseFromElsewhere(headers: IncomingHttpHeaders, access: Access): void {
  const site = headers['sec-fetch-site']
  const { origin = 'null', host } = headers
  const isOurs =
    site === undefined
      ? origin === 'null' || origin === new URL(access.publicUrl).origin || URL.parse(origin)?.host === host
      : site === 'same-origin' || site === 'none'
  if (!isOurs) throw new Problem('not-permitted', 'This was not sent from a page of ours.')
}
