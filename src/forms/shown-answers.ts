// The answers as they were asked, ready for a template.
import { isNested, type Document, type Row } from './document.ts'

interface ShownRow {
  question: string
  answered: boolean
  kind: 'rows' | 'list' | 'text'
  rows?: ShownRow[]
  items?: readonly string[]
  text?: string
}

export const shownSections = (document: Document | null) =>
  (document?.sections ?? []).map(({ title, rows }) => ({ title, rows: rows.map(shownRow) }))

function shownRow(row: Row): ShownRow {
  const { question, answered, answer } = row
  if (isNested(row)) return { question, answered, kind: 'rows', rows: row.answer.map(shownRow) }
  if (Array.isArray(answer)) return { question, answered, kind: 'list', items: answer as string[] }
  return { question, answered, kind: 'text', text: answer }
}
