// A table of a report, the same for the page, for CSV and for a spreadsheet.
export type Cell = string | number | Date | null

export interface Table {
  /** Unique within a report; also the name of its sheet. */
  name: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
}
