// From a message to an email: subject, text and HTML, each part under 30 KB.
import { oneLine } from './clean.ts'
import { htmlOf } from './html.ts'
import { plainTextOf } from './plain-text.ts'
import { directed } from './directed.ts'
import { rowsIn, sheetOf, type Letter, type Sheet } from './sheet.ts'
import { spaced } from './typography.ts'

export interface Rendered {
  subject: string
  text: string
  html: string
}

/** In bytes of UTF-8, for each of text and HTML. Some mail readers cut what is longer, without a word. */
export const LIMIT = 30_000
const QUOTE_LENGTHS = [Number.POSITIVE_INFINITY, 8000, 4000, 2000, 1000, 500, 200]

/** Renders an email. Text and HTML are cut apart: what does not fit the one may fit the other. */
export function render(letter: Letter): Rendered {
  const { reference, language, message } = letter
  const about = reference === '' ? '' : `${reference} – `
  const subject = oneLine(`${about}${spaced(language, message.subject)}`, 150)
  return {
    subject: directed(subject, language),
    text: fitting(letter, plainTextOf),
    html: fitting(letter, htmlOf),
  }
}

// Answers give way first, from the last one up: the applicant has them; then people's words; never ours.
function fitting(letter: Letter, show: (sheet: Sheet) => string): string {
  const total = rowsIn(letter.message)
  for (const length of QUOTE_LENGTHS) {
    for (let rows = length === QUOTE_LENGTHS[0] ? total : 0; rows >= 0; rows -= 1) {
      const shown = show(sheetOf(letter, rows, length))
      if (Buffer.byteLength(shown) < LIMIT) return shown
    }
  }
  throw new Error('An email is too long even without what people wrote.')
}
