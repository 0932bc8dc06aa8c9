import { isRegion, REGION_NAMES, REGIONS } from '../kernel/regions.ts'
import type { Db } from '../kernel/database.ts'
import type { Form } from '../forms/define-form.ts'
import { teamList } from '../routing/teams/teams.ts'
import type { NameOf } from './figures/figure-tables.ts'

export interface Choice {
  value: string
  name: string
}

/** What a report can be narrowed to, and how its parts are called; `everything` is the choice of none. */
export async function reportNames(db: Db, forms: readonly Form[]) {
  const teams = (await teamList(db)).map(({ id, name }) => ({ value: id, name }))
  const choices = {
    forms: forms.map(({ name, title }): Choice => ({ value: name, name: title.en })),
    regions: REGIONS.map((region): Choice => ({ value: region, name: REGION_NAMES[region].en })),
    teams,
  }
  const named = (list: readonly Choice[], value: string) =>
    list.find(choice => choice.value === value)?.name ?? value
  const nameOf: NameOf = (dimension, value) => {
    if (value === null) return `No ${dimension}`
    if (dimension === 'form') return named(choices.forms, value)
    if (dimension === 'region') return isRegion(value) ? REGION_NAMES[value].en : value
    return dimension === 'team' ? named(teams, value) : value
  }
  return { choices, nameOf }
}
