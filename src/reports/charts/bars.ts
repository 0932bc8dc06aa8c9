// Bars from left to right, some for each group: median and ninetieth percentile, or what is open and what is late.
import { box, cut, legend, number, svg, text, WIDTH } from './svg.ts'

export interface Bars {
  id: string
  title: string
  /** "days". */
  unit: string
  /** What the bars are, at most three. */
  series: readonly string[]
  /** `values` in the order of `series`; null where there is nothing to measure. */
  groups: readonly { label: string; values: readonly (number | null)[] }[]
}

const TOP = 48
const BAR = 12
const LABEL = 20
const NUMBER_ROOM = 48
const MOST_LETTERS = 50

export function barChart({ id, title, unit, series, groups }: Bars): string {
  // Less than one of them is next to nothing, and is drawn so.
  const most = Math.max(1, ...groups.flatMap(({ values }) => values.map(value => value ?? 0)))
  const high = LABEL + series.length * (BAR + 2) + 8
  const drawn = groups.flatMap(({ label, values }, index) => {
    const y = TOP + index * high
    return [
      text({ x: 0, y: y + 14 }, cut(label, MOST_LETTERS)),
      ...values.flatMap((value, at) => {
        const top = y + LABEL + at * (BAR + 2)
        const width = ((value ?? 0) / most) * (WIDTH - NUMBER_ROOM)
        const words = value === null ? 'none yet' : number(value)
        return [
          ...(width > 0 ? [box(`s${at + 1}`, 0, top, width, BAR)] : []),
          text({ x: width + 5, y: top + BAR - 1.5, kind: 'quiet' }, words),
        ]
      }),
    ]
  })
  return svg({
    id,
    title,
    description: described(unit, series, groups),
    width: WIDTH,
    height: TOP + groups.length * high,
    content: [text({ x: 0, y: 12, kind: 'title' }, title), ...legend(series, 36), ...drawn],
  })
}

const MOST_TOLD = 6

function described(unit: string, series: readonly string[], groups: Bars['groups']): string {
  if (groups.length === 0) return 'There is nothing to show.'
  const told = groups.slice(0, MOST_TOLD).map(({ label, values }) => {
    const parts = series.map((name, at) => {
      const value = values[at] ?? null
      return `${name.toLowerCase()} ${value === null ? 'none yet' : `${number(value)} ${unit}`}`
    })
    return `${label}: ${parts.join(', ')}.`
  })
  const rest = groups.length - told.length
  return [...told, ...(rest > 0 ? [`The table has ${rest} more.`] : [])].join(' ')
}
