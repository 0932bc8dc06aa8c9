// A number with its noun, in the plural that the language wants. A catalogue that lacks a form does not compile.
import { localeOf, type Language } from './languages.ts'

/** The forms that a noun has in each language, as the platform counts them (Unicode CLDR). */
export const PLURAL_FORMS = {
  en: ['one', 'other'],
  // The third is for millions: "un million de mots".
  fr: ['one', 'many', 'other'],
  es: ['one', 'many', 'other'],
  pt: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
} as const satisfies Readonly<Record<Language, readonly Intl.LDMLPluralRule[]>>

/** The forms of one noun, `#` for the number where it is written. */
export type Counted<In extends Language = Language> = Readonly<
  Record<(typeof PLURAL_FORMS)[In][number], string>
>

/** A noun in every language. */
export type CountedText = { readonly [In in Language]: Counted<In> }

/** "1 word", "3 words"; in Arabic, where the noun alone can say one or two, the number may be left out. */
export function counted(language: Language, number: number, forms: CountedText[Language]): string {
  const known: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string } = forms
  return (known[rulesOf(language).select(number)] ?? known.other).replace('#', String(number))
}

// Making the rules takes far longer than asking them.
const known = new Map<Language, Intl.PluralRules>()

function rulesOf(language: Language): Intl.PluralRules {
  const rules = known.get(language) ?? new Intl.PluralRules(localeOf(language))
  known.set(language, rules)
  return rules
}
