// Every sentence that an email may say, found by having it written in every circumstance it knows. Pure.
import type { Language } from '../../kernel/languages.ts'
import type { Notification } from '../define-notification.ts'
import type { Facts } from '../facts.ts'
import type { Message } from '../message.ts'
import { circumstances } from './circumstances.ts'
import { withPlaceholders } from './placeholders.ts'

export interface Sentence {
  kind: 'subject' | 'heading' | 'paragraph' | 'link'
  /** As the code says it, with placeholders. */
  text: string
}

/** The sentences of an email about a case, in the order in which they are said, each once. */
export function sentencesOf(notification: Notification, language: Language): Sentence[] {
  const messages = circumstancesOf(notification, language).map(facts => {
    const open = withPlaceholders(facts)
    return notification.text[language](open.facts, open.say)
  })
  return sentencesIn(messages)
}

/** The circumstances in which the email is sent, the most usual first. */
export const circumstancesOf = ({ on, when }: Notification, language: Language): Facts[] =>
  on.flatMap(type => circumstances(type, language)).filter(facts => when?.(facts) ?? true)

/** Those of messages of one email; one that is said in some only stands where it is said. */
export function sentencesIn(messages: readonly Message[]): Sentence[] {
  const found: Sentence[] = []
  for (const message of messages) {
    let after = 0
    for (const sentence of spoken(message)) {
      const known = found.findIndex(({ kind, text }) => kind === sentence.kind && text === sentence.text)
      if (known === -1) found.splice(after, 0, sentence)
      // One that is said again further down moves nothing up.
      after = known === -1 ? after + 1 : Math.max(after, known + 1)
    }
  }
  return found
}

const spoken = ({ subject, lines }: Message): Sentence[] => [
  { kind: 'subject', text: subject },
  ...lines.flatMap((block): Sentence[] =>
    block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'link'
      ? [{ kind: block.kind, text: block.text }]
      : [],
  ),
]
