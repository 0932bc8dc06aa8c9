// A report as a file that is written while it is read.
import { Readable } from 'node:stream'
import type { Cell } from '../table.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'
import { workbook, type Sheet } from './workbook.ts'
import { zip } from './zip.ts'

export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

export const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Pieces of about this many letters: a row each would cost more than what is in it. */
const PIECE = 32_768

/** As CSV the sheets follow each other, each under its name where there are several. */
export function fileOf(sheets: readonly Sheet[], format: Format): Readable {
  const source = format === 'csv' ? gathered(csv(sheets)) : zip(gatheredEntries(sheets))
  return Readable.from(source, { objectMode: false })
}

const gatheredEntries = (sheets: readonly Sheet[]) =>
  workbook(sheets).map(({ name, content }) => ({ name, content: gathered(content) }))

async function* csv(sheets: readonly Sheet[]): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK
  for (const [at, { name, head, rows }] of sheets.entries()) {
    if (sheets.length > 1) yield `${at > 0 ? '\r\n' : ''}${csvLine([name])}`
    yield csvLine(head)
    for await (const row of rows as AsyncIterable<readonly Cell[]>) yield csvLine(row)
  }
}

async function* gathered(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const part of pieces) {
    piece += part
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
