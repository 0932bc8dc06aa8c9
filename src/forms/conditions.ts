// When a question is asked: declared as "that question is answered so", so that a program can follow it as well.
import type { Condition, Question } from './question.ts'

type Answers = Readonly<Record<string, unknown>>

/** Whether a question is asked, given answers that have been checked. */
export const isAsked = (when: Omit<Condition, 'text'> | undefined, answers: Answers): boolean =>
  !when || when.is.includes(answers[when.question] as string | boolean)

/** A question that is missing though it is asked, or answered though it is not. */
export interface Misplaced {
  name: string
  code: 'required' | 'not-asked'
}

/**
 * Finds what is missing or should be left out among answers that may be wrong in any other way. Where the answer that
 * decides is itself missing or wrong nothing is said: that answer is reported, and nobody can know what it will be.
 */
export function misplacedAnswers(questions: readonly Question[]): (answers: unknown) => Misplaced[] {
  const byName = new Map(questions.map(question => [question.name, question]))
  const conditional = questions.filter(question => question.when)
  conditional.forEach(question => verify(question, byName))
  return answers => {
    if (typeof answers !== 'object' || answers === null) return []
    const given = answers as Answers
    const misplaced: Misplaced[] = []
    for (const { name, when } of conditional) {
      const asked = holds(when, byName, given)
      const answered = given[name] !== undefined
      if (asked === true && !answered) misplaced.push({ name, code: 'required' })
      if (asked === false && answered) misplaced.push({ name, code: 'not-asked' })
    }
    return misplaced
  }
}

function holds(
  when: Condition | undefined,
  byName: Map<string, Question>,
  given: Answers,
): boolean | undefined {
  if (!when) return true
  const deciding = byName.get(when.question)
  const answer = given[when.question]
  if (!deciding) return undefined
  if (answer === undefined && !deciding.required) {
    // Left out rightly, either because it may be or because it was not asked; otherwise it is missing.
    return deciding.when && holds(deciding.when, byName, given) !== false ? undefined : false
  }
  return possibleAnswers(deciding).includes(answer) ? isAsked(when, given) : undefined
}

const possibleAnswers = (question: Question): unknown[] =>
  question.kind === 'yes-no' ? [true, false] : (question.choices ?? []).map(({ value }) => value)

// A slip in a condition would never be noticed by an applicant, who is simply not asked: it stops the start instead.
function verify({ name, when }: Question, byName: Map<string, Question>): void {
  const deciding = when && byName.get(when.question)
  const offered: unknown[] = deciding ? possibleAnswers(deciding) : []
  const unknown = when?.is.filter(value => !offered.includes(value)) ?? []
  if (!deciding || deciding.kind === 'choices' || deciding.name === name || unknown.length > 0) {
    throw new Error(`The condition of "${name}" names no answer that can be given to "${when?.question}".`)
  }
}
