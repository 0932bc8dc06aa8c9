// What people wrote, made fit for an email: it must neither break out of its line nor turn the text around it.
const CONTROLS_BUT_BREAKS = /[^\P{Cc}\n\t]/gu
// Embeddings, overrides and isolates reach past their own words. The marks (LRM, RLM, ALM) do not and are kept in a body.
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu
const MARKS = /[\u061C\u200E\u200F\uFEFF]/gu

/** Many lines: breaks as `\n`, nothing that cannot be seen. */
export const manyLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(CONTROLS_BUT_BREAKS, '')
    .replace(TURNING, '')
    .trim()

/** One line of at most `max` characters, for subjects and names. */
export function oneLine(text: string, max = 200): string {
  const line = manyLines(text).replace(MARKS, '').replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= max ? line : `${characters.slice(0, max - 1).join('')}…`
}
