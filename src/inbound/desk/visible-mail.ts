// Which mail a person may see: none of a case that they may not see, and none from an organisation that they keep away from.
import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import { hasDeclared } from '../../cases/declare.ts'
import { cases } from '../../cases/tables.ts'
import { visibleTo } from '../../cases/visible-cases.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import { Problem } from '../../kernel/problem.ts'
import { interestsOf } from '../../routing/conflicts/interests.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { inboundMail } from '../tables.ts'

/** The condition. Belongs into every read of mail for staff. */
export async function mailVisibleTo(db: Db | Tx, me: SignedIn): Promise<SQL | undefined> {
  const [visible, { domains }] = await Promise.all([visibleTo(db, me), interestsOf(db, me.staffId)])
  const seen = db.select({ id: cases.id }).from(cases).where(visible)
  const domain = sql`split_part(${inboundMail.sender}, '@', 2)`
  return and(
    or(isNull(inboundMail.caseId), inArray(inboundMail.caseId, seen)),
    ...domains.map(own => sql`not (${domain} = ${own} or ${domain} like ${`%.${own}`})`),
  )
}

const { raw, ...columns } = {
  id: inboundMail.id,
  raw: inboundMail.raw,
  sender: inboundMail.sender,
  subject: inboundMail.subject,
  state: inboundMail.state,
  reason: inboundMail.reason,
  size: inboundMail.size,
  isCut: inboundMail.isCut,
  receivedAt: inboundMail.receivedAt,
  caseId: inboundMail.caseId,
  reference: cases.reference,
}
/** What a list shows: not the message itself. */
export const LISTED = columns

/** One message. Throws `not-found` for one that the person may not see: that it exists is not told. */
export async function visibleMail(db: Db | Tx, me: SignedIn, id: string) {
  const [mail] = await db
    .select({ ...LISTED, raw })
    .from(inboundMail)
    .leftJoin(cases, eq(cases.id, inboundMail.caseId))
    .where(and(eq(inboundMail.id, id), await mailVisibleTo(db, me)))
  if (!mail) throw new Problem('not-found', 'There is no such message among those that you may see.')
  return mail
}

/** Whether the person may read it: of a case only after the declaration that opens the case. */
export const mayRead = async (db: Db | Tx, me: SignedIn, caseId: string | null): Promise<boolean> =>
  caseId === null || hasDeclared(db, me.staffId, caseId)
