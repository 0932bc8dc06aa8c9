// THE LIST of what a routing rule can ask about a case. A new criterion is one entry here: the schema of rules, the
// judgement of a case and the words of an explanation all come from it. Pure.
import { z } from 'zod'
import type { Language, Text } from '../kernel/languages.ts'
import { REGION_NAMES, REGIONS, isRegion } from '../kernel/regions.ts'
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
    label: { en: 'Form', fr: 'Formulaire', es: 'Formulario' },
    subject: { en: 'form', fr: 'le formulaire', es: 'el formulario' },
    several: false,
    operators: CHOICE,
    of: facts => [facts.form],
    ...oneOf(formTitles),
  },
  {
    name: 'region',
    label: { en: 'Region', fr: 'Région', es: 'Región' },
    subject: { en: 'region', fr: 'la région', es: 'la región' },
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
    label: { en: 'Country', fr: 'Pays', es: 'País' },
    subject: { en: 'country', fr: 'le pays', es: 'el país' },
    several: false,
    operators: CHOICE,
    value: z.string().regex(/^[A-Z]{2}$/),
    of: facts => known(facts.country),
    say: (value, language) => displayName('region', value, language),
  },
  {
    name: 'jurisdiction',
    label: { en: 'OGP member', fr: 'Membre du PGO', es: 'Miembro de la AGA' },
    subject: { en: 'OGP member', fr: 'le membre du PGO', es: 'el miembro de la AGA' },
    several: false,
    operators: CHOICE,
    // The pick-list is data: which ids there are is not known here.
    value: slug,
    of: facts => known(facts.jurisdiction),
    say: value => capitalised(String(value)),
  },
  {
    name: 'language',
    label: { en: 'Language', fr: 'Langue', es: 'Idioma' },
    subject: { en: 'language', fr: 'la langue', es: 'el idioma' },
    several: false,
    operators: CHOICE,
    value: z.string().regex(/^[a-z]{2,3}$/),
    of: facts => [facts.language],
    say: (value, language) => displayName('language', value, language),
  },
  {
    name: 'applicantType',
    label: { en: 'Type of applicant', fr: 'Type de demandeur', es: 'Tipo de solicitante' },
    subject: { en: 'type of applicant', fr: 'le type de demandeur', es: 'el tipo de solicitante' },
    several: false,
    operators: CHOICE,
    of: facts => known(facts.applicantType),
    ...oneOf(choicesOf('applicantType')),
  },
  {
    name: 'supportTypes',
    label: { en: 'Kinds of support', fr: 'Types d’appui', es: 'Tipos de apoyo' },
    subject: { en: 'kinds of support', fr: 'les types d’appui', es: 'los tipos de apoyo' },
    several: true,
    operators: CHOICE,
    of: facts => facts.supportTypes,
    ...oneOf(choicesOf('supportTypes')),
  },
  {
    name: 'themes',
    label: { en: 'Justice themes', fr: 'Thèmes de justice', es: 'Temas de justicia' },
    subject: { en: 'justice themes', fr: 'les thèmes de justice', es: 'los temas de justicia' },
    several: true,
    operators: CHOICE,
    of: facts => facts.themes,
    ...oneOf(choicesOf('justiceThemes')),
  },
  {
    name: 'branch',
    label: { en: 'Branch of government', fr: 'Pouvoir public', es: 'Poder del Estado' },
    subject: { en: 'branch of government', fr: 'le pouvoir public', es: 'el poder del Estado' },
    several: false,
    operators: CHOICE,
    of: facts => known(facts.branch),
    ...oneOf(choicesOf('branch')),
  },
  {
    name: 'neededWithinDays',
    label: { en: 'Needed within (days)', fr: 'Échéance (jours)', es: 'Plazo (días)' },
    subject: { en: 'time left', fr: 'le délai', es: 'el plazo' },
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
  return new Intl.DisplayNames([language], { type, fallback: 'code' }).of(String(value)) ?? String(value)
}
