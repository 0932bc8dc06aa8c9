// The figures as pictures, each with the table that says the same.
import { barChart } from '../charts/bars.ts'
import { columnChart } from '../charts/columns.ts'
import type { Table } from '../table.ts'
import {
  arrivalTable,
  backlogTable,
  feedbackTable,
  RATING_NAMES,
  loadTable,
  waitTable,
  type NameOf,
} from './figure-tables.ts'
import type { Figures } from './figures.ts'
import type { Turnaround, Waited } from './turnaround.ts'

export interface Section {
  id: string
  heading: string
  note: string
  /** SVG. */
  charts: string[]
  table: Table
}

const MOST_BARS = 15

export function sectionsOf(figures: Figures, nameOf: NameOf): Section[] {
  const { turnaround, backlog, load, feedback: said } = figures
  const arrived = arrivalTable(figures, nameOf)
  const waits = (['form', 'region', 'team'] as const).map((dimension): Section => {
    const groups = turnaround.filter(row => row.dimension === dimension)
    const named = (row: Turnaround) => nameOf(dimension, row.value)
    return {
      id: `by-${dimension}`,
      heading: `Waiting by ${dimension}`,
      note: 'In calendar days from the receipt, waiting for the applicant included, for what was received in the period.',
      charts: [
        waitChart(
          `look-${dimension}`,
          `Days to the first look, by ${dimension}`,
          groups,
          named,
          row => row.look,
        ),
        waitChart(
          `decision-${dimension}`,
          `Days to the decision, by ${dimension}`,
          groups,
          named,
          row => row.decision,
        ),
      ],
      table: waitTable(turnaround, dimension, nameOf),
    }
  })
  return [
    {
      id: 'arrivals',
      heading: 'Arrivals',
      note: 'What was received in the period, spam left out.',
      charts: [
        columnChart({
          id: 'arrivals-chart',
          title: 'Arrivals over time, by form',
          series: arrived.head.slice(1, -1),
          columns: arrived.rows.map(([label, ...counts]) => ({
            label: String(label),
            parts: counts.slice(0, -1).map(Number),
          })),
        }),
      ],
      table: arrived,
    },
    ...waits,
    {
      id: 'backlog',
      heading: 'Waiting for a decision now',
      note: 'All that is undecided, whenever it was received, by its age in calendar days.',
      charts: [
        columnChart({
          id: 'backlog-chart',
          title: 'Cases that wait for a decision, by age',
          series: ['Our move', 'The applicant’s move'],
          columns: backlog.map(({ label, ours, applicants }) => ({
            label: label.replace('Up to ', '≤ ').replace('More than ', '> ').replace(' days', ' d'),
            parts: [ours, applicants],
          })),
        }),
      ],
      table: backlogTable(backlog),
    },
    {
      id: 'load',
      heading: 'Open cases by reviewer now',
      note: 'All cases that still need a step, also after the decision. Capacity is the most open cases at once.',
      charts: [
        barChart({
          id: 'load-chart',
          title: 'Open and overdue cases by reviewer',
          unit: 'cases',
          series: ['Open', 'Overdue'],
          groups: load
            .slice(0, MOST_BARS)
            .map(({ name, open, overdue }) => ({ label: name ?? 'Nobody yet', values: [open, overdue] })),
        }),
      ],
      table: loadTable(load),
    },
    {
      id: 'feedback',
      heading: 'Feedback of applicants',
      note: 'What was said within the period, whenever the request was received. Applicants are asked on their own page how we dealt with it.',
      charts:
        said.length === 0
          ? []
          : [
              columnChart({
                id: 'feedback-chart',
                title: 'Feedback of applicants, by form',
                series: said.map(({ form }) => nameOf('form', form)),
                columns: RATING_NAMES.map((label, at) => ({
                  label,
                  parts: said.map(({ counts }) => counts[at] ?? 0),
                })),
              }),
            ],
      table: feedbackTable(said, nameOf),
    },
  ]
}

const waitChart = (
  id: string,
  title: string,
  rows: readonly Turnaround[],
  named: (row: Turnaround) => string,
  waited: (row: Turnaround) => Waited,
): string =>
  barChart({
    id,
    title,
    unit: 'days',
    series: ['Median', '90% within'],
    groups: rows.slice(0, MOST_BARS).map(row => {
      const { median, ninety } = waited(row)
      return { label: named(row), values: [median, ninety] }
    }),
  })
