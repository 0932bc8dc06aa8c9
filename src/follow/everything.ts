// Everything that an applicant may see, as data to take away.
import { namedMoment } from '../cases/announce-delay.ts'
import { publicStatusLabel, STATE } from '../cases/states.ts'
import { FILE_TYPES } from '../documents/kinds.ts'
import type { FollowedCase } from './followed-case.ts'

export function everything({ theCase, answers, document, phone, files, history, meetings }: FollowedCase) {
  const { publicStatus, move } = STATE[theCase.state]
  return {
    reference: theCase.reference,
    form: theCase.form,
    receivedAt: theCase.receivedAt.toISOString(),
    status: { code: publicStatus, label: publicStatusLabel[publicStatus][theCase.language] },
    whoseMove: move === 'applicant' || move === 'nobody' ? move : 'support-unit',
    dueAt: namedMoment(theCase)?.toISOString() ?? null,
    contact: { name: theCase.contactName, email: theCase.contactEmail, phone, language: theCase.language },
    answers,
    asAsked: document,
    files: files.map(({ id, name, kind, size, createdAt }) => ({
      id,
      name,
      type: FILE_TYPES[kind],
      size,
      receivedAt: createdAt.toISOString(),
    })),
    meetings: meetings.map(({ title, startsAt, endsAt, timeZone, place, link, agenda }) => ({
      title,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      timeZone,
      place,
      link,
      agenda,
    })),
    happened: history.map(({ id, key, at, by, words, day, rating, hours, documents }) => ({
      id,
      what: key,
      at: at.toISOString(),
      by: by === 'you' ? 'applicant' : 'support-unit',
      words: Object.fromEntries(words.map(({ name, text }) => [name, text])),
      ...(day !== null && { day }),
      ...(rating !== null && { rating }),
      ...(hours !== null && { meeting: hours }),
      ...(documents.length > 0 && { files: documents }),
    })),
  }
}
