// Where nothing says in which direction a line is written, a reader goes by its first letter: ours is sometimes a reference's or a name's.
import { directionOf, type Language } from '../kernel/languages.ts'

const RIGHT_TO_LEFT_MARK = '\u200F'
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u

/** The line, begun with a mark that cannot be seen where its first letter would turn it the wrong way. */
export function directed(line: string, language: Language): string {
  if (directionOf(language) === 'ltr') return line
  const first = /\p{L}/u.exec(line)?.[0]
  return first === undefined || RIGHT_TO_LEFT.test(first) ? line : `${RIGHT_TO_LEFT_MARK}${line}`
}
