// Everything that an applicant may see, as data to take away.
import { publicStatusLabel, STATE } from '../cases/states.ts'
import { FILE_TYPES } from '../documents/kinds.ts'
import type { FollowedCase } from './followed-case.ts'

export function everything({ theCase, answers, document, phone, files, history }: FollowedCase) {
  const { publicStatus, move } = STATE[theCase.state]
  return {
    reference: theCase.reference,
    form: theCase.form,
    receivedAt: theCase.receivedAt.toISOString(),
    status: { code: publicStatus, label: publicStatusLabel[publicStatus][theCase.language] },
    whoseMove: move === 'applicant' || move === 'nobody' ? move : 'support-unit',
    dueAt: theCase.dueAt?.toISOString() ?? null,
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
    happened: history.map(({ id, key, at, by, words, day, rating, documents }) => ({
      id,
      what: key,
      at: at.toISOString(),
      by: by === 'you' ? 'applicant' : 'support-unit',
      words: Object.fromEntries(words.map(({ name, text }) => [name, text])),
      ...(day !== null && { day }),
      ...(rating !== null && { rating }),
      ...(documents.length > 0 && { files: documents }),
    })),
  }
}
