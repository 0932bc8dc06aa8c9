// What can be chosen at a field.
import type { Language } from '../../kernel/languages.ts'
import { DOCUMENT_TEXTS } from '../document-texts.ts'
import type { QuestionMeta } from '../question.ts'
import { typedTexts, type Typed } from './typed.ts'

export interface Offer {
  value: string
  label: string
}

export interface OfferShown extends Offer {
  id: string
  chosen: boolean
}

/** Names and values of all countries, members or time zones. */
export type OffersOf = (kind: 'country' | 'jurisdiction' | 'time-zone') => readonly Offer[]

/** The answers that a field offers, those that were chosen marked. */
export function offersOf(
  question: QuestionMeta,
  name: string,
  { language, offers, typed }: { language: Language; offers: OffersOf; typed: Typed },
): OfferShown[] {
  const texts = DOCUMENT_TEXTS[language]
  const chosen = typedTexts(typed, name)
  const shown = (list: readonly Offer[]) =>
    list.map((offer, at) => ({
      ...offer,
      id: at === 0 ? idOf(name) : `${idOf(name)}-${at + 1}`,
      chosen: chosen.includes(offer.value),
    }))
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return shown((question.choices ?? []).map(({ value, label }) => ({ value, label: label[language] })))
    case 'yes-no':
      return shown([
        { value: 'yes', label: texts.yes },
        { value: 'no', label: texts.no },
      ])
    case 'declaration':
      return shown([{ value: 'yes', label: question.label[language] }])
    case 'country':
    case 'jurisdiction':
    case 'time-zone':
      return shown(offers(question.kind))
    default:
      return []
  }
}

/** The id of the element that a field's error leads to. */
export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`
