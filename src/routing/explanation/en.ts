import { counted } from '../../kernel/counted.ts'
import { DAYS, type ExplanationWords } from './words.ts'

export const en: ExplanationWords = {
  quote: name => `‘${name}’`,
  assigned: (who, why, rule) => `Assigned to ${who}, ${why}, because ${rule}`,
  chosenBy: {
    'only-one': (open, capacity) => `the only person available (${open} of ${capacity})`,
    'lightest-load': (open, capacity, available) =>
      `who has the lightest load of the ${available} people available (${open} of ${capacity})`,
    language: (open, capacity, available) =>
      `who shares the lightest load of the ${available} people available (${open} of ${capacity}) and speaks the applicant’s language`,
    'fewest-open': (open, capacity, available) =>
      `who shares the lightest load of the ${available} people available (${open} of ${capacity}) and has the fewest open cases`,
    'fixed-order': (open, capacity, available) =>
      `who shares the lightest load of the ${available} people available (${open} of ${capacity}) and comes first in a fixed order`,
  },
  rule: (position, name, conditions) => `rule ${position} ${name} matched (${conditions})`,
  everyCase: 'it takes every case',
  anyOf: (subject, values, several) => `${subject} ${several ? 'include' : 'is'} ${values}`,
  noneOf: (subject, values, several) => `${subject} ${several ? 'do not include' : 'is not'} ${values}`,
  withinDays: days => `it is needed within ${counted('en', days, DAYS.en)}`,
  passedOver: (rules, many) =>
    many
      ? `rules ${rules} matched before it but had nobody available`
      : `rule ${rules} matched before it but had nobody available`,
  leftOut: people => `left out: ${people}`,
  others: count => `${count} ${count === 1 ? 'other' : 'others'}`,
  noRule: 'Left in the triage queue because no rule matched',
  nobodyThere: (rules, many) =>
    `Left in the triage queue because nobody was available under the ${many ? 'rules' : 'rule'} that matched, ${rules}`,
  reason: {
    'declared-conflict': () => 'declared conflict of interest',
    'own-country': () => 'own country',
    'own-organisation': () => 'own organisation',
    absent: day => `away until ${day}`,
    'no-capacity': () => 'takes no cases at present',
    'at-capacity': load => `at capacity, ${load}`,
  },
}
