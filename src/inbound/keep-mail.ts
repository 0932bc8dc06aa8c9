import { createHash, randomUUID } from 'node:crypto'
import type { Db, Tx } from '../kernel/database.ts'
import { inboundMail } from './tables.ts'

/** A message larger than this is kept without its content; with files as forms take them it would stay below. */
export const LARGEST_MAIL = 25 * 1024 * 1024
/** Of a larger one: longer than any header. */
const LONGEST_HEADER = 256 * 1024

export interface Arrival {
  from: { mailbox: string; uidValidity: number; uid: number } | { webhookId: string }
  /** All of it, or its header where it is larger than `LARGEST_MAIL`. */
  raw: Buffer
  /** In bytes, of all of it. */
  size: number
  at: Date
}

/** Stores a message as it came. Returns whether it is new: what was stored under the same uid or id before is left alone. */
export async function keepMail(db: Db | Tx, { from, raw, size, at }: Arrival): Promise<boolean> {
  const { header, body } = split(raw)
  const inserted = await db
    .insert(inboundMail)
    .values({
      id: randomUUID(),
      ...from,
      idHash: sha256(messageIdIn(header) ?? raw),
      bodyHash: sha256(body),
      size,
      isCut: size > raw.length,
      raw,
      receivedAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: inboundMail.id })
  return inserted.length > 0
}

/** The message up to and without its content. */
export const headerOf = (raw: Buffer): Buffer => split(raw.subarray(0, LONGEST_HEADER)).header

function split(raw: Buffer): { header: Buffer; body: Buffer } {
  const found = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter(at => at !== -1)
  const end = found.length === 0 ? raw.length : Math.min(...found)
  return { header: raw.subarray(0, end), body: raw.subarray(end) }
}

const messageIdIn = (header: Buffer): string | undefined =>
  /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(header.toString('latin1'))?.[1]

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest()
