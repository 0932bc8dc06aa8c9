import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Text } from '../../src/kernel/languages.ts'
import { oneLine } from '../../src/notifications/clean.ts'
import { NOTIFICATIONS } from '../../src/notifications/index.ts'
import { link, paragraph } from '../../src/notifications/message.ts'
import { LIMIT, render } from '../../src/notifications/render.ts'
import type { Notification } from '../../src/notifications/define-notification.ts'
import { retryDelaySeconds } from '../../src/kernel/retry-delay.ts'
import { emailOf, factsFor } from './notifications-facts.ts'

const named = (name: string): Notification => {
  const found = NOTIFICATIONS.find(notification => notification.name === name)
  if (!found) throw new Error(`There is no notification ${name}.`)
  return found
}
const letter = {
  audience: 'applicant',
  language: 'en',
  name: '',
  reference: 'OBS-7K2M4',
  office: { timeZone: 'UTC', contactEmail: 'justice@example.org' },
  at: new Date('2026-11-23T09:30:00.000Z'),
} as const

describe('what people write stays what it is', () => {
  test('an answer that is HTML is shown, not obeyed', () => {
    const motivation = `<script>alert(1)</script> & "quoted" 'too' <img src=x onerror=alert(1)>`
    const { html, text } = emailOf(
      named('receipt'),
      'en',
      factsFor('submission.received', 'en', { answers: { motivation } }),
    )
    expect(html).not.toMatch(/<script|<img/)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; &#39;too&#39;')
    expect(text.replace(/\s+/g, ' ')).toContain(motivation)
  })

  test('a name cannot break out of the subject, nor turn it around', () => {
    const organisation = 'Evil\r\nBcc: victim@example.org\u202Eftxe\u2028\u0000 \u2066x'
    const { subject } = emailOf(
      named('due-soon'),
      'en',
      factsFor('case.due-soon', 'en', { theCase: { organisation } }),
    )
    expect(subject).toBe('OBS-7K2M4 – Due soon: Evil Bcc: victim@example.orgftxe x')
  })

  test('whatever a name holds, its line holds no control, no break and nothing that turns text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), name => {
        const line = oneLine(name)
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u)
        expect(line.isWellFormed()).toBe(true)
        expect([...line].length).toBeLessThanOrEqual(200)
      }),
    )
  })

  test('Arabic and joined letters survive', () => {
    const question = 'ما هو اسم المنظمة؟ می‌خواهم 👩‍⚖️'
    const { html, text } = emailOf(
      named('more-information-needed'),
      'en',
      factsFor('case.ask', 'en', { words: { question } }),
    )
    expect(text).toContain(question)
    expect(html).toContain(`<blockquote dir="auto"`)
    expect(html).toContain(question)
  })

  test('a link leads to the web or nowhere', () => {
    const message = (url: string) => ({ subject: 'A link', lines: [link('Follow your request', url)] })
    expect(render({ ...letter, message: message('https://example.org/a?b=1&c="2"') }).html).toContain(
      'href="https://example.org/a?b=1&amp;c=%222%22"',
    )
    expect(() => render({ ...letter, message: message('javascript:alert(1)') })).toThrow('https://')
  })
})

describe('an email is never too long', () => {
  const long = 'Ünïcödé “words” & <more> of them. '.repeat(400)

  test('a receipt that is cut says after how many answers, and keeps what happens next', () => {
    const answers = Object.fromEntries(
      ['motivation', 'relevantWork', 'contribution'].map(name => [name, long]),
    )
    const { html, text } = emailOf(named('receipt'), 'en', factsFor('submission.received', 'en', { answers }))
    for (const part of [html, text]) {
      expect(Buffer.byteLength(part)).toBeLessThan(LIMIT)
      expect(part.replace(/\s+/g, ' ')).toMatch(/This copy stops here, after \d+ of \d+ answers/)
      expect(part.toLowerCase()).toContain('what happens next')
    }
  })

  test('a receipt of ordinary length is whole, without access needs', () => {
    const { html, text } = emailOf(named('receipt'), 'en', factsFor('submission.received', 'en'))
    for (const part of [html, text]) {
      expect(part).not.toContain('stops here')
      expect(part).toContain('paralegals see every day')
      expect(part).not.toContain('wheelchair')
    }
  })

  test('the longest support request that is usual fits whole', () => {
    const { html, text } = emailOf(
      named('receipt'),
      'es',
      factsFor('submission.received', 'es', { kind: 'support' }),
    )
    for (const part of [html, text]) expect(part).not.toContain('Esta copia termina')
  })

  const STOPS: Text = {
    en: 'stops here',
    fr: 's’arrête',
    es: 'termina aquí',
    pt: 'termina aqui',
    ar: 'يتوقف هنا',
  }
  test.each(LANGUAGES)('the longest reasons in %s are cut with a line that says so', language => {
    const words = { reason: '<'.repeat(4000), wouldChange: '"'.repeat(2000), anotherLook: 'é'.repeat(2000) }
    const { html } = emailOf(named('decision'), language, factsFor('case.decided', language, { words }))
    expect(Buffer.byteLength(html)).toBeLessThan(LIMIT)
    expect(html).toContain(STOPS[language])
  })

  test('a word without an end is broken, an address is not', () => {
    const address = `https://example.org/${'a'.repeat(100)}`
    const { text } = render({
      ...letter,
      message: { subject: 'Words', lines: [paragraph(`${'x'.repeat(200)} ${address}`)] },
    })
    expect(text).toContain(address)
    expect(text).toContain(`\n${'x'.repeat(78)}\n`)
  })
})

test('an email is tried again after 1, 5, 15 and 60 minutes, then each hour, with up to a fifth more by chance', () => {
  const least = [1, 2, 3, 4, 5, 30].map(attempts => retryDelaySeconds(attempts, () => 0) / 60)
  const most = [1, 2, 3, 4, 5, 30].map(attempts => retryDelaySeconds(attempts, below => below - 1) / 60)
  expect(least).toEqual([1, 5, 15, 60, 60, 60])
  expect(most).toEqual([1.2, 6, 18, 72, 72, 72])
})
