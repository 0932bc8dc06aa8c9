// The figures in words and columns.
import type { Cell, Table } from '../table.ts'
import type { AgeGroup } from './backlog-age.ts'
import type { Feedback } from './feedback.ts'
import type { Figures } from './figures.ts'
import type { Load } from './reviewer-load.ts'
import type { Dimension, Turnaround } from './turnaround.ts'

/** How a form, a region or a team is called. */
export type NameOf = (dimension: Dimension, value: string | null) => string

/** From 1 to 5, as applicants choose them. */
export const RATING_NAMES = ['Very poor', 'Poor', 'Fair', 'Good', 'Very good']

const STEP_NAMES = { day: 'Day', week: 'Week from', month: 'Month from' } as const

export const figureTables = (figures: Figures, nameOf: NameOf): Table[] => [
  arrivalTable(figures, nameOf),
  ...(['form', 'region', 'team'] as const).map(dimension => waitTable(figures.turnaround, dimension, nameOf)),
  backlogTable(figures.backlog),
  loadTable(figures.load),
  feedbackTable(figures.feedback, nameOf),
]

export function arrivalTable({ arrivals: { step, steps } }: Figures, nameOf: NameOf): Table {
  const forms = [...new Set(steps.flatMap(({ byForm }) => [...byForm.keys()]))].toSorted()
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  return {
    name: 'Arrivals',
    head: [STEP_NAMES[step], ...forms.map(form => nameOf('form', form)), 'Together'],
    rows: steps.map(({ day, byForm }) => {
      const counts = forms.map(form => byForm.get(form) ?? 0)
      return [day, ...counts, total(counts)]
    }),
  }
}

/** All cases in the last row. */
export function waitTable(all: readonly Turnaround[], dimension: Dimension, nameOf: NameOf): Table {
  const rows = all.filter(row => row.dimension === dimension || row.dimension === 'all')
  const inOrder = rows.toSorted((a, b) => Number(a.dimension === 'all') - Number(b.dimension === 'all'))
  return {
    name: `Waiting by ${dimension}`,
    head: [
      dimension.replace(/^./, letter => letter.toUpperCase()),
      'Received',
      'Looked at',
      'First look: median days',
      'First look: 90% within days',
      'Decided',
      'Decision: median days',
      'Decision: 90% within days',
    ],
    rows: inOrder.map(({ dimension: own, value, received, look, decision }): Cell[] => [
      own === 'all' ? 'All' : nameOf(own, value),
      received,
      look.count,
      days(look.median),
      days(look.ninety),
      decision.count,
      days(decision.median),
      days(decision.ninety),
    ]),
  }
}

export const backlogTable = (backlog: readonly AgeGroup[]): Table => ({
  name: 'Waiting for a decision',
  head: ['Since the receipt', 'Our move', 'The applicant’s move', 'Overdue'],
  rows: backlog.map(({ label, ours, applicants, overdue }) => [label, ours, applicants, overdue]),
})

export const loadTable = (load: readonly Load[]): Table => ({
  name: 'Open cases by reviewer',
  head: ['Reviewer', 'Open', 'Overdue', 'Capacity'],
  rows: load.map(({ name, open, overdue, capacity }) => [name ?? 'Nobody yet', open, overdue, capacity]),
})

export const feedbackTable = (said: readonly Feedback[], nameOf: NameOf): Table => ({
  name: 'Feedback of applicants',
  head: ['Form', ...RATING_NAMES, 'Together', 'Mean'],
  rows: said.map(({ form, counts, mean }) => [
    nameOf('form', form),
    ...counts,
    counts.reduce((sum, count) => sum + count, 0),
    days(mean),
  ]),
})

/** With one digit after the point: more would only look exact. */
const days = (number: number | null) => (number === null ? null : Math.round(number * 10) / 10)
