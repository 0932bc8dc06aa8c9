// The words of an explanation. No pronouns and no participles that agree with a person: nobody's gender is known here.
import type { CountedText } from '../../kernel/counted.ts'
import type { ChosenBy, Exclusion } from '../decision.ts'

export interface ExplanationWords {
  quote(name: string): string
  /** `who` stands apart, so that the name comes first; `why` says what set them apart. */
  assigned(who: string, why: string, rule: string): string
  chosenBy: Readonly<Record<ChosenBy, (open: number, capacity: number, available: number) => string>>
  rule(position: number, name: string, conditions: string): string
  everyCase: string
  anyOf(subject: string, values: string, several: boolean): string
  noneOf(subject: string, values: string, several: boolean): string
  withinDays(days: number): string
  /** Rules that matched before the one that decided. */
  passedOver(rules: string, many: boolean): string
  leftOut(people: string): string
  others(count: number): string
  noRule: string
  nobodyThere(rules: string, many: boolean): string
  reason: Readonly<Record<Exclusion, (detail: string) => string>>
}

export const DAYS: CountedText = {
  en: { one: '# day', other: '# days' },
  fr: { one: '# jour', many: '# de jours', other: '# jours' },
  es: { one: '# día', many: '# de días', other: '# días' },
  pt: { one: '# dia', many: '# de dias', other: '# dias' },
  ar: { zero: '# يوم', one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' },
}
