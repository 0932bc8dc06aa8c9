// The text part of an email: hard-wrapped, readable aloud, no ornaments.
import { isNested, type Row } from '../forms/document.ts'
import { directionOf } from '../kernel/languages.ts'
import { manyLines, oneLine } from './clean.ts'
import { directed } from './directed.ts'
import type { Block } from './message.ts'
import { answeredRows, type Sheet } from './sheet.ts'
import { colon } from './typography.ts'

const COLUMNS = 78

/** The sheet as text, its lines at most 78 characters long save for a link. */
export function plainTextOf(sheet: Sheet): string {
  const parts = [
    ours(sheet.greeting, sheet),
    ...sheet.blocks.map(block => blockText(block, sheet)),
    ...(sheet.closing.length > 0 ? [sheet.closing.map(line => ours(line, sheet)).join('\n')] : []),
    ['--', ...sheet.footer.map(line => ours(line, sheet))].join('\n'),
  ]
  return `${parts.filter(part => part !== '').join('\n\n')}\n`
}

function blockText(block: Block, sheet: Sheet): string {
  switch (block.kind) {
    case 'paragraph':
      return ours(block.text, sheet)
    case 'heading':
      return ours(block.text.toLocaleUpperCase(sheet.language), sheet)
    case 'list':
      return block.items
        .map(({ label, value }) => ours(`${label}${colon(sheet.language)}${value}`, sheet))
        .join('\n')
    case 'link':
      return `${ours(block.text, sheet)}\n${block.url}`
    case 'quote':
      return wrapped(block.text, '> ')
    case 'answers':
      return answersText(block.document.sections, sheet)
  }
}

function answersText(sections: readonly { title: string; rows: Row[] }[], sheet: Sheet): string {
  const { rows: most, answersCut } = sheet
  let left = most
  const parts: string[] = []
  for (const { title, rows } of sections) {
    const shown = answeredRows(rows).slice(0, left)
    left -= shown.length
    if (shown.length > 0) parts.push(wrapped(oneLine(title)), ...shown.map(row => rowText(row, '')))
  }
  if (answersCut !== '') parts.push(ours(answersCut, sheet))
  return parts.join('\n\n')
}

function rowText(row: Row, indent: string): string {
  const label = wrapped(oneLine(row.question, 400), indent)
  const inner = `${indent}  `
  if (isNested(row)) return [label, ...answeredRows(row.answer).map(one => rowText(one, inner))].join('\n')
  const values = (Array.isArray(row.answer) ? row.answer : [row.answer]) as string[]
  const several = values.length > 1
  return [
    label,
    ...values.map(value => wrapped(several ? `- ${manyLines(value)}` : manyLines(value), inner)),
  ].join('\n')
}

// A wrapped line may begin with any word, and a reader of plain text takes each line's direction from its first letter.
const ours = (text: string, { language }: Sheet): string =>
  wrapped(text, '', directionOf(language) === 'rtl' ? COLUMNS - 1 : COLUMNS)
    .split('\n')
    .map(line => directed(line, language))
    .join('\n')

/** Each line of the text cut at spaces, and begun with `before`. */
function wrapped(text: string, before = '', columns = COLUMNS): string {
  return text
    .split('\n')
    .flatMap(line => folded(line, columns - before.length))
    .map(line => `${before}${line}`.trimEnd())
    .join('\n')
}

function folded(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/[ \t]+/).flatMap(word => pieces(word, width))) {
    const longer = current === '' ? word : `${current} ${word}`
    if (lengthOf(longer) <= width || current === '') current = longer
    else {
      lines.push(current)
      current = word
    }
  }
  return [...lines, current]
}

// A broken web address leads nowhere; any other word longer than a line is nothing to read anyway.
function pieces(word: string, width: number): string[] {
  const characters = [...word]
  if (characters.length <= width || /^https?:\/\//.test(word)) return [word]
  return Array.from({ length: Math.ceil(characters.length / width) }, (_, at) =>
    characters.slice(at * width, (at + 1) * width).join(''),
  )
}

const lengthOf = (text: string) => [...text].length
