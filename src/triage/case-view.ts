import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../kernel/database.ts'
import type { Language } from '../kernel/languages.ts'
import { decisionClock } from '../cases/due-date.ts'
import { arithmeticSentence } from '../cases/arithmetic-sentence.ts'
import { askedReviewers } from '../cases/ask-reviewer.ts'
import { whyNotAlone } from '../cases/four-eyes.ts'
import { exitsOf } from '../cases/quarantine.ts'
import { recommendationsOn } from '../cases/recommendations.ts'
import type { StandardAt } from '../cases/standards.ts'
import { STATE } from '../cases/states.ts'
import type { cases } from '../cases/tables.ts'
import { documentsOf, type KeptDocument } from '../documents/documents.ts'
import { events, eventWords } from '../events/tables.ts'
import type { Form } from '../forms/define-form.ts'
import { documentOf } from '../forms/document.ts'
import { reviewOf } from '../forms/review.ts'
import { storedWording } from '../forms/stored-wording.ts'
import type { CachedReference } from '../roster/cached-reference.ts'
import { explanation } from '../routing/explain.ts'
import { routingDecisions } from '../routing/routing-decisions.ts'
import { may, type Role } from '../staff/roles.ts'
import { reasonsOf } from '../submissions/gate/signals.ts'
import { submissions } from '../submissions/tables.ts'

interface Reading {
  db: Db
  reference: CachedReference
  standard: StandardAt
  now: Date
  forms: readonly Form[]
  /** Of the reader. */
  language: Language
  me: { staffId: string; roles: readonly Role[] }
}

/** Everything about one case that its reader may see: answers as they were asked, why it is where it is, what can be done. */
export async function caseView(reading: Reading, theCase: typeof cases.$inferSelect) {
  const { db, standard, now, language, forms, me } = reading
  const review = reviewOf(forms, theCase.form)
  const [recommendations, decisions, answers, documents, reviewers] = await Promise.all([
    recommendationsOn(db, theCase),
    routingDecisions(db, theCase.id),
    answersOf(reading, theCase.id),
    documentsOf(db, { caseId: theCase.id }),
    askedReviewers(db, theCase.id),
  ])
  const clock = decisionClock(theCase, now, standard)
  return {
    reference: theCase.reference,
    form: theCase.form,
    state: theCase.state,
    version: theCase.version,
    whoseMove: STATE[theCase.state].move,
    publicStatus: STATE[theCase.state].publicStatus,
    receivedAt: theCase.receivedAt.toISOString(),
    dueAt: theCase.dueAt?.toISOString() ?? null,
    decisionClock: {
      dueAt: clock.dueAt?.toISOString() ?? null,
      arithmetic: arithmeticSentence(clock.arithmetic, language),
    },
    quarantine: theCase.quarantine === null ? null : reasonsOf(theCase.quarantine),
    assigneeId: theCase.assigneeId,
    teamId: theCase.teamId,
    tags: theCase.tags,
    applicant: {
      organisation: theCase.organisation,
      contactName: theCase.contactName,
      contactEmail: theCase.contactEmail,
      language: theCase.language,
      country: theCase.country,
      region: theCase.region,
      jurisdiction: theCase.jurisdiction,
      applicantType: theCase.applicantType,
    },
    ...answers,
    documents: documents.map(shownDocument),
    routing: decisions.map(({ sequence, decidedAt, decision }) => ({
      sequence,
      decidedAt: decidedAt.toISOString(),
      explanation: explanation(decision, language),
      decision: { ...decision },
    })),
    review: {
      criteria: review.criteria.map(({ code, label }) => ({ code, label: label[language] })),
      suggestedRecommendations: review.suggestedRecommendations,
      fourEyes: review.fourEyes,
    },
    reviewers,
    recommendations: recommendations.map(({ at, ...recommendation }) => ({
      ...recommendation,
      at: at.toISOString(),
    })),
    nextSteps: stepsFor(
      theCase,
      me.roles,
      whyNotAlone(
        review,
        recommendations.map(({ staffId }) => staffId),
        me.staffId,
      ),
    ).map(({ name, resource = '', outcome, needs, to }) => ({
      name,
      resource,
      outcome: outcome ?? null,
      needs,
      to,
    })),
  }
}

const shownDocument = ({ sha256, createdAt, ...kept }: KeptDocument) => ({
  ...kept,
  sha256: sha256.toString('hex'),
  createdAt: createdAt.toISOString(),
})

// A step that the person would be refused is not offered.
const stepsFor = (theCase: typeof cases.$inferSelect, roles: readonly Role[], notAlone: string | undefined) =>
  exitsOf(theCase).filter(
    ({ resource, permission }) =>
      resource !== undefined &&
      permission !== undefined &&
      may(roles, permission) &&
      (resource !== 'decision' || notAlone === undefined),
  )

/** The answers as they were sent and as they were asked; nulls once erased. Without what only organisers of meetings may read. */
export async function answersOf({ db, reference }: Pick<Reading, 'db' | 'reference'>, caseId: string) {
  const [found] = await db
    .select({ answers: submissions.answers, wordingId: submissions.wordingId })
    .from(submissions)
    .where(eq(submissions.caseId, caseId))
  if (!found?.answers) return { answers: null, document: null }
  const members = await reference.current()
  const document = documentOf(await storedWording(db, found.wordingId), found.answers, {
    jurisdictionName: id => members.jurisdiction(id)?.name ?? id,
  })
  // Access needs are for the organisers of a meeting only, so they stay out of the answers as well.
  const { accessNeeds: _, ...answers } = found.answers
  return { answers, document: { ...document } }
}

/** A page of what happened on the case, oldest first, with the words that belong to it. */
export async function auditTrail(db: Db, caseId: string, { after, limit }: { after: number; limit: number }) {
  const items = await db
    .select({
      position: events.position,
      type: events.type,
      at: events.at,
      actor: events.actor,
      details: events.details,
      words: eventWords.words,
      hash: events.hash,
    })
    .from(events)
    .leftJoin(eventWords, eq(eventWords.eventId, events.id))
    .where(and(eq(events.stream, caseId), gt(events.position, after)))
    .orderBy(asc(events.position))
    .limit(limit)
  return items.map(({ hash, at, actor, ...event }) => ({
    ...event,
    at: at.toISOString(),
    actor: { ...actor },
    hash: hash.toString('hex'),
  }))
}
