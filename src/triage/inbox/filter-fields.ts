// The fields by which the inbox is filtered, and what their values are called.
import countries from '../../kernel/countries.json' with { type: 'json' }
import type { Db } from '../../kernel/database.ts'
import { LANGUAGES } from '../../kernel/languages.ts'
import { REGION_NAMES, REGIONS } from '../../kernel/regions.ts'
import { STATES } from '../../cases/states.ts'
import { tagNames } from '../../cases/tag-case.ts'
import { languageNames } from '../../forms/language-names.ts'
import { countryName } from '../../roster/names.ts'
import type { ReferenceSnapshot } from '../../roster/reference-snapshot.ts'
import { choicesOf, formTitles, type Choices } from '../../routing/form-choices.ts'
import { teamList } from '../../routing/teams/teams.ts'
import { staffNames } from '../../staff/people.ts'
import { stateLabel } from '../state-words.ts'
import type { Pair } from './inbox-query.ts'

interface Option {
  value: string
  label: string
}
export interface FilterField {
  name: string
  label: string
  options: readonly Option[]
}

const option = (value: string, label: string): Option => ({ value, label })
const chosen = (choices: Choices): Option[] => [...choices].map(([value, { en }]) => option(value, en))
const byLabel = (a: Option, b: Option) => a.label.localeCompare(b.label, 'en')

const FIXED: readonly FilterField[] = [
  {
    name: 'due',
    label: 'Due',
    options: [option('late', 'Late'), option('day', 'Within a day'), option('week', 'Within a week')],
  },
  { name: 'state', label: 'State', options: STATES.map(state => option(state, stateLabel(state))) },
  { name: 'form', label: 'Form', options: chosen(formTitles) },
  {
    name: 'region',
    label: 'Region',
    options: REGIONS.map(region => option(region, REGION_NAMES[region].en)),
  },
  {
    name: 'country',
    label: 'Country',
    options: countries.map(({ code }) => option(code, countryName(code, 'en'))).toSorted(byLabel),
  },
  {
    name: 'language',
    label: 'Language',
    options: LANGUAGES.map(language => option(language, languageNames(LANGUAGES)[language].en)),
  },
  { name: 'applicantType', label: 'Kind of applicant', options: chosen(choicesOf('applicantType')) },
  { name: 'branch', label: 'Branch', options: chosen(choicesOf('branch')) },
  { name: 'theme', label: 'Justice theme', options: chosen(choicesOf('justiceThemes')) },
  { name: 'supportType', label: 'Kind of support', options: chosen(choicesOf('supportTypes')) },
]

export const FILTER_NAMES = [...FIXED.map(({ name }) => name), 'jurisdiction', 'team', 'assignee', 'tag']

/** Beyond these a field is chosen on a page of its own: all countries, members and people on one are slow to load and to look through. */
const MOST_AT_ONCE = 60

export interface FilterPanel {
  fields: (FilterField & { value: string })[]
  /** Fields that have a page of their own. */
  longer: FilterField[]
  /** What of the address is none of its fields, to be sent with them. */
  kept: Pair[]
  /** Whether it is one field's own page. */
  isOne: boolean
}

/** What can be chosen: of one field if `shown` is its name, else of all. */
export function filterPanel(all: readonly FilterField[], pairs: readonly Pair[], shown: string): FilterPanel {
  const one = all.filter(({ name }) => name === shown)
  const isOne = one.length > 0
  const fields = isOne ? one : all.filter(({ options }) => options.length <= MOST_AT_ONCE)
  const names = fields.map(({ name }) => name)
  return {
    fields: fields.map(field => ({
      ...field,
      value: pairs.find(([name]) => name === field.name)?.[1] ?? '',
    })),
    longer: isOne ? [] : all.filter(({ name }) => !names.includes(name)),
    kept: pairs.filter(([name]) => name !== 'after' && !names.includes(name)),
    isOne,
  }
}

/** All fields with what can be chosen now. */
export async function filterFields(db: Db, members: ReferenceSnapshot): Promise<FilterField[]> {
  const [teams, names, tags] = await Promise.all([teamList(db), staffNames(db), tagNames(db)])
  const people = [...names].map(([id, name]) => option(id, name))
  return [
    ...FIXED,
    {
      name: 'jurisdiction',
      label: 'OGP member',
      options: members.jurisdictions().map(({ id, name }) => option(id, name)),
    },
    { name: 'team', label: 'Team', options: teams.map(({ id, name }) => option(id, name)) },
    {
      name: 'assignee',
      label: 'With',
      options: [option('me', 'Me'), option('none', 'Nobody yet'), ...people],
    },
    { name: 'tag', label: 'Tag', options: tags.map(tag => option(tag, tag)) },
  ]
}
