// The questions of a page as fields for a view: everything decided, nothing left to a template but to show it.
import type { Language } from '../../kernel/languages.ts'
import type { Question, QuestionMeta } from '../question.ts'
import { idOf, offersOf, type Offer, type OffersOf, type OfferShown } from './offers-of.ts'
import { isChoiceOfOne } from './split-pages.ts'
import { typedItems, typedText, typedTexts, within, type Typed } from './typed.ts'

type Shape = 'input' | 'textarea' | 'select' | 'radios' | 'checkboxes' | 'date' | 'group' | 'list' | 'files'

export interface Field {
  shape: Shape
  kind: QuestionMeta['kind']
  id: string
  name: string
  label: string
  hint: string
  /** Empty where nothing is wrong. */
  error: string
  optional: boolean
  /** Whether the page asks nothing else: then the label is its heading. */
  heading: boolean
  value: string
  /** What another tab has saved meanwhile, where it differs. */
  theirs: string
  autocomplete: string
  words: number
  characters: number
  offers: OfferShown[]
  parts: { name: string; id: string; value: string; part: 'day' | 'month' | 'year' }[]
  fields: Field[]
  /** Of a list: whether another item can be added, and whether the last can be taken away. */
  growable: boolean
  shrinkable: boolean
}

interface Page {
  typed: Typed
  /** By the names of fields. */
  errors: ReadonlyMap<string, string>
  language: Language
  /** Names and values of all countries, members or time zones. */
  offers: OffersOf
  /** The files that were added so far: their ids and what they are called. */
  files?: readonly Offer[]
  /** What another tab saved; given only where it has to be shown beside. */
  theirs?: Typed
}

/** How many items of a list the page shows is typed into this field of it. */
export const countField = (list: string): string => within(list, 'count')

/** The fields of the questions. A condition has been met already; a question that stands alone is the page's heading. */
export const fieldsOf = (questions: readonly Question[], page: Page): Field[] =>
  questions.map(question =>
    fieldOf(
      { ...question, required: question.required || question.when !== undefined },
      question.name,
      page,
      {
        label: question.label[page.language],
        heading: questions.length === 1,
      },
    ),
  )

interface Place {
  label: string
  heading?: boolean
}

function fieldOf(question: QuestionMeta, name: string, page: Page, place: Place): Field {
  const { language, typed } = page
  const base: Field = {
    shape: shapeOf(question),
    kind: question.kind,
    id: idOf(name),
    name,
    label: place.label,
    hint: question.hint?.[language] ?? '',
    error: page.errors.get(name) ?? '',
    optional: !question.required,
    heading: place.heading ?? false,
    value: typedText(typed, name),
    theirs: savedElsewhere(name, page),
    autocomplete: AUTOCOMPLETE[name] ?? '',
    words: question.longest && 'words' in question.longest ? question.longest.words : 0,
    characters: question.longest && 'characters' in question.longest ? question.longest.characters : 0,
    offers: offersOf(question, name, page),
    parts: [],
    fields: [],
    growable: false,
    shrinkable: false,
  }
  if (question.kind === 'date') return { ...base, parts: partsOf(name, typed), theirs: otherDate(name, page) }
  if (question.kind === 'files')
    return { ...base, offers: (page.files ?? []).map(file => ({ ...file, id: '', chosen: true })) }
  if (question.item) return listField(base, question, question.item, page)
  const fields = (question.questions ?? []).map(inner =>
    fieldOf(inner, within(name, inner.name), page, { label: inner.label[language] }),
  )
  return { ...base, fields }
}

function listField(base: Field, list: QuestionMeta, item: QuestionMeta, page: Page): Field {
  const { name } = base
  const most = list.max ?? 1
  const isFixed = item.kind !== 'group' && most <= 3
  const typedCount = (typedItems(list, name, page.typed).at(-1) ?? 0) + 1
  const asked = Number(typedText(page.typed, countField(name))) || 1
  const count = isFixed ? most : Math.min(most, Math.max(1, typedCount, asked))
  const fields = Array.from({ length: count }, (_, at) =>
    fieldOf({ ...item, required: true }, within(name, at), page, {
      label: most === 1 ? item.label[page.language] : `${item.label[page.language]} ${at + 1}`,
    }),
  )
  return {
    ...base,
    value: String(count),
    fields,
    growable: !isFixed && count < most,
    shrinkable: !isFixed && count > 1,
  }
}

function shapeOf(question: QuestionMeta): Shape {
  if (isChoiceOfOne(question)) return 'checkboxes'
  switch (question.kind) {
    case 'long-text':
      return 'textarea'
    case 'choice':
    case 'yes-no':
      return 'radios'
    case 'choices':
    case 'declaration':
      return 'checkboxes'
    case 'country':
    case 'jurisdiction':
    case 'time-zone':
      return 'select'
    case 'date':
    case 'group':
    case 'list':
    case 'files':
      return question.kind
    default:
      return 'input'
  }
}

const partsOf = (name: string, typed: Typed): Field['parts'] =>
  (['day', 'month', 'year'] as const).map((part, at) => ({
    part,
    name: within(name, part),
    id: at === 0 ? idOf(name) : idOf(within(name, part)),
    value: typedText(typed, within(name, part)),
  }))

function savedElsewhere(name: string, { theirs, typed }: Page): string {
  if (!theirs) return ''
  const [saved, mine] = [typedTexts(theirs, name).join(', '), typedTexts(typed, name).join(', ')]
  return saved === mine ? '' : saved
}

function otherDate(name: string, page: Page): string {
  if (!page.theirs) return ''
  const read = (typed: Typed) =>
    partsOf(name, typed)
      .map(({ value }) => value)
      .join(' ')
      .trim()
  const saved = read(page.theirs)
  return saved === read(page.typed) ? '' : saved
}

// What browsers can fill in by themselves (WCAG 2.2, 1.3.5): only about the person who fills the form in.
const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  'contact.name': 'name',
  'contact.email': 'email',
  'contact.phone': 'tel',
  'contact.jobTitle': 'organization-title',
  organisationName: 'organization',
  institution: 'organization',
}
