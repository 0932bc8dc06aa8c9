// How we reach the applicant, a row for each detail, called as the form calls it.
import { languageNames } from '../../forms/language-names.ts'
import { requiredMeta } from '../../forms/question.ts'
import { contactDetails } from '../../forms/shared-questions.ts'
import { LANGUAGES, type Language } from '../../kernel/languages.ts'
import type { FollowedCase } from '../followed-case.ts'
import { filled, FOLLOW_WORDS } from '../words/follow-words.ts'

const OURS = languageNames(LANGUAGES)

interface ContactRow {
  label: string
  value: string
  isGiven: boolean
  /** What is not settled yet about it. */
  note: string
}

export function contactRows({ theCase, phone, givenAddress }: FollowedCase, speaks: Language): ContactRow[] {
  const words = FOLLOW_WORDS[speaks]
  const row = (field: 'name' | 'email' | 'phone' | 'language', value: string, note = ''): ContactRow => ({
    label: requiredMeta(contactDetails[field], field).label[speaks],
    value,
    isGiven: value !== '',
    note,
  })
  const number = row('phone', phone ?? '')
  return [
    row('name', theCase.contactName),
    row(
      'email',
      theCase.contactEmail,
      givenAddress ? filled(words.unconfirmed, { email: givenAddress }) : '',
    ),
    number.isGiven ? number : { ...number, value: words.noPhone },
    row('language', OURS[theCase.language][speaks]),
  ]
}
