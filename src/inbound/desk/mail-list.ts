import { and, count, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { cases } from '../../cases/tables.ts'
import type { Db } from '../../kernel/database.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import type { MailState } from '../states.ts'
import { inboundMail } from '../tables.ts'
import { reasonWords, sizeWords, STATE_WORDS } from './words.ts'
import { LISTED, mailVisibleTo } from './visible-mail.ts'

/** The lists, the one first that somebody has to work through. */
export const MAIL_VIEWS = {
  sort: { label: 'To be sorted', states: ['quarantined'] },
  cases: { label: 'On cases', states: ['answer', 'message', 'attached'] },
  forms: { label: 'Forms by mail', states: ['form'] },
  machines: { label: 'By machines', states: ['automatic', 'bounce', 'loop', 'duplicate'] },
  discarded: { label: 'Discarded', states: ['discarded'] },
} as const satisfies Record<string, { label: string; states: readonly MailState[] }>
export type MailView = keyof typeof MAIL_VIEWS

const PAGE = 50
const MOST_COUNTED = 1000

export interface MailCursor {
  at: Date
  id: string
}

/** The context of the list's page, newest first. */
export async function mailList(db: Db, me: SignedIn, view: MailView, after: MailCursor | undefined) {
  const visible = await mailVisibleTo(db, me)
  const { receivedAt, id, state } = inboundMail
  const older = after && or(lt(receivedAt, after.at), and(eq(receivedAt, after.at), lt(id, after.id)))
  const rows = await db
    .select(LISTED)
    .from(inboundMail)
    .leftJoin(cases, eq(cases.id, inboundMail.caseId))
    .where(and(inArray(state, [...MAIL_VIEWS[view].states]), visible, older))
    .orderBy(desc(receivedAt), desc(id))
    .limit(PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  const waiting = db
    .select({ one: sql`1` })
    .from(inboundMail)
    .where(and(eq(state, 'quarantined'), visible))
    .limit(MOST_COUNTED)
    .as('waiting')
  const [toSort] = await db.select({ found: count() }).from(waiting)
  return {
    view: MAIL_VIEWS[view].label,
    toSort: toSort?.found ?? 0,
    views: Object.entries(MAIL_VIEWS).map(([name, { label }]) => ({
      label,
      href: `/desk/mail?view=${name}`,
      isCurrent: name === view,
      isSort: name === 'sort',
    })),
    rows: shown.map(row => ({
      ...row,
      ...STATE_WORDS[row.state],
      why: reasonWords(row.reason),
      size: sizeWords(row.size),
    })),
    next: last ? `/desk/mail?view=${view}&after=${last.receivedAt.toISOString()}_${last.id}` : null,
    isFirst: after === undefined,
  }
}
