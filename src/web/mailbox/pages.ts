import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import nunjucks from 'nunjucks'
import { z } from 'zod'
import { mailboxList, mailboxMessage } from '../../kernel/mailbox-messages.ts'
import { Problem } from '../../kernel/problem.ts'
import { textLines } from './text-lines.ts'

export interface MailboxPagesOptions {
  /** Where `startMailbox` keeps the messages. */
  directory: string
}

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(join(import.meta.dirname, 'views')), {
  autoescape: true,
  throwOnUndefined: true,
  trimBlocks: true,
  lstripBlocks: true,
})
const css = readFileSync(join(import.meta.dirname, 'mailbox.css'))

const LISTED = 200
const LISTED_WHOLE = 50
const filter = z.object({ to: z.string().trim().max(254).default('') })
const route = { config: { policy: 'public' } } as const

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
// A letter's own HTML: no scripts, no forms, no requests, an origin of its own, and shown within our page only.
const LETTER_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/**
 * What the embedded mail server was given: `/mailbox`, `/mailbox/:id`, the letter's HTML alone at `/mailbox/:id/html`, and
 * `/mailbox.json` for programs. The two lists take `?to=`, any part of a recipient's name or address.
 * For an installation that sends no real mail: everybody who reaches it reads everything.
 */
export const mailboxPages: FastifyPluginAsync<MailboxPagesOptions> = async (app, { directory }) => {
  app.get('/mailbox', route, async (request, reply) => {
    const to = wantedRecipient(request.query)
    const messages = await mailboxList(directory, LISTED, to)
    return page(reply, 'list.njk', { to, messages: messages.map(shown), limit: LISTED })
  })

  app.get('/mailbox.json', route, async (request, reply) => {
    const list = await mailboxList(directory, LISTED_WHOLE, wantedRecipient(request.query))
    const messages = await Promise.all(list.map(({ id }) => mailboxMessage(directory, id)))
    void reply.header('cache-control', 'no-store')
    return {
      messages: messages
        .filter(message => message !== undefined)
        .map(({ headers: _headers, html: _html, ...message }) => ({
          ...message,
          url: `/mailbox/${message.id}`,
        })),
    }
  })

  app.get('/mailbox/mailbox.css', route, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=300').send(css),
  )

  app.get<{ Params: { id: string } }>('/mailbox/:id', route, async (request, reply) => {
    const message = await existing(directory, request.params.id)
    return page(reply, 'message.njk', { message: { ...shown(message), lines: textLines(message.text) } })
  })

  app.get<{ Params: { id: string } }>('/mailbox/:id/html', route, async (request, reply) => {
    const { html } = await existing(directory, request.params.id)
    if (html === undefined)
      throw new Problem('not-found', 'This message has no HTML part. Read its text instead.')
    return answer(reply, LETTER_POLICY).header('x-frame-options', 'SAMEORIGIN').send(html)
  })
}

function wantedRecipient(query: unknown): string {
  const parsed = filter.safeParse(query)
  if (parsed.success) return parsed.data.to
  throw new Problem(
    'malformed-request',
    'Give "to" once, with at most 254 characters: part of a name or address.',
  )
}

async function existing(directory: string, id: string) {
  const message = await mailboxMessage(directory, id)
  if (message) return message
  throw new Problem('not-found', 'There is no such message in the mailbox. Only the latest 500 are kept.')
}

const shown = <M extends { receivedAt: Date; subject: string }>(message: M) => ({
  ...message,
  subject: message.subject || '(no subject)',
  machineTime: message.receivedAt.toISOString(),
  time: message.receivedAt.toISOString().replace('T', ' ').slice(0, 19),
})

const page = (reply: FastifyReply, view: string, values: object) =>
  answer(reply, PAGE_POLICY).send(views.render(view, values))

const answer = (reply: FastifyReply, policy: string) =>
  reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
