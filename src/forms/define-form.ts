// A form is one definition. Validation, OpenAPI, messages, frozen wording, facts and the emails' copy derive from it.
import { z } from 'zod'
import type { Text } from '../kernel/languages.ts'
import { failure } from './bounded-string.ts'
import { misplacedAnswers } from './conditions.ts'
import type { Facts } from './facts.ts'
import type { Review } from './review.ts'
import { questionsOf, type Question, type Shape } from './question.ts'

/** Which life a case leads that begins with the form. */
export const CASE_KINDS = ['observer', 'support'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

interface About {
  /** Slug, unique: names the form in the API and the database. */
  name: string
  /** Last part of the address to which it is posted, unique. */
  path: string
  /** Three capitals before the dash of a reference, unique. */
  prefix: string
  /** Goes up by one whenever a question is added, removed or means something else. */
  version: number
  kind: CaseKind
  title: Text
  intro: Text
  /** Complete answers as somebody may send them, for whoever builds a client. */
  example?: Readonly<Record<string, unknown>>
  /** How its cases are reviewed; left out, without criteria and by one person. */
  review?: Review
}

export interface Section {
  title: Text
  questions: readonly Question[]
}

// `facts` is written as a method: so a Form<SomeAnswers> can stand in a list of forms of any answers.
export interface Form<Answers = unknown> extends About {
  sections: readonly Section[]
  /** The questions of all sections: the top level of the answers. */
  questions: readonly Question[]
  answers: z.ZodType<Answers>
  facts(answers: Answers): Facts
}

interface SectionDefinition {
  title: Text
  questions: Shape
}

// The questions of all sections as one shape: a union of the sections' shapes turned into their intersection.
type ShapeOf<S extends readonly SectionDefinition[]> = Merged<S[number]['questions']>
type Merged<Union> = (Union extends Shape ? (each: Union) => void : never) extends (all: infer All) => void
  ? { [Name in keyof All]: Extract<All[Name], z.ZodType> }
  : never
type AnswersTo<S extends readonly SectionDefinition[]> = z.infer<z.ZodObject<ShapeOf<S>, z.core.$strict>>

interface Definition<S extends readonly SectionDefinition[]> extends About {
  sections: S
  facts: (answers: AnswersTo<S>) => Facts
}

/**
 * Makes a form. Throws at start when a question stands in two sections or a condition names what cannot be answered.
 */
export function defineForm<const S extends readonly SectionDefinition[]>(
  definition: Definition<S>,
): Form<AnswersTo<S>> {
  const { facts, ...about } = definition
  const sections = about.sections.map(({ title, questions }) => ({
    title,
    questions: questionsOf(questions),
  }))
  const questions = sections.flatMap(section => section.questions)
  const twice = questions.find(
    (question, at) => questions.findIndex(({ name }) => name === question.name) !== at,
  )
  if (twice) throw new Error(`The form ${about.name} asks "${twice.name}" twice.`)

  const misplaced = misplacedAnswers(questions)
  const shape = Object.assign({}, ...about.sections.map(section => section.questions)) as ShapeOf<S>
  const answers = z.strictObject(shape).superRefine(
    (given, ctx) => {
      for (const { name, code } of misplaced(given)) {
        ctx.addIssue({ code: 'custom', path: [name], ...failure(code) })
      }
    },
    // Also when other answers are wrong: all that is wrong is told in one answer.
    { when: () => true },
  )
  return { ...about, sections, questions, answers: answers as unknown as z.ZodType<AnswersTo<S>>, facts }
}
