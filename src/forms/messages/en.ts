import { counted } from '../../kernel/counted.ts'
import { ANSWERS, CHARACTERS, WORDS } from './nouns.ts'
import type { Says } from './says.ts'

export const en: Says = {
  required: 'enter an answer.',
  'must-be-confirmed': 'confirm this to continue.',
  'not-asked': v => `leave this out; it is asked only ${v.condition}.`,
  'unknown-field': 'this form has no such field. Remove it, or check its spelling.',
  'not-text': 'enter text.',
  'not-a-number': 'enter a whole number.',
  'not-yes-or-no': 'answer true (yes) or false (no).',
  'not-a-list': 'enter a list of answers.',
  'not-an-object': 'enter an object with the answers to its questions.',
  'invalid-characters': 'remove the characters that cannot be shown, such as control characters.',
  'too-short': v => `enter at least ${counted('en', v.min ?? 0, CHARACTERS.en)} (you have ${v.given}).`,
  'too-long': v => `enter at most ${counted('en', v.max ?? 0, CHARACTERS.en)} (you have ${v.given}).`,
  'too-many-words': v => `use at most ${counted('en', v.max ?? 0, WORDS.en)} (you have ${v.given}).`,
  'too-few': v => `give at least ${counted('en', v.min ?? 0, ANSWERS.en)} (you have ${v.given}).`,
  'too-many': v => `give at most ${counted('en', v.max ?? 0, ANSWERS.en)} (you have ${v.given}).`,
  duplicate: 'choose each answer only once.',
  'not-a-choice': 'choose one of the answers offered.',
  'invalid-email': 'enter an email address such as name@example.org.',
  'invalid-phone': 'enter a telephone number with its country code, such as +232 76 123 456.',
  'invalid-web-address': 'enter a full web address that starts with http:// or https://.',
  'invalid-date': 'enter a date that exists as year-month-day, such as 2027-03-31.',
  'date-in-the-past': 'enter today’s date or a later one.',
  'year-out-of-range': v => `enter a year from ${v.min} to ${v.max}.`,
  'unknown-country': 'enter the two-letter ISO code of a country or territory, such as SL.',
  'unknown-jurisdiction': 'choose an OGP member from the list.',
  'unknown-time-zone': 'enter a time zone by its IANA name, such as Africa/Freetown.',
  'unknown-file':
    'name a file that was uploaded within the last 24 hours, is free of viruses, and was not used yet.',
}
