// What a list of cases can be narrowed to: the same for the desk's pages, the API and saved views.
import { and, arrayContains, arrayOverlaps, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { REGIONS } from '../kernel/regions.ts'
import { OPEN_STATES, STATES } from '../cases/states.ts'
import { cases } from '../cases/tables.ts'
import { tagName } from '../cases/tag-case.ts'
import { VIEW_NAMES, viewNamed, type Viewer } from './inbox-views.ts'
import { SEARCH_ID } from './search/kept-searches.ts'

const several = <T extends z.ZodType<string>>(item: T) =>
  z
    .union([item, z.array(item).max(20)])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .optional()

// Slugs and codes: nothing else stands in these columns, and a NUL would be refused by the database only.
const word = (max: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9-]+$/)
    .max(max)
export const moment = z.iso
  .datetime()
  .refine(value => value >= '1970' && value < '2200', 'Give a moment between 1970 and 2200.')

export const SORTS = ['due', 'newest', 'oldest'] as const

/** A parameter that takes several values is given several times. */
export const caseFilters = z.strictObject({
  view: z.enum(VIEW_NAMES).default('all').describe('A view of the inbox, as its reader has it'),
  search: z
    .string()
    .regex(SEARCH_ID)
    .optional()
    .describe('The id of a kept search: see `POST /api/v1/case-searches`'),
  state: several(z.enum(STATES)),
  open: z.enum(['yes', 'no']).optional().describe('Whether somebody still has to move'),
  form: several(word(60)),
  region: several(z.enum(REGIONS)),
  country: several(word(2)),
  jurisdiction: several(word(100)),
  language: several(word(10)),
  applicantType: several(word(60)),
  branch: several(word(60)),
  theme: several(word(60)).describe('With any of these justice themes'),
  supportType: several(word(60)).describe('With any of these kinds of support'),
  team: several(word(60)),
  assignee: several(z.union([z.literal('none'), z.literal('me'), z.uuid()])).describe(
    'A person’s id, `me` or `none`',
  ),
  tag: several(tagName).describe('With all of these tags'),
  due: z
    .enum(['late', 'day', 'week'])
    .optional()
    .describe('`late`: due already; `day`, `week`: due within a day or a week, or late'),
  dueBefore: moment.optional().describe('Only what is due before this moment'),
  sort: z
    .enum(SORTS)
    .default('due')
    .describe('`due`: most urgent first, closed cases last; `newest`, `oldest`: by the receipt'),
  after: z.string().max(200).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CaseFilters = z.infer<typeof caseFilters>

const HOURS = { late: 0, day: 24, week: 168 } as const

/** Whether open and closed cases can be among what the filters let through. */
export function partsOf({ view, open, state, due, dueBefore }: CaseFilters): {
  open: boolean
  closed: boolean
} {
  const inView = viewNamed(view).part
  const dated = due !== undefined || dueBefore !== undefined
  const isOpenState = (each: (typeof STATES)[number]) => OPEN_STATES.includes(each)
  return {
    open: inView !== 'closed' && open !== 'no' && (state?.some(isOpenState) ?? true),
    closed:
      inView !== 'open' && open !== 'yes' && !dated && (state?.some(each => !isOpenState(each)) ?? true),
  }
}

export function filterCondition(filters: CaseFilters, viewer: Viewer): SQL | undefined {
  const { view, state, form, region, country, jurisdiction, language, applicantType, branch } = filters
  const { theme, supportType, team, assignee, tag, due, dueBefore } = filters
  const people = assignee
    ?.filter(value => value !== 'none')
    .map(value => (value === 'me' ? viewer.staffId : value))
  return and(
    viewNamed(view).where(viewer),
    state && inArray(cases.state, state),
    form && inArray(cases.form, form),
    region && inArray(cases.region, region),
    country && inArray(cases.country, country),
    jurisdiction && inArray(cases.jurisdiction, jurisdiction),
    language && inArray(sql`${cases.language}`, language),
    applicantType && inArray(cases.applicantType, applicantType),
    branch && inArray(cases.branch, branch),
    theme && arrayOverlaps(cases.themes, theme),
    supportType && arrayOverlaps(cases.supportTypes, supportType),
    team && inArray(cases.teamId, team),
    people &&
      or(
        assignee?.includes('none') ? isNull(cases.assigneeId) : undefined,
        people.length > 0 ? inArray(cases.assigneeId, people) : undefined,
      ),
    tag && arrayContains(cases.tags, tag),
    due && lt(cases.dueAt, new Date(viewer.now.getTime() + HOURS[due] * 3_600_000)),
    dueBefore === undefined ? undefined : lt(cases.dueAt, new Date(dueBefore)),
  )
}
