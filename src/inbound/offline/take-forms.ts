// Forms that come by mail become what they become on the site: a draft. Whoever sent them checks and sends it, by the mailed link.
import type { Form } from '../../forms/define-form.ts'
import type { Tx } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { giveToDraft } from '../../documents/claim.ts'
import { keepDraftLetter } from '../../notifications/keep-draft-letter.ts'
import type { LetterOffice } from '../../notifications/keep-office-letter.ts'
import { beginByMail } from '../../submissions/drafts/way-back.ts'
import { answersFromOfflineFile, FormRefused } from '../../submissions/offline/answers-from-file.ts'
import type { RefusalReason } from '../../submissions/offline/answers-from-file.ts'
import { OFFLINE_WORDS } from '../../submissions/offline/words.ts'
import type { IncomingFile } from '../reading/incoming.ts'
import { formNamed, languageOf } from './form-files.ts'

/** Nobody fills in more at once; each calls forth an email. */
const MOST_FORMS = 3

export interface TakingForms extends LetterOffice {
  forms: readonly Form[]
}

interface Mailed {
  mailId: string
  /** Of the author, to whom the emails go. */
  sender: string
  /** Where a file does not say its own. */
  language: Language
  files: readonly IncomingFile[]
  /** Documents, nobody's yet, that came with the forms: the first draft gets them. */
  documents: readonly string[]
  now: Date
}

/** Returns why nothing was taken; null where something was. Each form is answered by an email of its own. */
export async function takeForms(
  tx: Tx,
  deps: TakingForms,
  { files, documents, ...mailed }: Mailed,
): Promise<RefusalReason | null> {
  let taken = 0
  let refused: RefusalReason | null = null
  for (const file of files.slice(0, MOST_FORMS)) {
    const found = read(file, deps.forms)
    if (typeof found === 'string') {
      refused ??= found
      await refuse(tx, deps, mailed, file, found)
      continue
    }
    const { form, language, pages } = found
    const draftId = await beginByMail(
      tx,
      { form: form.name, language, pages, now: mailed.now },
      mailed.sender,
    )
    if (taken === 0) await giveToDraft(tx, draftId, documents)
    taken += 1
  }
  return taken > 0 ? null : refused
}

function read({ content }: IncomingFile, forms: readonly Form[]) {
  try {
    return answersFromOfflineFile(content, forms)
  } catch (error) {
    if (error instanceof FormRefused) return error.reason
    throw error
  }
}

async function refuse(
  tx: Tx,
  deps: TakingForms,
  { mailId, sender: address, now, ...mailed }: Omit<Mailed, 'files' | 'documents'>,
  file: IncomingFile,
  reason: RefusalReason,
): Promise<void> {
  const language = languageOf(file) ?? mailed.language
  const form = formNamed(file.name, deps.forms)
  const url = `${deps.publicUrl}/${language}${form ? `/${form.name}/offline` : ''}`
  const facts = { form: '', until: '', why: OFFLINE_WORDS[language].refused[reason], url }
  const event = { type: 'form.refused-by-mail', details: { mailId, reason } } as const
  await keepDraftLetter(tx, { name: 'offline-form-refused', address, language, facts, event, now }, deps)
}
