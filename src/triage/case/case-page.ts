// The context of a case's page: everything on one page, and the next steps that this person may take.
import type { Db } from '../../kernel/database.ts'
import type { Clock } from '../../kernel/clock.ts'
import { correctedPhone } from '../../cases/applicant/contact.ts'
import { linksTo } from '../../cases/applicant/links.ts'
import { decisionClock } from '../../cases/due-date.ts'
import { whyNotAlone } from '../../cases/four-eyes.ts'
import { recommendationsOn } from '../../cases/recommendations.ts'
import { tagNames } from '../../cases/tag-case.ts'
import type { StandardAt } from '../../cases/standards.ts'
import type { CaseRow } from '../../cases/define-step.ts'
import { visibleTo } from '../../cases/visible-cases.ts'
import type { Form } from '../../forms/define-form.ts'
import { reviewOf } from '../../forms/review.ts'
import { languageNames } from '../../forms/language-names.ts'
import { hoursIn } from '../../meetings/hours.ts'
import { isInvitable } from '../../meetings/is-invitable.ts'
import { meetingsOf } from '../../meetings/meetings-of-case.ts'
import type { CachedReference } from '../../roster/cached-reference.ts'
import { countryName } from '../../roster/names.ts'
import type { SignedIn } from '../../staff/api-tokens.ts'
import { staffNames } from '../../staff/people.ts'
import { may } from '../../staff/roles.ts'
import { auditTrail, caseView } from '../case-view.ts'
import { moveLabel, stateLabel, stateTone } from '../state-words.ts'
import type { Attempt } from './attempt-step.ts'
import { caseFiles } from './case-files.ts'
import { clockDays } from './clock-days.ts'
import { filledForms } from './filled-forms.ts'
import { interleaved, otherCases } from './other-cases.ts'
import { lookTogether } from './presence.ts'
import { routingTold } from './routing-told.ts'
import { shownSections } from '../../forms/shown-answers.ts'
import { sideBySide } from './side-by-side.ts'
import { standingSteps } from './standing-steps.ts'
import { stepForms } from './step-forms.ts'
import { MOST_EVENTS, timeline } from './timeline.ts'

export interface CasePageDeps {
  db: Db
  clock: Clock
  forms: readonly Form[]
  reference: CachedReference
  standard: StandardAt
}

export async function casePage(deps: CasePageDeps, me: SignedIn, theCase: CaseRow, attempt?: Attempt) {
  const { db, clock, reference, standard, forms } = deps
  const now = clock.now()
  const review = reviewOf(forms, theCase.form)
  const [
    names,
    visible,
    view,
    given,
    trail,
    standing,
    together,
    members,
    knownTags,
    phone,
    links,
    invitations,
  ] = await Promise.all([
    staffNames(db),
    visibleTo(db, me),
    caseView({ db, reference, standard, now, language: 'en', forms, me }, theCase),
    recommendationsOn(db, theCase),
    auditTrail(db, theCase.id, { after: 0, limit: MOST_EVENTS }),
    standingSteps(db, me, theCase),
    lookTogether(db, theCase.id, me.staffId),
    reference.current(),
    tagNames(db),
    correctedPhone(db, theCase.id),
    linksTo(db, theCase.id),
    meetingsOf(db, theCase.id),
  ])
  const recommenders = given.map(({ staffId }) => staffId)
  const notAlone = whyNotAlone(review, recommenders, me.staffId)
  const others = await otherCases(deps, me, theCase, { visible, names })
  const member = theCase.jurisdiction === null ? undefined : members.jurisdiction(theCase.jurisdiction)
  const happened = timeline(trail, names)
  return {
    theCase: view,
    form: forms.find(({ name }) => name === theCase.form)?.title.en ?? theCase.form,
    stateLabel: stateLabel(theCase.state),
    tone: stateTone(theCase.state),
    move: moveLabel(theCase.state, theCase.assigneeId !== null),
    late: theCase.dueAt !== null && theCase.dueAt < now,
    assignee: nameOf(theCase.assigneeId, names),
    knownTags: knownTags.filter(tag => !theCase.tags.includes(tag)),
    place:
      member?.name ?? (theCase.country === null ? 'No single country' : countryName(theCase.country, 'en')),
    writesIn: languageNames([theCase.language])[theCase.language].en,
    asks: { anotherLook: theCase.anotherLookAskedAt, erasure: theCase.erasureAskedAt },
    phone: phone ?? null,
    links,
    meetings: invitations.map(one => ({ ...one, when: hoursIn('en', one), isOver: one.endsAt <= now })),
    mayOrganise: may(me.roles, 'meeting.organise'),
    isInvitable: isInvitable(theCase.state, view.answers),
    sections: shownSections(view.document),
    files: caseFiles(view.documents, theCase.reference),
    clockDays: clockDays(decisionClock(theCase, now, standard).arithmetic),
    routing: routingTold(view.routing),
    recommendations: sideBySide(review, given, { names, asked: view.reviewers }),
    others,
    ...together,
    timeline: interleaved(happened, others.merged),
    printedAt: now,
    ...filledForms([...stepForms(theCase, me.roles, { review, notAlone }), ...standing], {
      attempt,
      version: theCase.version,
      happened,
    }),
  }
}

const nameOf = (id: string | null, names: ReadonlyMap<string, string>): string =>
  id === null ? 'Nobody yet: the triage queue' : (names.get(id) ?? 'Someone who has left')
