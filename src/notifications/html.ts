// The HTML part of an email: one column, real headings, no images, and colours left to the reader's own light or dark.
import { isNested, type Row } from '../forms/document.ts'
import { directionOf } from '../kernel/languages.ts'
import { manyLines, oneLine } from './clean.ts'
import type { Block, Item } from './message.ts'
import { answeredRows, type Sheet } from './sheet.ts'

const RULE = '#7d8ba1'
const STYLE = {
  column:
    'max-width:38em;margin:0 auto;padding:16px;overflow-wrap:anywhere;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif',
  house: `margin:0 0 20px;padding:0 0 8px;border-bottom:3px solid ${RULE};font-weight:600`,
  h1: 'margin:0 0 20px;font-size:24px;line-height:1.25',
  h2: 'margin:28px 0 8px;font-size:19px;line-height:1.3',
  h3: 'margin:24px 0 8px;font-size:17px;line-height:1.3',
  p: 'margin:0 0 16px',
  quote: `text-align:start;margin:0 0 16px;padding:4px 16px;border-inline-start:4px solid ${RULE}`,
  list: 'margin:0 0 16px',
  label: 'font-weight:600',
  value: 'margin:0 0 12px',
  inner: `margin:4px 0 0;padding-inline-start:12px;border-inline-start:1px solid ${RULE}`,
  several: 'margin:0;padding-inline-start:20px',
  footer: `margin:28px 0 0;padding:12px 0 0;border-top:1px solid ${RULE};font-size:14px`,
}

/** The sheet as an HTML document. Well-formed also as XML, so that a test can hold it to that. */
export function htmlOf(sheet: Sheet): string {
  const { language, direction } = sheet
  const speaks = `lang="${language}" dir="${direction}"`
  const paragraph = (text: string) => paragraphHtml(text, sheet)
  return [
    `<!doctype html><html ${speaks}><head><meta charset="utf-8"/>`,
    '<meta name="viewport" content="width=device-width"/><meta name="color-scheme" content="light dark"/>',
    `<title>${escaped(sheet.title)}</title></head><body style="margin:0">`,
    // Again on the column: web mail keeps neither html nor body.
    `<div ${speaks} style="${STYLE.column};text-align:${sideOf(direction)}">`,
    `<p style="${STYLE.house}">${escaped(sheet.house)}</p><h1 style="${STYLE.h1}">${isolated(sheet.title, sheet)}</h1>`,
    paragraph(sheet.greeting),
    ...sheet.blocks.map(block => blockHtml(block, sheet)),
    sheet.closing.length > 0 ? paragraph(sheet.closing.join('\n')) : '',
    `<div style="${STYLE.footer}">${sheet.footer.map(paragraph).join('')}</div></div></body></html>`,
  ].join('\n')
}

function blockHtml(block: Block, sheet: Sheet): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraphHtml(block.text, sheet)
    case 'heading':
      return `<h2 style="${STYLE.h2}">${isolated(block.text, sheet)}</h2>`
    case 'list':
      return `<dl style="${STYLE.list}">${block.items.map(itemHtml).join('')}</dl>`
    case 'link':
      return `<p style="${STYLE.p}"><a href="${escaped(block.url)}">${escaped(block.text)}</a></p>`
    case 'quote':
      return `<blockquote dir="auto" style="${STYLE.quote}">${broken(block.text)}</blockquote>`
    case 'answers':
      return answersHtml(block.document, sheet)
  }
}

function answersHtml(document: Extract<Block, { kind: 'answers' }>['document'], sheet: Sheet) {
  const { rows: most, answersCut } = sheet
  let left = most
  const parts: string[] = []
  for (const { title, rows } of document.sections) {
    const shown = answeredRows(rows).slice(0, left)
    left -= shown.length
    if (shown.length === 0) continue
    parts.push(`<h3 style="${STYLE.h3}">${escaped(oneLine(title))}</h3>`)
    parts.push(`<dl style="${STYLE.list}">${shown.map(rowHtml).join('')}</dl>`)
  }
  // The questions are in the language in which they were asked, which need not be the email's.
  const direction = directionOf(document.language)
  const speaks = `lang="${document.language}" dir="${direction}" style="text-align:${sideOf(direction)}"`
  const copy = `<div ${speaks}>${parts.join('\n')}</div>`
  return answersCut === '' ? copy : `${copy}${paragraphHtml(answersCut, sheet)}`
}

function rowHtml(row: Row): string {
  const label = `<dt style="${STYLE.label}">${escaped(oneLine(row.question, 400))}</dt>`
  if (isNested(row)) {
    const inner = answeredRows(row.answer).map(rowHtml).join('')
    return `${label}<dd style="${STYLE.value}"><dl style="${STYLE.inner}">${inner}</dl></dd>`
  }
  const values = ((Array.isArray(row.answer) ? row.answer : [row.answer]) as string[]).map(manyLines)
  const shown =
    values.length > 1
      ? `<ul style="${STYLE.several}">${values.map(value => `<li><bdi>${broken(value)}</bdi></li>`).join('')}</ul>`
      : broken(values[0] ?? '')
  const itsOwn = values.length > 1 ? '' : ' dir="auto"'
  return `${label}<dd${itsOwn} style="${STYLE.value}">${shown}</dd>`
}

const itemHtml = ({ label, value }: Item) =>
  `<dt style="${STYLE.label}">${escaped(label)}</dt><dd style="${STYLE.value}"><bdi>${escaped(value)}</bdi></dd>`

const paragraphHtml = (text: string, sheet: Sheet) =>
  `<p style="${STYLE.p}">${isolated(text, sheet).replaceAll('\n', '<br/>')}</p>`

// A name in another script would otherwise turn the punctuation beside it, or the words after it. Whole words only; what a letter
// is stands in expressions of its own, because an expression that is made for each text is slow to make with that in it.
function isolated(text: string, { names }: Sheet): string {
  const known = names
    .filter(name => name.length > 1 && text.includes(name))
    .toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return escaped(text)
  const parts = text.split(new RegExp(`(${known.map(pattern).join('|')})`, 'u'))
  const isWhole = (at: number) =>
    at % 2 === 1 && !ENDS_IN_LETTER.test(parts[at - 1] ?? '') && !BEGINS_WITH_LETTER.test(parts[at + 1] ?? '')
  return parts.map((part, at) => (isWhole(at) ? `<bdi>${escaped(part)}</bdi>` : escaped(part))).join('')
}

const ENDS_IN_LETTER = /[\p{L}\p{N}]$/u
const BEGINS_WITH_LETTER = /^[\p{L}\p{N}]/u
const pattern = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const sideOf = (direction: Sheet['direction']) => (direction === 'rtl' ? 'right' : 'left')
const broken = (text: string) => escaped(text).replaceAll('\n', '<br/>')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, character => ENTITIES[character] ?? '')
