import type { ApplyWords } from './apply-words.ts'

export const en: ApplyWords = {
  step: (n, of) => `Step ${n} of ${of}`,
  choose: 'Choose',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  mostWords: 'You can use up to {n} words.',
  mostCharacters: 'You can use up to {n} characters.',
  wordsLeft: 'Words left: {n}',
  wordsOver: 'Words over the limit: {n}',
  charactersLeft: 'Characters left: {n}',
  charactersOver: 'Characters over the limit: {n}',
  addAnother: 'Add another',
  remove: 'Remove',
  addFiles: 'Add the chosen files',
  saveForLater: 'Save and come back later',
  savedElsewhere: 'Saved elsewhere:',
  changedElsewhere:
    'This page was changed in another tab or on another device since you opened it. Both versions are shown: yours in the fields, the other beside them. Correct the fields where you want to, then continue: what is in the fields will then be kept.',
  notSaved:
    'We could not save this page just now. What you typed is still here: wait a few seconds, then press Continue again.',
  begunAnew:
    'Your earlier pages are no longer open in this browser, so we started a new form with what you just sent. If you asked for a link by email, open it to find the earlier pages.',
  draftSaved: 'Saved.',
  saving: 'Saving…',
  offline: 'Not saved: there is no connection just now. Leave this page open; we will try again.',
  checkTitle: 'Check your answers',
  checkLead: 'Nothing has been sent yet. Read through your answers, change what you want, then send them.',
  change: 'Change',
  toCorrect: 'Some answers have to be corrected before you can send them.',
  declaration: 'Declaration',
  submit: 'Send',
  trap: 'Leave this field empty',
  sentTitle: 'We have received it',
  reference: 'Your reference',
  next: 'What happens next',
  sentMail:
    'We have also sent you an email with the reference and a link to follow what happens. If it does not arrive within an hour, check your spam folder.',
  sentQuestions: email => `Questions? Write to ${email} and quote the reference.`,
  lostTitle: 'These answers are not open in this browser',
  lostText:
    'If you asked for a link by email, open it. Answers that were not sent are deleted 30 days after the last change.',
  startAgain: 'Start again',
  filterList: 'Type to search the list',
}
