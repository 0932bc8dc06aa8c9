// Which files of a message are our form, filled in without a connection. Pure: what is in them is another matter.
import type { Form } from '../../forms/define-form.ts'
import { LANGUAGES, type Language } from '../../kernel/languages.ts'
import { ANSWERS_ID } from '../../submissions/offline/answers-from-file.ts'
import type { IncomingFile } from '../reading/incoming.ts'

export interface FilesOfMail {
  forms: IncomingFile[]
  others: IncomingFile[]
}

/** A form is known by what it has in it, or by the name that we gave it: any other web page is a file like others. */
export function sortFiles(files: readonly IncomingFile[], forms: readonly Form[]): FilesOfMail {
  const isForm = (file: IncomingFile) =>
    IS_PAGE.test(file.type) || IS_PAGE_NAME.test(file.name)
      ? file.content.includes(ANSWERS_ID) || formNamed(file.name, forms) !== undefined
      : false
  return { forms: files.filter(isForm), others: files.filter(file => !isForm(file)) }
}

/** The form that the file's name is of, as we name it: `support-request-fr.html`, and what machines make of it. */
export const formNamed = (name: string, forms: readonly Form[]): Form | undefined =>
  forms.find(form => name.toLowerCase().startsWith(`${form.name}-`))

/** The language that the file says it is in; what cannot be read may still say that. */
export function languageOf({ name, content }: IncomingFile): Language | undefined {
  const [, written] = /<html lang="([a-z]{2})"/.exec(content.subarray(0, 1000).toString('latin1')) ?? []
  const [, named] = /-([a-z]{2})\b[^/]*\.html?$/i.exec(name.slice(-200)) ?? []
  return LANGUAGES.find(language => language === (written ?? named?.toLowerCase()))
}

const IS_PAGE = /^(text\/html|application\/xhtml\+xml)$/i
const IS_PAGE_NAME = /\.x?html?$/i
