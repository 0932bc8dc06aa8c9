// THE LIST of what a routing rule can ask about a case. A new criterion is one entry here: the schema of rules, the
// judgement of a case and the words of an explanation all come from it. Pure.
import { z } from 'zod'
import { localeOf, type Language, type Text } from '../kernel/languages.ts'
import { REGION_NAMES, REGIONS, isRegion } from '../kernel/regions.ts'
import { CRITERION_WORDS } from './criterion-words.ts'
import type { CaseFacts } from './facts.ts'
import { choiceName, choicesOf, formTitles, type Choices } from './form-choices.ts'

export type CriterionValue = string | number
export type Operator = 'is-any-of' | 'is-none-of' | 'within-days'

export interface Criterion {
  readonly name: string
  /** The column heading and the field's label. */
  readonly label: Text
  /** The label as the subject of a sentence: “la région”. */
  readonly subject: Text
  /** Whether a case has several values at once: “the themes include”, against “the region is”. */
  readonly several: boolean
  readonly operators: readonly [Operator, ...Operator[]]
  readonly value: z.ZodType<CriterionValue>
  /** What the case has; nothing where it is not known. `today` is the day of the decision, `YYYY-MM-DD`. */
  of(facts: CaseFacts, today: string): readonly CriterionValue[]
  /** A value in words. One that is no longer in use reads as it is stored. */
  say(value: CriterionValue, language: Language): string
}

const MOST_DAYS = 366
const CHOICE = ['is-any-of', 'is-none-of'] as const
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(80)

export const CRITERIA = [
  {
    name: 'form',
    ...CRITERION_WORDS.form,
    several: false,
    operators: CHOICE,
    of: facts => [facts.form],
    ...oneOf(formTitles),
  },
  {
    name: 'region',
    ...CRITERION_WORDS.region,
    several: false,
    operators: CHOICE,
    value: z.enum(REGIONS),
    of: facts => known(facts.region),
    say: (value, language) => {
      const region = String(value)
      return isRegion(region) ? REGION_NAMES[region][language] : region
    },
  },
  {
    name: 'country',
    ...CRITERION_WORDS.country,
    several: false,
    operators: CHOICE,
    value: z.string().regex(/^[A-Z]{2}$/),
    of: facts => known(facts.country),
    say: (value, language) => displayName('region', value, language),
  },
  {
    name: 'jurisdiction',
    ...CRITERION_WORDS.jurisdiction,
    several: false,
    operators: CHOICE,
    // The pick-list is data: which ids there are is not known here.
    value: slug,
    of: facts => known(facts.jurisdiction),
    say: value => capitalised(String(value)),
  },
  {
    name: 'language',
    ...CRITERION_WORDS.language,
    several: false,
    operators: CHOICE,
    value: z.string().regex(/^[a-z]{2,3}$/),
    of: facts => [facts.language],
    say: (value, language) => displayName('language', value, language),
  },
  {
    name: 'applicantType',
    ...CRITERION_WORDS.applicantType,
    several: false,
    operators: CHOICE,
    of: facts => known(facts.applicantType),
    ...oneOf(choicesOf('applicantType')),
  },
  {
    name: 'supportTypes',
    ...CRITERION_WORDS.supportTypes,
    several: true,
    operators: CHOICE,
    of: facts => facts.supportTypes,
    ...oneOf(choicesOf('supportTypes')),
  },
  {
    name: 'themes',
    ...CRITERION_WORDS.themes,
    several: true,
    operators: CHOICE,
    of: facts => facts.themes,
    ...oneOf(choicesOf('justiceThemes')),
  },
  {
    name: 'branch',
    ...CRITERION_WORDS.branch,
    several: false,
    operators: CHOICE,
    of: facts => known(facts.branch),
    ...oneOf(choicesOf('branch')),
  },
  {
    name: 'neededWithinDays',
    ...CRITERION_WORDS.neededWithinDays,
    several: false,
    operators: ['within-days'],
    value: z.int().min(1).max(MOST_DAYS),
    of: (facts, today) => (facts.neededBy === null ? [] : [daysBetween(today, facts.neededBy)]),
    say: value => String(value),
  },
] as const satisfies readonly Criterion[]

export type CriterionName = (typeof CRITERIA)[number]['name']

const byName: ReadonlyMap<string, Criterion> = new Map(CRITERIA.map(criterion => [criterion.name, criterion]))

/** The criterion of that name; none where a stored decision names one that has left the list. */
export const criterionNamed = (name: string): Criterion | undefined => byName.get(name)

function oneOf(choices: Choices): Pick<Criterion, 'value' | 'say'> {
  return {
    value: z.enum([...choices.keys()]),
    say: (value, language) => choiceName(choices, value, language),
  }
}

const capitalised = (slug: string) =>
  slug.replaceAll('-', ' ').replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())

const known = <Value>(value: Value | null): Value[] => (value === null ? [] : [value])

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

function displayName(type: 'region' | 'language', value: CriterionValue, language: Language): string {
  return (
    new Intl.DisplayNames(localeOf(language), { type, fallback: 'code' }).of(String(value)) ?? String(value)
  )
}
