import type { Facts } from './facts.ts'

/** What people call themselves and each other, as it may stand in an email. */
export const namesIn = ({ theCase, event, assignee, original, delivery }: Facts): string[] =>
  [
    theCase.organisation,
    assignee?.name,
    event.by?.name,
    event.about?.name,
    original,
    delivery?.address,
    event.words['meeting'],
  ].filter(name => typeof name === 'string')
