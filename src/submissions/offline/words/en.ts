import type { OfflineWords } from './offline-words.ts'

export const en: OfflineWords = {
  title: 'Fill in the form without a connection',
  lead: 'Download the form as one file, fill it in whenever and wherever you like, and bring your answers back here or by email.',
  downloadTitle: '1. Download the form',
  download: 'Download the form',
  downloadHint: 'One file that opens in any browser. It needs no connection.',
  uploadTitle: '2. Bring your answers back',
  uploadHint:
    'The file with your answers, whose name ends in .html. Nothing is submitted until you have checked it on the next page.',
  file: 'The file with your answers',
  upload: 'Continue with these answers',
  refused: {
    missing: 'Choose the file with your answers.',
    'too-large': 'This file is too large to be the form. Choose the file that “Save my answers” made.',
    'not-a-form': 'This file is not one of our forms. Choose the file that “Save my answers” made.',
    broken:
      'The answers in this file cannot be read: it was cut off or changed. Open it, save your answers again, and choose the new file.',
    'other-form': 'This file is a different form. Open the page of that form and bring it there.',
    'other-version':
      'The form has changed since you downloaded this file. Download it again and copy your answers into it; the old file still opens.',
    changed:
      'This file has answers to questions that the form does not ask. Save your answers again, and choose the new file.',
    empty:
      'There are no answers in this file. Open it, fill it in, press “Save my answers”, and choose the file that this makes.',
  },
  howTitle: 'How this file works',
  how: (address, mailTo) => [
    'Fill it in here, without a connection. “Save my answers” makes a new file that has them in it: open that one to continue another day.',
    `When you have a connection, bring the saved file to ${address}, or send it as an attachment to ${mailTo}.`,
    'You will then see all your answers once more, and anything that has to be corrected, before anything is sent.',
  ],
  noScript:
    'Your browser does not run scripts, so it cannot save your answers to a file. Fill the form in, leave it open, and press “Send when you are connected” once you are; or print it for yourself.',
  onlyIf: condition => `Answer this only ${condition}.`,
  save: 'Save my answers',
  saved:
    'Your answers are in the file that was just saved. Keep it: open it to continue, or bring it back to us.',
  sendNow: 'Send when you are connected',
  sendNowHint: 'Opens our site with these answers. You can check them there before they are sent.',
  files: 'Files can be added on our site, once you have brought your answers back.',
  unsaved: 'Your last answers are not saved yet.',
}
