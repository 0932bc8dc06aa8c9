// Columns side by side, each of parts one upon the other: what came or waits, by time.
import { box, cut, legend, legendHeight, LETTER, line, number, roundedUp, svg, text, WIDTH } from './svg.ts'

export interface Columns {
  id: string
  title: string
  /** What the parts are, at most three. */
  series: readonly string[]
  /** `parts` in the order of `series`. */
  columns: readonly { label: string; parts: readonly number[] }[]
}

const TOP = 30
const PLOT = 140
const LEFT = 34

export function columnChart({ id, title, series, columns }: Columns): string {
  const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)
  const totals = columns.map(({ parts }) => total(parts))
  const most = Math.max(0, ...totals)
  const scale = roundedUp(most)
  const each = (WIDTH - LEFT) / Math.max(columns.length, 1)
  const wide = Math.min(each * 0.8, 48)
  // So many labels as there is room for: one in `every`.
  const longest = Math.max(0, ...columns.map(({ label }) => Math.min(label.length, 16)))
  const every = Math.max(1, Math.ceil(((longest + 1) * LETTER) / each))
  const bottom = TOP + legendHeight(series) + PLOT
  const drawn = columns.flatMap(({ label, parts }, index) => {
    const x = LEFT + index * each + (each - wide) / 2
    let y = bottom
    const boxes = parts.flatMap((part, at) => {
      if (part === 0) return []
      const height = (part / scale) * PLOT
      y -= height
      return [box(`s${at + 1}`, x, y, wide, height)]
    })
    const words = cut(label, 16)
    const labelled = index % every === 0 && LEFT + index * each + words.length * LETTER <= WIDTH + LETTER
    return labelled ? [...boxes, text({ x: LEFT + index * each, y: bottom + 18 }, words)] : boxes
  })
  const axis = [0, 0.5, 1].flatMap(part => [
    line('axis', LEFT, bottom - part * PLOT, WIDTH, bottom - part * PLOT),
    text({ x: LEFT - 6, y: bottom - part * PLOT + 4, end: true, kind: 'quiet' }, number(part * scale)),
  ])
  const highest = columns[totals.indexOf(most)]
  const description =
    most === 0
      ? 'There is nothing to show.'
      : `${number(total(totals))} in ${columns.length} columns. The highest is ${highest?.label ?? ''} with ${number(most)}.`
  return svg({
    id,
    title,
    description,
    width: WIDTH,
    height: bottom + 26,
    content: [...legend(series, 14), ...axis, ...drawn],
  })
}
