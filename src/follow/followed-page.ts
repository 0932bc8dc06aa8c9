// What stands on an applicant's page: where it stands, whose move it is and by when, what happened, what was sent, what they can do.
import { namedMoment } from '../cases/announce-delay.ts'
import { arithmeticSentence } from '../cases/arithmetic-sentence.ts'
import { decisionClock } from '../cases/due-date.ts'
import { nextStep } from '../cases/next-step.ts'
import type { StandardAt } from '../cases/standards.ts'
import { publicStatusLabel, STATE } from '../cases/states.ts'
import type { KeptDocument } from '../documents/documents.ts'
import { mayBeHandedOut } from '../documents/kinds.ts'
import { shownSections } from '../forms/shown-answers.ts'
import { directionOf, localeOf, type Language } from '../kernel/languages.ts'
import { contactRows } from './contact/contact-rows.ts'
import { hoursIn } from '../meetings/hours.ts'
import { dayIn, momentIn } from './dates.ts'
import type { FollowedCase } from './followed-case.ts'
import type { Entry } from './history.ts'
import { awaitsAnswer, offersFor } from './offers.ts'
import { invitationRows } from './invitation-rows.ts'
import { HISTORY_WORDS } from './words/history-words.ts'
import { filled, FOLLOW_WORDS } from './words/follow-words.ts'

export interface Reader {
  language: Language
  now: Date
  standard: StandardAt
}

export function followedPage(followed: FollowedCase, { language, now, standard }: Reader) {
  const { theCase, document, files, history, meetings } = followed
  const words = FOLLOW_WORDS[language]
  const { timeZone } = standard(now)
  const { publicStatus, move, due } = STATE[theCase.state]
  const later = new Set(history.flatMap(({ documents }) => documents))
  const dates = { language, timeZone }
  const whose = move === 'nobody' ? 'nobody' : move === 'applicant' ? 'you' : 'we'
  return {
    words,
    reference: theCase.reference,
    your: words.your[theCase.kind],
    status: publicStatusLabel[publicStatus][language],
    move: words.moves[whose],
    isTheirs: whose === 'you',
    next: nextStep(theCase.state, namedMoment(theCase), language, timeZone),
    counted:
      due === 'decision'
        ? arithmeticSentence(decisionClock(theCase, now, standard).arithmetic, language)
        : '',
    closed: words.closed[theCase.state] ?? '',
    goesOnAs: followed.original ? filled(words.goesOnAs, { reference: followed.original.reference }) : '',
    meetings: meetings.map(meeting => invitationRows(language, meeting, followed.timeZone)),
    question: awaitsAnswer(theCase) ? questionIn(history) : null,
    happened: history.map(entry => shownEntry(entry, files, dates)).toReversed(),
    sentIn: document?.language ?? language,
    sentDirection: directionOf(document?.language ?? language),
    sections: shownSections(document),
    files: files.filter(({ id }) => !later.has(id)).map(file => shownFile(file, language)),
    contact: contactRows(followed, language),
    isErased: theCase.erasedAt !== null,
    offers: offersFor(theCase, history).map(name => ({ name, label: words.acts[name].link })),
    at: filled(words.printed, { moment: momentIn(language, now, timeZone) }),
  }
}

const questionIn = (history: readonly Entry[]): string =>
  history.findLast(({ key }) => key === 'asked')?.words[0]?.text ?? ''

function shownEntry(
  { key, at, by, words: said, day, rating, hours, documents }: Entry,
  files: readonly KeptDocument[],
  { language, timeZone }: { language: Language; timeZone: string },
) {
  const words = FOLLOW_WORDS[language]
  const labels: Readonly<Record<string, string>> = words.wordLabels
  return {
    at: at.toISOString(),
    day: dayIn(language, at, timeZone),
    by: words.by[by],
    isOwn: by === 'you',
    title: HISTORY_WORDS[language][key],
    more: [
      ...(day === null ? [] : [filled(words.until, { day: dayIn(language, day, timeZone) })]),
      ...(rating === null ? [] : [words.ratings[rating - 1] ?? '']),
      ...(hours === null ? [] : [hoursIn(language, hours)]),
    ].join(', '),
    said: said.map(({ name, text }) => ({ label: labels[name] ?? '', text })),
    files: files.filter(({ id }) => documents.includes(id)).map(file => shownFile(file, language)),
  }
}

function shownFile({ id, name, size, scan }: KeptDocument, language: Language) {
  const states: Readonly<Record<string, string>> = FOLLOW_WORDS[language].fileStates
  return { id, name, size: sizeIn(language, size), state: states[scan] ?? '', isReady: mayBeHandedOut(scan) }
}

const KILO = 1000

const sizeIn = (language: Language, bytes: number): string => {
  const isLarge = bytes >= KILO * KILO
  const unit = isLarge ? 'megabyte' : 'kilobyte'
  const amount = bytes / (isLarge ? KILO * KILO : KILO)
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(Math.max(amount, isLarge ? 0 : 1))
}
