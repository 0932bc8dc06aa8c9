// CSV as RFC 4180 has it, with a byte order mark, by which Excel knows that it is UTF-8.
import type { Cell } from '../table.ts'

export const BYTE_ORDER_MARK = '\uFEFF'

export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const words = cell instanceof Date ? cell.toISOString() : harmless(cell)
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

// Spreadsheets take what begins like this for a formula, quoted or not, and would run it. The apostrophe makes it text.
// Full-width forms count, for some programs turn them into the others; so does what hides behind blanks.
const LIKE_A_FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@|%＝＋－＠])/u

const harmless = (words: string): string => (LIKE_A_FORMULA.test(words) ? `'${words}` : words)
