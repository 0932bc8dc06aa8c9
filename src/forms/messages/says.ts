// What a language has to say about a wrong field: a message for each code, and none may be missing.

/** Bounds, what was given, and when a question is asked; each message uses those that its code comes with. */
export interface Values {
  min?: number
  max?: number
  given?: number
  condition?: string
}

export interface Says {
  required: string
  'must-be-confirmed': string
  'not-asked': (v: Values) => string
  'unknown-field': string
  'not-text': string
  'not-a-number': string
  'not-yes-or-no': string
  'not-a-list': string
  'not-an-object': string
  'invalid-characters': string
  'too-short': (v: Values) => string
  'too-long': (v: Values) => string
  'too-many-words': (v: Values) => string
  'too-few': (v: Values) => string
  'too-many': (v: Values) => string
  duplicate: string
  'not-a-choice': string
  'invalid-email': string
  'invalid-phone': string
  'invalid-web-address': string
  'invalid-date': string
  'date-in-the-past': string
  'year-out-of-range': (v: Values) => string
  'unknown-country': string
  'unknown-jurisdiction': string
  'unknown-time-zone': string
  'unknown-file': string
}
