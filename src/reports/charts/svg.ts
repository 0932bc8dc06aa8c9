// What all charts share. They are drawn here, as text: no script, no style of their own, colours from the style sheet's classes.
// Readers who cannot see them hear title and description, and the numbers stand in the table beside.

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, character => ESCAPED[character] ?? '')

export interface Picture {
  /** Unique on its page: letters, digits, dashes. */
  id: string
  title: string
  /** One or two sentences that say what is to be seen. */
  description: string
  width: number
  height: number
  /** SVG. */
  content: readonly string[]
}

export const svg = ({ id, title, description, width, height, content }: Picture): string =>
  [
    `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-description">${escaped(description)}</desc>`,
    ...content,
    '</svg>',
  ].join('\n')

export const text = (at: { x: number; y: number; end?: boolean; kind?: string }, words: string): string =>
  `<text x="${round(at.x)}" y="${round(at.y)}"${at.end ? ' text-anchor="end"' : ''}${at.kind ? ` class="${at.kind}"` : ''}>${escaped(words)}</text>`

export const box = (kind: string, x: number, y: number, width: number, height: number): string =>
  `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`

export const line = (kind: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${kind}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`

/** How wide every chart is drawn. */
export const WIDTH = 360
const LEGEND_ROW = 18

/** Which colour is what: in a row, or below each other where the names are long. `y` is the first line of writing. */
export const legend = (names: readonly string[], y: number): string[] => {
  const isHigh = legendHeight(names) > 0
  let x = 0
  return names.flatMap((name, index) => {
    const [left, line] = isHigh ? [0, y + index * LEGEND_ROW] : [x, y]
    x += widthInLegend(name)
    return [box(`s${index + 1}`, left, line - 10, 12, 12), text({ x: left + 17, y: line }, name)]
  })
}

/** What the legend takes besides its first row. */
export const legendHeight = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + widthInLegend(name), 0) > WIDTH ? (names.length - 1) * LEGEND_ROW : 0

const widthInLegend = (name: string) => 34 + name.length * LETTER

/** About the width of a letter at the size in which charts are written. */
export const LETTER = 6.6

/** The next number from which an axis can be read: 1, 2 or 5 with zeros. */
export function roundedUp(most: number): number {
  if (most <= 0) return 1
  const magnitude = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find(factor => factor * magnitude >= most) ?? 10
  return step * magnitude
}

export const cut = (words: string, letters: number): string =>
  words.length > letters ? `${words.slice(0, letters - 1).trimEnd()}…` : words

export const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

const round = (value: number): number => Math.round(value * 10) / 10
