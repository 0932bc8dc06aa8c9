// A form as pages in a browser: a few questions to a page, and what depends on an answer stands on a later page than it.
import type { Text } from '../../kernel/languages.ts'
import type { Form, Section } from '../define-form.ts'
import type { Question, QuestionMeta } from '../question.ts'

/** One page of a form. A group may be spread over several: then its question here holds only some of its questions. */
export interface FormPage {
  /** Last part of its address, unique within the form. */
  slug: string
  title: Text
  questions: readonly Question[]
}

export interface PagedForm {
  pages: readonly FormPage[]
  /** What is declared beside the answers, at the end. */
  closing: readonly Question[]
}

const MOST_WEIGHT = 6
/** Addresses of a form that are no page of questions. */
const OTHER_PLACES: readonly string[] = ['check', 'return', 'sent']

const known = new WeakMap<Form, PagedForm>()

/** The pages of a form in their order, the same at every call. Throws for a form whose pages would share an address. */
export function pagedForm(form: Form): PagedForm {
  const paged = known.get(form) ?? {
    pages: form.sections.flatMap(pagesOfSection),
    closing: form.questions.filter(isClosing),
  }
  known.set(form, paged)
  const slugs = [...OTHER_PLACES, ...paged.pages.map(page => page.slug)]
  if (new Set(slugs).size < slugs.length) throw new Error(`Two pages of ${form.name} share an address.`)
  return paged
}

/** Whether it asks for nothing but agreement: a declaration, a choice of one, or a group of such. */
function isClosing(question: Question): boolean {
  if (question.when) return false
  return (
    question.kind === 'declaration' ||
    isChoiceOfOne(question) ||
    (question.kind === 'group' && (question.questions ?? []).every(isClosing))
  )
}

/** A choice that offers one answer is a statement to agree to. */
export const isChoiceOfOne = ({ kind, choices }: QuestionMeta): boolean =>
  kind === 'choice' && choices?.length === 1

function pagesOfSection(section: Section): FormPage[] {
  const parts = section.questions.filter(question => !isClosing(question)).flatMap(slices)
  const packed: Question[][] = []
  for (const part of parts) {
    const page = packed.at(-1)
    if (page && fitsOn(page, part)) page.push(part)
    else packed.push([part])
  }
  const taken = new Map<string, number>()
  return packed.map(questions => {
    const slug = slugOf(questions)
    const before = taken.get(slug) ?? 0
    taken.set(slug, before + 1)
    return {
      slug: before === 0 ? slug : `${slug}-${before + 1}`,
      title: titleOf(section, questions),
      questions,
    }
  })
}

function fitsOn(page: readonly Question[], part: Question): boolean {
  const dependsOnPage = page.some(({ name }) => name === part.when?.question)
  const total = [...page, part].reduce((sum, question) => sum + weightOf(question), 0)
  return total <= MOST_WEIGHT && !dependsOnPage
}

function weightOf({ kind, questions = [], item, max = 1 }: QuestionMeta): number {
  if (kind === 'group') return questions.reduce((sum, question) => sum + weightOf(question), 0)
  if (item) return weightOf(item) * Math.min(max, 3)
  return kind === 'long-text' || kind === 'choices' ? 2 : 1
}

/** A group that weighs too much for one page, as groups of about the same weight. */
function slices(question: Question): Question[] {
  const { questions = [] } = question
  const weight = weightOf(question)
  if (question.kind !== 'group' || weight <= MOST_WEIGHT) return [question]
  const each = weight / Math.ceil(weight / MOST_WEIGHT)
  const parts: Question[][] = []
  let before = 0
  for (const inner of questions) {
    const middle = before + weightOf(inner) / 2
    const part = Math.floor(middle / each)
    parts[part] = [...(parts[part] ?? []), inner]
    before += weightOf(inner)
  }
  return parts.filter(part => part.length > 0).map(part => ({ ...question, questions: part }))
}

const titleOf = (section: Section, questions: readonly Question[]): Text =>
  questions.length === 1 && questions[0] ? questions[0].label : section.title

const slugOf = (questions: readonly Question[]): string =>
  (questions[0]?.name ?? '').replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)
