import { describe, expect, test } from 'vitest'
import { eventOfTransition } from '../../src/cases/events.ts'
import { TRANSITIONS, type Transition } from '../../src/cases/lifecycle.ts'
import { STATE, type State } from '../../src/cases/states.ts'
import { directionOf, LANGUAGES, type Language, type Text } from '../../src/kernel/languages.ts'
import { NOTIFICATIONS } from '../../src/notifications/index.ts'
import { LIMIT } from '../../src/notifications/render.ts'
import { emailOf, factsFor } from './notifications-facts.ts'

const emails = NOTIFICATIONS.flatMap(notification =>
  LANGUAGES.flatMap(language =>
    notification.on.flatMap(type =>
      (['observer', 'support'] as const).map(kind => ({ notification, language, type, kind })),
    ),
  ),
)
const NEXT: Readonly<Record<Language, RegExp>> = {
  en: /WHAT HAPPENS NEXT/,
  fr: /LA SUITE/,
  es: /PRÓXIMOS PASOS/,
  pt: /PRÓXIMOS PASSOS/,
  ar: /الخطوات التالية/,
}
const ZONE: Text = {
  en: 'Central European Time',
  fr: 'heure d’Europe centrale',
  es: 'hora de Europa central',
  pt: 'Horário da Europa Central',
  ar: 'توقيت وسط أوروبا',
}
const OUTCOMES = ['accept', 'decline', 'redirect', 'defer']

/** The tags that are opened and closed in the wrong order, or not at all, and what of the rest is no text. */
function faultsOf(html: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  const tag = /<(\/?)([a-z][a-z0-9]*)(?:\s[a-z-]+="[^"<]*")*(\/?)>/g
  const text = html
    .replace('<!doctype html>', '')
    .replace(tag, (found, closing: string, name: string, alone: string) => {
      if (!closing && !alone) open.push(name)
      if (closing && open.pop() !== name) faults.push(found)
      return ''
    })
  return [...faults, ...open, ...(text.match(/[<>]|&(?!(?:amp|lt|gt|quot|#39);)/g) ?? [])]
}

describe('every email', () => {
  test('has a name of its own', () => {
    const names = NOTIFICATIONS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(emails)(
    '$notification.name in $language after $type ($kind) can be sent',
    ({ notification, language, type, kind }) => {
      const facts = factsFor(type, language, { kind })
      const { subject, text, html } = emailOf(notification, language, facts)
      expect(subject.replace('\u200F', '').startsWith(facts.theCase.reference)).toBe(true)
      expect(subject).not.toMatch(/[\r\n]/)
      for (const part of [subject, text, html])
        expect(part).not.toMatch(/undefined|\[object|NaN|Invalid Date|null/)
      for (const part of [text, html]) {
        expect(part).toContain(facts.theCase.reference)
        expect(Buffer.byteLength(part)).toBeLessThan(LIMIT)
      }
      expect(text.split('\n').filter(line => [...line].length > 78 && !/https?:/.test(line))).toEqual([])
      expect(html).not.toMatch(/<img|url\(|src=|<script|<table|@import|<link/)
      expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expect(faultsOf(html)).toEqual([])
    },
  )

  test.each(emails.filter(({ notification }) => notification.audience === 'applicant'))(
    '$notification.name in $language after $type ($kind) says what happens next and whose time zone counts',
    ({ notification, language, type, kind }) => {
      const { text } = emailOf(notification, language, factsFor(type, language, { kind }))
      expect(text).toMatch(NEXT[language])
      expect(text.replace(/\s+/g, ' ')).toContain(ZONE[language])
    },
  )

  test.each(OUTCOMES)(
    'the decision to %s says so in every language, with its reasons and how to ask for another look',
    outcome => {
      const decision = NOTIFICATIONS.find(({ name }) => name === 'decision')
      const said = LANGUAGES.map(language => {
        const facts = factsFor('case.decided', language, { details: { outcome } })
        const { text } = decision ? emailOf(decision, language, facts) : { text: '' }
        for (const words of ['reason', 'wouldChange', 'anotherLook']) {
          expect(text.replace(/[>\s]+/g, ' ')).toContain(facts.event.words[words])
        }
        return text.split('\n\n')[1]
      })
      expect(new Set(said).size).toBe(LANGUAGES.length)
    },
  )

  test('an outcome without words is not told as another one', () => {
    const decision = NOTIFICATIONS.find(({ name }) => name === 'decision')
    expect(() =>
      decision?.text.en(factsFor('case.decided', 'en', { details: { outcome: 'ponder' } }), { ...SAY }),
    ).toThrow('no outcome')
  })
})

// The state stays, and the day that the applicant's page names is another one.
const NAMES_ANOTHER_DAY: readonly string[] = ['renew', 'report-progress']

describe('the applicant is told of every change of what they see, and of nothing else', () => {
  const moves = (TRANSITIONS as readonly Transition[]).flatMap(transition =>
    transition.from.map(from => ({ name: transition.name, from, to: transition.to, transition })),
  )
  test.each(moves)('$name from $from to $to', ({ name, from, to, transition }) => {
    const { type } = eventOfTransition(transition)
    const details = { from, to, outcome: transition.outcome }
    const told = NOTIFICATIONS.filter(
      ({ audience, on, when }) =>
        audience === 'applicant' && on.includes(type) && (when?.(factsFor(type, 'en', { details })) ?? true),
    )
    expect(told).toHaveLength(seesChange(from, to) || NAMES_ANOTHER_DAY.includes(name) ? 1 : 0)
  })

  test('a note, a recommendation and an assignment are never told to an applicant', () => {
    const silent = [
      'note.added',
      'case.recommend',
      'case.return',
      'case.assigned',
      'case.mark-spam',
      'case.recused',
    ]
    const outside = NOTIFICATIONS.filter(({ audience }) => audience !== 'staff').flatMap(({ on }) => on)
    expect(outside.filter(type => silent.includes(type))).toEqual([])
  })
})

// Who is taken for spam is told nothing; otherwise the public status is what an applicant sees, and of an observer the day until
// which they are one.
const seesChange = (from: State, to: State) =>
  to !== 'spam' && STATE[from].publicStatus !== STATE[to].publicStatus

const SAY = {
  yourRequest: '',
  request: '',
  by: () => '',
  day: () => '',
  writeToUs: '',
  useLinkOrWrite: '',
  country: () => '',
  explanation: () => '',
}
