import { describe, expect, test } from 'vitest'
import { eventOfTransition } from '../../src/cases/events.ts'
import { TRANSITIONS, type Transition } from '../../src/cases/lifecycle.ts'
import { STATE, type State } from '../../src/cases/states.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
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
const OUTCOMES = ['accept', 'decline', 'redirect', 'defer']

/** Every tag is closed in order; the text holds no bare `<` or `&`. */
function expectWellFormed(html: string): void {
  const open: string[] = []
  const text = html
    .replace('<!doctype html>', '')
    .replace(
      /<(\/?)([a-z][a-z0-9]*)((?:\s[a-z-]+="[^"<]*")*)(\/?)>/g,
      (_, closing: string, name: string, __, alone: string) => {
        if (closing) expect(open.pop()).toBe(name)
        else if (!alone) open.push(name)
        return ''
      },
    )
  expect(open).toEqual([])
  expect(text).not.toMatch(/[<>]/)
  expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
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
      expect(subject.startsWith(facts.theCase.reference)).toBe(true)
      expect(subject).not.toMatch(/[\r\n]/)
      for (const part of [subject, text, html])
        expect(part).not.toMatch(/undefined|\[object|NaN|Invalid Date|null/)
      for (const part of [text, html]) {
        expect(part).toContain(facts.theCase.reference)
        expect(Buffer.byteLength(part)).toBeLessThan(LIMIT)
      }
      for (const line of text.split('\n'))
        if (!/https?:/.test(line)) expect([...line].length).toBeLessThanOrEqual(78)
      expect(html).not.toMatch(/<img|url\(|src=|<script|<table|@import|<link/)
      expect(html).toContain(`<html lang="${language}" dir="ltr">`)
      expect(html.match(/<h1/g)).toHaveLength(1)
      expectWellFormed(html)
    },
  )

  test.each(emails.filter(({ notification }) => notification.audience === 'applicant'))(
    '$notification.name in $language after $type ($kind) says what happens next and whose time zone counts',
    ({ notification, language, type, kind }) => {
      const { text } = emailOf(notification, language, factsFor(type, language, { kind }))
      expect(text).toMatch({ en: /WHAT HAPPENS NEXT/, fr: /LA SUITE/, es: /PRÓXIMOS PASOS/ }[language])
      expect(text.replace(/\s+/g, ' ')).toContain(
        { en: 'Central European Time', fr: 'heure d’Europe centrale', es: 'hora de Europa central' }[
          language
        ],
      )
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

describe('the applicant is told of every change of what they see, and of nothing else', () => {
  const moves = (TRANSITIONS as readonly Transition[]).flatMap(transition =>
    transition.from.map(from => ({ name: transition.name, from, to: transition.to, transition })),
  )
  test.each(moves)('$name from $from to $to', ({ from, to, transition }) => {
    const { type } = eventOfTransition(transition)
    const details = { from, to, outcome: transition.outcome }
    const told = NOTIFICATIONS.filter(
      ({ audience, on, when }) =>
        audience === 'applicant' && on.includes(type) && (when?.(factsFor(type, 'en', { details })) ?? true),
    )
    expect(told).toHaveLength(seesChange(from, to) ? 1 : 0)
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

// Who is taken for spam is told nothing; otherwise the public status is what an applicant sees.
const seesChange = (from: State, to: State) =>
  to !== 'spam' && STATE[from].publicStatus !== STATE[to].publicStatus

const SAY = {
  yourRequest: '',
  request: '',
  by: () => '',
  day: () => '',
  writeToUs: '',
  country: () => '',
}
