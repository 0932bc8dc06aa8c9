// A file that was refused while its page began a new draft: told on the page that follows, by its reason alone, for addresses are logged.
import type { FileRefusal } from '../../../documents/file-refused.ts'
import { REFUSAL_WORDS } from '../../../documents/refusal-words.ts'
import type { TypedError } from '../../../forms/paging/check-typed.ts'
import type { Question } from '../../../forms/question.ts'
import type { Language } from '../../../kernel/languages.ts'

export const refusedQuery = (reasons: readonly FileRefusal[]): string =>
  reasons.map(reason => `&refused=${reason}`).join('')

/** What the page's address says of refused files, at the question for files. */
export function refusedFiles(
  questions: readonly Question[],
  language: Language,
  said: string | readonly string[] = [],
): TypedError[] {
  const field = questions.find(({ kind }) => kind === 'files')?.name
  const words: Readonly<Record<string, string>> = REFUSAL_WORDS[language]
  return [...new Set([said].flat())].flatMap(reason => {
    const message = Object.hasOwn(words, reason) ? words[reason] : undefined
    return field === undefined || message === undefined ? [] : [{ field, message }]
  })
}
