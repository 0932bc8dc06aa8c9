import { and, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import { DRAFT_LETTER_NAMES } from './applicant/draft-letters.ts'
import { deliveries } from './tables.ts'

/** Deletes what is kept of emails about drafts that went out before the moment: with the draft their addresses go, too. */
export async function forgetDraftLetters(db: Db, before: Date): Promise<void> {
  await db
    .delete(deliveries)
    .where(
      and(
        isNull(deliveries.stream),
        inArray(deliveries.notification, [...DRAFT_LETTER_NAMES]),
        isNotNull(deliveries.settledAt),
        lt(deliveries.createdAt, before),
      ),
    )
}
