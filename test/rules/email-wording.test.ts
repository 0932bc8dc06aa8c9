import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { NOTIFICATIONS } from '../../src/notifications/index.ts'
import { EMAILS } from '../../src/notifications/catalogue/emails.ts'
import { DAILY_DIGEST, digestFacts } from '../../src/notifications/staff/daily-digest.ts'
import { faultOf } from '../../src/notifications/wording/check-wording.ts'
import { placeholdersIn } from '../../src/notifications/wording/placeholders.ts'
import { digestExample } from '../../src/notifications/wording/digest-example.ts'
import { digestLetterOf, messageOf, wordingKey } from '../../src/notifications/wording/reword.ts'
import { circumstancesOf, sentencesOf } from '../../src/notifications/wording/sentences.ts'

const emails = NOTIFICATIONS.flatMap(notification => LANGUAGES.map(language => ({ notification, language })))
const receipt = NOTIFICATIONS.find(({ name }) => name === 'receipt') as (typeof NOTIFICATIONS)[number]

describe('every sentence of an email can be worded anew', () => {
  test.each(emails)(
    '$notification.name in $language: in its own words it says what the code says, in every circumstance',
    ({ notification, language }) => {
      const sentences = sentencesOf(notification, language)
      const same = Object.fromEntries(sentences.map(({ text }) => [text, text]))
      const wordings = new Map([[wordingKey(notification.name, language), { version: 1, sentences: same }]])
      const all = circumstancesOf(notification, language)
      expect(all.length).toBeGreaterThan(0)
      for (const facts of all) {
        const { message } = messageOf(notification, language, facts, new Map())
        expect(messageOf(notification, language, facts, wordings)).toEqual({ message, wordingVersion: 1 })
      }
      for (const sentence of sentences) expect(faultOf(sentence, sentence.text, 'case')).toBeUndefined()
    },
  )

  test.each(emails)(
    '$notification.name in $language: nothing of the made-up case stands in a sentence',
    ({ notification, language }) => {
      const texts = sentencesOf(notification, language).map(({ text }) => text)
      expect(texts.join('\n')).not.toMatch(/7K2M4|Freetown|Kofi|Sofía|2026|1900|undefined|null/)
    },
  )

  test.each(LANGUAGES)('a digest in %s, whatever stands in it that day', language => {
    const sentences = EMAILS.find(({ name }) => name === DAILY_DIGEST)?.sentences(language) ?? []
    const heading = sentences.findLast(({ kind }) => kind === 'heading')?.text ?? ''
    const words = {
      [heading]: `→ ${placeholdersIn(heading)
        .map(name => `{${name}}`)
        .join('')}`,
    }
    const wordings = new Map([[wordingKey(DAILY_DIGEST, language), { version: 2, sentences: words }]])
    const found = digestExample('2026-11-24').filter((_, at) => at % 2 === 0)
    const facts = digestFacts(language, '2026-11-24', found, 'https://justice.example.org')
    const plain = digestLetterOf(language, facts, new Map()).message
    const headings = plain.lines.filter(({ kind }) => kind === 'heading')
    const { message, wordingVersion } = digestLetterOf(language, facts, wordings)
    expect(wordingVersion).toBe(2)
    expect(message.lines).toEqual(
      plain.lines.map(line => (line === headings.at(-1) ? { ...line, text: '→ 5' } : line)),
    )
    for (const sentence of sentences) expect(faultOf(sentence, sentence.text, 'office')).toBeUndefined()
  })

  test('an email in another language, and another email, stay as they are', () => {
    const [subject] = sentencesOf(receipt, 'fr')
    const sentences = { [subject?.text ?? '']: 'Bien reçu : {yourRequest}' }
    const wordings = new Map([[wordingKey('receipt', 'fr'), { version: 7, sentences }]])
    const [facts] = circumstancesOf(receipt, 'fr')
    if (!facts) throw new Error('A receipt is sent in no circumstance.')
    expect(messageOf(receipt, 'fr', facts, wordings)).toMatchObject({
      message: { subject: 'Bien reçu : votre demande de participation en qualité d’observateur' },
      wordingVersion: 7,
    })
    expect(messageOf(receipt, 'es', facts, wordings).wordingVersion).toBeNull()
  })
})

describe('words that would not tell the reader what they have to know are refused', () => {
  const first = sentencesOf(receipt, 'en').find(({ text }) => placeholdersIn(text).includes('byDecision'))
  const check = (words: string) => first && faultOf(first, words, 'case')
  test.each([
    ['a placeholder that is not there', '{firstlook} {byFirstLook} {byDecision}', '{firstlook}'],
    ['a day that is left out', 'We look at it {byFirstLook}.', '{byDecision}'],
    ['a sentence that is left out', '', '{byFirstLook}'],
    ['a brace that stays open', 'We look {byFirstLook} and decide {byDecision}. {', 'brace'],
  ])('%s', (_, words, named) => {
    expect(check(words)).toContain(named)
  })

  test('what every case has may be added, in as many paragraphs as one likes', () => {
    expect(check('{organisation}, we look {byFirstLook}.\n\nWe decide {byDecision}.')).toBeUndefined()
  })
})
