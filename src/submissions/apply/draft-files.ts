// The files of a draft as the answers to the question that asks for them: named by their ids, which only the draft can claim.
import type { Db } from '../../kernel/database.ts'
import type { Language } from '../../kernel/languages.ts'
import { documentsOf, type KeptDocument } from '../../documents/documents.ts'
import type { Form } from '../../forms/define-form.ts'
import { shownFile } from '../../forms/document-texts.ts'
import type { Offer } from '../../forms/paging/offers-of.ts'
import type { Typed } from '../../forms/paging/typed.ts'
import { answeredFile, withFilesOf } from '../named-files.ts'

export interface DraftFiles {
  /** What stands for them among what was typed. */
  typed: Typed
  /** For the page that lists them: their ids with what they are called. */
  listed: (language: Language) => Offer[]
  isUpload: (token: string) => boolean
  /** The answers with what is kept of each file. */
  named: <Answers>(answers: Answers) => Answers
}

const questionOf = (form: Form) => form.questions.find(({ kind }) => kind === 'files')?.name

/** Asks nothing where the form asks for no files. */
export async function filesOfDraft(db: Db, form: Form, draftId: string): Promise<DraftFiles> {
  const question = questionOf(form)
  const kept = question === undefined ? [] : await documentsOf(db, { draftId })
  const sound = kept.filter(({ scan }) => scan !== 'infected')
  const tokens = new Set(sound.map(tokenOf))
  return {
    typed: question === undefined || kept.length === 0 ? {} : { [question]: kept.map(tokenOf) },
    listed: language =>
      kept.map(document => ({ value: document.id, label: shownFile(language, answeredFile(document)) })),
    isUpload: token => tokens.has(token),
    named: answers => withFilesOf(form, answers, sound),
  }
}

// As long as the token of an upload, and of the same letters.
const tokenOf = ({ id }: KeptDocument): string => id.replaceAll('-', '')
