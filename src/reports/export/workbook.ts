// A workbook for spreadsheets (XLSX: ECMA-376, SpreadsheetML), written row by row. What is text is marked as text, so that
// nothing in it can be taken for a formula.
import type { Cell } from '../table.ts'
import type { Entry } from './zip.ts'

export interface Sheet {
  name: string
  head: readonly string[]
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Positions in `cellXfs` of the styles. */
const BOLD = 1
const MOMENT = 2

/** The files of the workbook's archive. */
export const workbook = (sheets: readonly Sheet[]): Entry[] => [
  { name: '[Content_Types].xml', content: [contentTypes(sheets)] },
  { name: '_rels/.rels', content: [relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']])] },
  { name: 'xl/workbook.xml', content: [book(sheets)] },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: [
      relations([
        ...sheets.map((_, at) => [`${OFFICE}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
  },
  { name: 'xl/styles.xml', content: [STYLES] },
  ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) })),
]

async function* sheetXml({ head, rows }: Sheet): AsyncGenerator<string> {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`
  yield `<cols><col min="1" max="${head.length}" width="20" customWidth="1"/></cols><sheetData>`
  yield rowXml(1, head, BOLD)
  let number = 1
  for await (const row of rows) yield rowXml((number += 1), row)
  yield '</sheetData></worksheet>'
}

// Each cell says where it is: the standard lets that be left out, and programs that read it rely on it all the same.
const rowXml = (number: number, cells: readonly Cell[], style = 0): string =>
  `<row r="${number}">${cells.map((cell, at) => cellXml(`${columnName(at)}${number}`, cell, style)).join('')}</row>`

/** A, B, …, Z, AA, … */
const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCodePoint(65 + (at % 26))

function cellXml(place: string, cell: Cell, style: number): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (cell instanceof Date) return `<c r="${place}" s="${MOMENT}"><v>${serial(cell)}</v></c>`
  return `<c r="${place}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const DAY_MS = 86_400_000
/** 30 December 1899, from which spreadsheets count days. */
const FIRST_DAY = -25_569
const serial = (moment: Date): number => moment.getTime() / DAY_MS - FIRST_DAY

/** The most that a cell holds (Excel). */
const LONGEST = 32_767
// XML 1.0 has no way to write these; `_x0041_` would be read as a letter.
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
// A carriage return as it is would be read as a new line (XML 1.0, 2.11).
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const escaped = (words: string): string =>
  words
    .slice(0, LONGEST)
    .replaceAll(UNWRITABLE, '\uFFFD')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/[&<>\r]/g, character => ESCAPES[character] ?? '')

const contentTypes = (sheets: readonly Sheet[]): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    )
    .join('')}</Types>`

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const book = (sheets: readonly Sheet[]): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
    .map(
      ({ name }, at) =>
        `<sheet name="${escaped(name).slice(0, 31)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`
