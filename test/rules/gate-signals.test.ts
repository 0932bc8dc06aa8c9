// What makes a submission suspicious, and what does not.
import { createSecretKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { example as observer } from '../../src/forms/observer-interest/example.ts'
import { example as support } from '../../src/forms/support-request/example.ts'
import { networkOf } from '../../src/kernel/subnet.ts'
import { isDisposable } from '../../src/submissions/gate/disposable-domains.ts'
import { openMoment, sealMoment } from '../../src/submissions/gate/opened.ts'
import { fingerprint, proseIn } from '../../src/submissions/gate/prose.ts'
import { suspicions, type Impression } from '../../src/submissions/gate/signals.ts'

const usual: Impression = {
  onPages: true,
  trap: '',
  secondsOnPage: 40,
  secondsSinceStart: 900,
  isDisposable: false,
  texts: proseIn(observer),
  othersWithText: 0,
}
const held = (seen: Partial<Impression>) => suspicions({ ...usual, ...seen })
const spam = (...texts: string[]) => held({ texts })

describe('a person looks at it', () => {
  test.each<[string, Partial<Impression>, string[]]>([
    ['what filled in the field that nobody sees', { trap: 'x' }, ['trap-filled']],
    ['an address that lives for minutes', { isDisposable: true }, ['disposable-address']],
    [
      'links as advertising programs write them',
      { texts: ['Look <a href="//x.example">here</a>'] },
      ['link-markup'],
    ],
    [
      'what is sent at once without ever opening a page',
      { secondsOnPage: undefined, secondsSinceStart: 3 },
      ['too-fast', 'no-page'],
    ],
    [
      'a text that many addresses send, faster than anybody reads',
      { othersWithText: 3, secondsOnPage: 1 },
      ['too-fast', 'repeated-text'],
    ],
    [
      'an offer with many links',
      { texts: ['SEO  services! http://a.example http://b.example www.c.example https://d.example'] },
      ['many-links', 'known-phrase'],
    ],
    [
      'letters that hide words, around an offer',
      { texts: ['Оnline саsino bonus, our Тeаm and раrtner: online casino'] },
      ['mixed-scripts', 'known-phrase'],
    ],
  ])('%s', (_, seen, signals) => {
    expect(held(seen)).toEqual(signals)
  })
})

describe('nobody is held for', () => {
  test.each<[string, Partial<Impression>]>([
    ['a usual application', {}],
    ['a usual request for support', { texts: proseIn(support) }],
    ['having pasted what was prepared', { secondsSinceStart: 12 }],
    ['a campaign that gives its members one text', { othersWithText: 40 }],
    [
      'naming sources',
      { texts: ['See https://a.example, https://b.example, https://c.example and https://d.example.'] },
    ],
    [
      'work about casinos and crypto-currencies',
      { texts: ['We litigate for victims of crypto investment fraud and casino debts.'] },
    ],
    [
      'writing in Cyrillic, Greek and Latin letters, word by word',
      { texts: ['Мы работаем с OGP и Transparency', 'Συνεργασία με την OGP'] },
    ],
    [
      'a page that a machine never had',
      { onPages: false, secondsOnPage: undefined, secondsSinceStart: undefined },
    ],
  ])('%s', (_, seen) => {
    expect(held(seen)).toEqual([])
  })
  test('one offer in words', () => expect(spam('We also offer SEO services.')).toEqual([]))
})

test('a domain is disposable with all that belongs to it, and a name that only ends alike is not', () => {
  expect(isDisposable('mailinator.com')).toBe(true)
  expect(isDisposable('Team.MAILINATOR.com')).toBe(true)
  expect(isDisposable('my-mailinator.example')).toBe(false)
  expect(['gmail.com', 'justice.gov.sl', 'legal-aid.example.org', 'com'].filter(isDisposable)).toEqual([])
})

test('a text is the same whatever its case, spacing and punctuation; a short one is nobody’s', () => {
  const text = 'We advise people in the eastern chiefdoms. '.repeat(3)
  expect(fingerprint([text])).toBe(fingerprint(['short', text.toUpperCase().replaceAll('. ', ' –\n')]))
  expect(fingerprint([text])).not.toBe(fingerprint([`${text} And more.`]))
  expect(fingerprint(['We advise people.'])).toBeUndefined()
})

test('the moment on a page is ours, of this form and of today, or it is none', () => {
  const key = createSecretKey(Buffer.alloc(32, 7))
  const at = new Date('2026-03-02T10:00:00Z')
  const later = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
  const sealed = sealMoment(key, 'observer-interest', at)
  const read = (text = sealed, now = later(1), form = 'observer-interest', by = key) =>
    openMoment(by, form, text, now)
  expect(read()).toEqual(at)
  expect(read(sealed, later(25))).toBeUndefined()
  expect(read(sealed, later(-1))).toBeUndefined()
  expect(read(sealed, later(1), 'support-request')).toBeUndefined()
  expect(read(sealed, later(1), 'observer-interest', createSecretKey(Buffer.alloc(32, 8)))).toBeUndefined()
  expect(['', 'x', `1${sealed}`, `${sealed}.x`, sealed.slice(0, -1)].map(text => read(text))).toEqual(
    Array(5).fill(undefined),
  )
})

test('a network is an IPv4 address or the half of an IPv6 address', () => {
  expect(networkOf('::ffff:192.0.2.7')).toBe(networkOf('192.0.2.7'))
  expect(networkOf('2001:db8:1:2::1')).toBe(networkOf('2001:db8:1:2:ffff::2'))
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
})
