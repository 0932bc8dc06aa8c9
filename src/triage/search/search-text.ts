// What of a submission can be searched: what was written in it. Not choices, dates and declarations, and never what only
// the organisers of a meeting may read.
import type { WordedItem, WordedQuestion, Wording } from '../../forms/wording.ts'

export interface SearchText {
  /** Everything that was written. */
  texts: string[]
  /** What of it names people and organisations. */
  names: string[]
}

const WRITTEN = ['text', 'long-text', 'email', 'phone', 'web-address']
const NAMES = /name|acronym|institution/i

export function searchText(wording: Wording, answers: object): SearchText {
  const found: SearchText = { texts: [], names: [] }
  for (const { questions } of wording.sections) gatherAll(questions, answers, found)
  return found
}

function gatherAll(questions: readonly WordedQuestion[], answers: object, found: SearchText): void {
  for (const question of questions) {
    gather(question, question.name, (answers as Record<string, unknown>)[question.name], found)
  }
}

function gather(item: WordedItem, name: string, answer: unknown, found: SearchText): void {
  if (item.restricted || answer === undefined || answer === null) return
  if (Array.isArray(answer)) {
    for (const one of answer) gather(item.item ?? item, name, one, found)
  } else if (item.questions) gatherAll(item.questions, answer, found)
  else if (WRITTEN.includes(item.kind) && typeof answer === 'string') {
    found.texts.push(answer)
    if (item.kind === 'text' && NAMES.test(name)) found.names.push(answer)
  }
}
