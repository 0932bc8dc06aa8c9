// What the pages of a form say around its questions.

export interface ApplyWords {
  step: (n: number, of: number) => string
  choose: string
  day: string
  month: string
  year: string
  mostWords: string
  mostCharacters: string
  wordsLeft: string
  wordsOver: string
  charactersLeft: string
  charactersOver: string
  addAnother: string
  remove: string
  addFiles: string
  saveForLater: string
  savedElsewhere: string
  changedElsewhere: string
  notSaved: string
  begunAnew: string
  draftSaved: string
  saving: string
  offline: string
  checkTitle: string
  checkLead: string
  change: string
  toCorrect: string
  declaration: string
  submit: string
  trap: string
  sentTitle: string
  reference: string
  next: string
  sentMail: string
  sentQuestions: (email: string) => string
  lostTitle: string
  lostText: string
  startAgain: string
  /** At the field that only programs fill in. */
  filterList: string
}
