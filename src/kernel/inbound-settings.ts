import type { z } from 'zod'
import { imapAddress, type ImapAddress } from './imap-address.ts'

/** How answers to our emails come in. */
export interface InboundSettings {
  /** In lower case. */
  replyAddress: string
  imap: ImapAddress | undefined
  webhookSecret: string | undefined
}

interface Given {
  REPLY_ADDRESS?: string | undefined
  IMAP_URL?: string | undefined
  INBOUND_WEBHOOK_SECRET?: string | undefined
}

/** An address to answer to and a way by which the answers reach us: one is of no use without the other. */
export function requireBoth(set: Given, context: z.RefinementCtx): void {
  const wrong = (name: keyof Given, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const way = (['IMAP_URL', 'INBOUND_WEBHOOK_SECRET'] as const).find(name => set[name] !== undefined)
  if (way && set.REPLY_ADDRESS === undefined)
    wrong(way, 'set REPLY_ADDRESS too, the address people answer to')
  if (!way && set.REPLY_ADDRESS !== undefined)
    wrong('REPLY_ADDRESS', 'set IMAP_URL or INBOUND_WEBHOOK_SECRET too, or nobody reads what is sent there')
}

export function inboundOf(set: Given): InboundSettings | undefined {
  if (set.REPLY_ADDRESS === undefined) return undefined
  return {
    replyAddress: set.REPLY_ADDRESS.toLowerCase(),
    imap: set.IMAP_URL === undefined ? undefined : imapAddress(set.IMAP_URL),
    webhookSecret: set.INBOUND_WEBHOOK_SECRET,
  }
}
