// Wordings in the database: every one that was ever published, with who did it.
import { and, desc, eq, sql } from 'drizzle-orm'
import { recordOfficeEvent } from '../../events/record.ts'
import type { Db, Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { Problem } from '../../kernel/problem.ts'
import type { By } from '../../staff/by.ts'
import { emailWordings } from '../tables.ts'
import { wordingKey, type Wording, type Wordings } from '../wording/reword.ts'

/** The wordings in force, for the emails that are written now. */
export async function readWordings(db: Db): Promise<Wordings> {
  const { email, language, version, sentences } = emailWordings
  const newest = await db
    .selectDistinctOn([email, language], { email, language, version, sentences })
    .from(emailWordings)
    .orderBy(email, language, desc(version))
  return new Map(
    newest
      .filter(row => Object.keys(row.sentences).length > 0)
      .map((row): [string, Wording] => [
        wordingKey(row.email, row.language),
        { version: row.version, sentences: row.sentences },
      ]),
  )
}

/** What was published for an email in a language, the newest first. */
export const wordingVersions = (db: Db | Tx, email: string, language: Language) =>
  db
    .select({
      version: emailWordings.version,
      sentences: emailWordings.sentences,
      publishedAt: emailWordings.publishedAt,
      publishedBy: emailWordings.publishedBy,
    })
    .from(emailWordings)
    .where(and(eq(emailWordings.email, email), eq(emailWordings.language, language)))
    .orderBy(desc(emailWordings.version))
    .limit(100)

export interface NewWording {
  email: string
  language: Language
  /** Checked by `faultOf`; none at all: as the code says. */
  sentences: Record<string, string>
  /** The version that the person saw; 0 for none. */
  basedOn: number
}

/** Puts a wording in force and returns its version. Throws `changed-meanwhile` when there is a newer one than `basedOn`. */
export async function publishWording(tx: Tx, wording: NewWording, by: By): Promise<number> {
  const { email, language, sentences, basedOn } = wording
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`wording ${wordingKey(email, language)}`}))`)
  const newest = (await wordingVersions(tx, email, language))[0]?.version ?? 0
  if (newest !== basedOn) {
    throw new Problem(
      'changed-meanwhile',
      `Version ${newest} was published while you wrote. Your words are still here: compare them with it, then publish again.`,
    )
  }
  const version = newest + 1
  await tx
    .insert(emailWordings)
    .values({ email, language, version, sentences, publishedAt: by.at, publishedBy: by.actor })
  await recordOfficeEvent(tx, {
    type: 'email.worded',
    ...by,
    details: { email, language, version, sentences: Object.keys(sentences).length },
  })
  return version
}
