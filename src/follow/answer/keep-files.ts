// The files of a form that is being sent: kept as they come, each under a token that the page has when it is shown again.
import { cleanName } from '../../documents/file-name.ts'
import { FileRefused, refusalOf } from '../../documents/file-refused.ts'
import { keepUpload, type DocumentDeps } from '../../documents/keep-document.ts'
import { REFUSAL_WORDS } from '../../documents/refusal-words.ts'
import { uploadsBy } from '../../documents/uploads.ts'
import { MOST_FILES } from '../../forms/file-question.ts'
import type { Language } from '../../kernel/languages.ts'
import type { ReceivedFile } from '../../web/receive-files.ts'
import type { SiteError } from '../../web/site/site-page.ts'
import { tokensIn } from '../acts/read-fields.ts'

export interface KeptFile {
  token: string
  name: string
}

/** Where nothing can be said about the case any more (`takes`), its files are passed over. `admit` throws where too many come. */
export function keepFiles(
  deps: DocumentDeps,
  { language, takes, admit }: { language: Language; takes: boolean; admit: () => void },
) {
  const fresh: KeptFile[] = []
  const refused: SiteError[] = []
  return {
    refused,
    /** What cannot be taken is told at the field, with its name; what can is kept all the same. */
    take: async (file: ReceivedFile): Promise<void> => {
      if (!takes) return
      try {
        admit()
        if (fresh.length >= MOST_FILES) throw new FileRefused('too-many-files')
        const { token, name } = await keepUpload(deps, file)
        fresh.push({ token, name })
      } catch (error) {
        const refusal = refusalOf(error)
        if (!refusal) throw error
        refused.push({
          field: 'files',
          message: `${cleanName(file.name)}: ${REFUSAL_WORDS[language][refusal.code]}`,
        })
      }
    },
    /** Those that came now, and those that came with an earlier attempt and are nobody's yet. */
    kept: async (body: Readonly<Record<string, unknown>>): Promise<KeptFile[]> => {
      const tokens = tokensIn(body)
      if (tokens.length === 0) return fresh
      const before = await uploadsBy(deps.db, tokens, deps.clock.now())
      const earlier = [...before].flatMap(([token, { name, used }]) => (used ? [] : [{ token, name }]))
      return [...earlier, ...fresh].slice(0, MOST_FILES)
    },
  }
}
