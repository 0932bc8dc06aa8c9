// What goes into the case of a message: the author's own words, no longer than words of a case are.
import { manyLines, oneLine } from '../notifications/clean.ts'
import type { Incoming } from './reading/incoming.ts'
import { isForwarding } from './reading/quote-marks.ts'
import { ownWords } from './reading/own-words.ts'

/** As long as an answer by the API may be. */
const LONGEST = 8000
const CUT =
  '[The message is longer than this and stops here. All of it is under Mail, in the message as it came.]'

/** `sent`: the email of ours that is answered. A message of files alone says their names; one that hands on
 * another is kept as it is. */
export function saidIn(
  { subject, text, files, goesOn }: Pick<Incoming, 'subject' | 'text' | 'files' | 'goesOn'>,
  sent = '',
): string {
  const words = withoutLinks(manyLines(isForwarding(subject) ? text : ownWords(text, sent)))
  const said = words === '' ? files.map(({ name }) => oneLine(name, 120)).join('\n') : words
  return said.length <= LONGEST && !goesOn
    ? said
    : `${said.slice(0, LONGEST - CUT.length - 2).toWellFormed()}\n\n${CUT}`.trim()
}

/** The text without the secrets of links by which applicants follow their cases, which stand in quotes of our emails. */
export const withoutLinks = (text: string): string => text.replaceAll(/(\/follow\/)[\w-]{16,}/g, '$1…')
