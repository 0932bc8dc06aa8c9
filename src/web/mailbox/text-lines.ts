/** A piece of a line of plain text: `href` is set where it is a web address that can be opened. */
export interface TextPiece {
  text: string
  href?: string
}

// Full stops and brackets at the end belong to the sentence, not to the address.
const LINK = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?()[\]{}]/g

/** Plain text as lines of pieces, with web addresses told apart, for a template to show. */
export const textLines = (text: string): TextPiece[][] => text.trimEnd().split(/\r?\n/).map(pieces)

function pieces(line: string): TextPiece[] {
  const found: TextPiece[] = []
  let at = 0
  for (const { 0: href, index } of line.matchAll(LINK)) {
    if (index > at) found.push({ text: line.slice(at, index) })
    found.push({ text: href, href })
    at = index + href.length
  }
  if (at < line.length) found.push({ text: line.slice(at) })
  return found
}
