import { createHash } from 'node:crypto'
import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { canonicalJson } from '../../src/events/hash-chain.ts'
import { checkAnswers } from '../../src/forms/check-answers.ts'
import { email, language } from '../../src/forms/contact-questions.ts'
import { defineForm, type Form } from '../../src/forms/define-form.ts'
import { documentOf, isNested, type Row } from '../../src/forms/document.ts'
import { FORMS } from '../../src/forms/index.ts'
import { formDescription } from '../../src/forms/json-schema.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { country, date, jurisdiction, year } from '../../src/forms/place-and-time-questions.ts'
import { onlyWhen, optional } from '../../src/forms/question.ts'
import {
  choice,
  choices,
  declaration,
  group,
  list,
  longText,
  text,
  yesNo,
} from '../../src/forms/questions.ts'
import { wordingOf, type WordedItem } from '../../src/forms/wording.ts'
import { LANGUAGES, type Language, type Text } from '../../src/kernel/languages.ts'
import { observerApplication, supportRequest } from '../support/applications.ts'

const say = (words: string) =>
  Object.fromEntries(LANGUAGES.map(language => [language, `${words} (${language})`])) as Text
const named = (words: string) => ({ label: say(words) })
const COLOURS = { red: say('Red'), blue: say('Blue') }

const about = {
  name: 'feedback',
  path: 'feedback',
  prefix: 'FBK',
  version: 3,
  kind: 'support',
  title: say('Feedback'),
  intro: say('Tell us'),
} as const

const feedback = defineForm({
  ...about,
  sections: [
    {
      title: say('You'),
      questions: {
        organisation: text({ ...named('Organisation'), max: 50 }),
        contact: group(named('Contact'), {
          name: text({ ...named('Name'), max: 50 }),
          email: email(named('Email')),
          language: language(named('Language')),
        }),
      },
    },
    {
      title: say('Visits'),
      questions: {
        colour: choice(COLOURS, named('Colour')),
        whyRed: onlyWhen(
          { question: 'colour', is: ['red'], text: say('if it is red') },
          longText({ ...named('Why red'), maxWords: 3 }),
        ),
        themes: optional(choices(COLOURS, named('Themes'))),
        visits: optional(
          list(
            group(named('Visit'), {
              country: country(named('Country')),
              host: optional(jurisdiction(named('Host'))),
              first: optional(year(named('First year'))),
              next: optional(date({ ...named('Next day'), fromToday: true })),
            }),
            { ...named('Visits'), max: 2 },
          ),
        ),
        again: yesNo(named('Again')),
        health: optional(text({ ...named('Health'), max: 50, restricted: true })),
        truth: declaration(named('Truth')),
      },
    },
  ],
  facts: answers => ({
    organisation: answers.organisation,
    country: answers.visits?.[0]?.country ?? null,
    jurisdiction: null,
    applicantType: null,
    branch: null,
    language: answers.contact.language,
    contactName: answers.contact.name,
    contactEmail: answers.contact.email,
    supportTypes: [],
    themes: answers.themes ?? [],
    neededBy: null,
    pointOfContactEmail: null,
  }),
})

const given = {
  organisation: 'Accra Bar',
  contact: { name: 'Ama', email: 'ama@example.org', language: 'fr' },
  colour: 'red',
  whyRed: 'Because',
  visits: [{ country: 'GH', host: 'kenya', first: 1999, next: '2026-12-01' }],
  again: false,
  health: 'Asthma',
  truth: true,
} as const

const circumstances = {
  language: 'en',
  now: new Date('2026-05-20T12:00:00Z'),
  isJurisdiction: (id: string) => id === 'kenya',
} as const

describe('a third form, defined here', () => {
  test('stands in the list of forms', () => {
    const forms: readonly Form[] = [...FORMS, feedback]
    expect(forms.map(form => form.name)).toEqual(['observer-interest', 'support-request', 'feedback'])
  })

  test('gives the type of its answers', () => {
    type Answers = z.infer<typeof feedback.answers>
    expectTypeOf<Answers['colour']>().toEqualTypeOf<'red' | 'blue'>()
    expectTypeOf<Answers['whyRed']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Answers['contact']['language']>().toEqualTypeOf<Language>()
    type Observer = z.infer<typeof observerInterest.answers>
    expectTypeOf<Observer['participation']>().toEqualTypeOf<'one-meeting' | 'standing'>()
    expectTypeOf<Observer['declarations']['authorised']>().toEqualTypeOf<true>()
  })

  test('checks answers, also those in a list that depend on the day or on the members', () => {
    expect(checkAnswers(feedback, given, circumstances).answers).toEqual(given)
    const visits = [{ country: 'XX', host: 'atlantis', first: 2030, next: '2026-05-01' }]
    expect(
      checkAnswers(feedback, { ...given, visits, whyRed: 'one two three four' }, circumstances).errors,
    ).toEqual([
      {
        pointer: '/whyRed',
        code: 'too-many-words',
        message: 'Why red (en): use at most 3 words (you have 4).',
      },
      {
        pointer: '/visits/0/country',
        code: 'unknown-country',
        message:
          'Visit (en) 1 – Country (en): enter the two-letter ISO code of a country or territory, such as SL.',
      },
      expect.objectContaining({ pointer: '/visits/0/host', code: 'unknown-jurisdiction' }),
      expect.objectContaining({ pointer: '/visits/0/first', code: 'year-out-of-range' }),
      expect.objectContaining({ pointer: '/visits/0/next', code: 'date-in-the-past' }),
    ])
  })

  test('gives facts', () => {
    const { answers } = checkAnswers(feedback, given, circumstances)
    expect(answers && feedback.facts(answers)).toMatchObject({
      country: 'GH',
      language: 'fr',
      contactName: 'Ama',
    })
  })

  test('is read by a person in the language in which it was answered', () => {
    const options = { jurisdictionName: (id: string) => id.toUpperCase() }
    const { sections, title } = documentOf(wordingOf(feedback, 'fr'), given, options)
    expect(title).toBe('Feedback (fr)')
    expect(sections[1]?.rows).toEqual([
      { question: 'Colour (fr)', answer: 'Red (fr)', answered: true },
      { question: 'Why red (fr)', answer: 'Because', answered: true },
      { question: 'Themes (fr)', answer: 'Sans réponse', answered: false },
      {
        question: 'Visits (fr)',
        answered: true,
        answer: [
          {
            question: 'Visit (fr) 1',
            answered: true,
            answer: [
              { question: 'Country (fr)', answer: 'Ghana', answered: true },
              { question: 'Host (fr)', answer: 'KENYA', answered: true },
              { question: 'First year (fr)', answer: '1999', answered: true },
              { question: 'Next day (fr)', answer: '1 décembre 2026', answered: true },
            ],
          },
        ],
      },
      { question: 'Again (fr)', answer: 'Non', answered: true },
      { question: 'Truth (fr)', answer: 'Oui', answered: true },
    ])
  })

  test.each([
    ['a question that does not exist', { question: 'color', is: ['red'] }],
    ['an answer that is not offered', { question: 'colour', is: ['green'] }],
    ['itself', { question: 'why', is: ['x'] }],
  ])('does not start with a condition on %s', (_, when) => {
    const questions = {
      colour: choice(COLOURS, named('Colour')),
      why: onlyWhen({ ...when, text: say('if') }, text({ ...named('Why'), max: 5 })),
    }
    const define = () =>
      defineForm({ ...about, sections: [{ title: say('A'), questions }], facts: () => ({}) as never })
    expect(define).toThrow('The condition of "why" names no answer')
  })

  test('does not start when it asks the same thing twice', () => {
    const section = { title: say('A'), questions: { again: yesNo(named('Again')) } }
    expect(() => defineForm({ ...about, sections: [section, section], facts: () => ({}) as never })).toThrow(
      'asks "again" twice',
    )
  })
})

describe('the wording', () => {
  test('is the same for ever, and named by the hash of its content', () => {
    const wording = wordingOf(feedback, 'es')
    const { id, ...content } = wording
    expect(id).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'))
    expect(wordingOf(feedback, 'es')).toBe(wording)
    expect(Object.isFrozen(wording.sections[0]?.questions[0])).toBe(true)
    expect(id).not.toBe(wordingOf(feedback, 'fr').id)
    // As it comes back from the database.
    expect(documentOf(structuredClone(wording), given)).toEqual(documentOf(wording, given))
  })

  test.each(LANGUAGES)('says everything in %s', chosen => {
    const texts = (item: WordedItem): string[] => [
      item.label,
      ...(item.hint === undefined ? [] : [item.hint]),
      ...(item.when ? [item.when.text] : []),
      ...(item.choices ?? []).map(({ label }) => label),
      ...(item.questions ?? []).flatMap(texts),
      ...(item.item ? texts(item.item) : []),
    ]
    for (const form of FORMS) {
      const said = wordingOf(form, chosen).sections.flatMap(({ title, questions }) => [
        title,
        ...questions.flatMap(texts),
      ])
      expect(said.filter(words => words.trim() !== words || words.length < 2)).toEqual([])
    }
  })
})

describe('the document', () => {
  const flat = (rows: Row[]): Row[] => rows.flatMap(row => [row, ...(isNested(row) ? flat(row.answer) : [])])
  const rowsOf = (form: Form, answers: object, withRestricted = false) =>
    flat(documentOf(wordingOf(form, 'en'), answers, { withRestricted }).sections.flatMap(({ rows }) => rows))

  test('keeps access needs from those who do not ask for them', () => {
    const labels = (withRestricted: boolean) =>
      rowsOf(observerInterest, observerApplication(), withRestricted).map(row => row.question)
    expect(labels(false)).not.toContain('Access needs')
    expect(labels(true)).toContain('Access needs')
  })

  test('says what was not answered and leaves out what was not asked', () => {
    const rows = rowsOf(observerInterest, observerApplication({ acronym: undefined }))
    expect(rows).toContainEqual({ question: 'Acronym', answer: 'Not answered', answered: false })
    expect(rows.map(row => row.question)).not.toContain('OGP member')
    expect(rows).toContainEqual({ question: 'Country or territory', answer: 'Sierra Leone', answered: true })
    expect(rows).toContainEqual({
      question: 'Interpretation needed',
      answer: ['French', 'International Sign'],
      answered: true,
    })
  })
})

describe('the description for whoever builds a client', () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))

  test.each(LANGUAGES)('is JSON Schema 2020-12 with the words in %s', chosen => {
    const description = formDescription(feedback, chosen)
    expect(description).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `Feedback (${chosen})`,
      properties: {
        colour: { enum: ['red', 'blue'], 'x-labels': COLOURS, title: `Colour (${chosen})` },
        whyRed: { 'x-kind': 'long-text' },
        visits: { type: 'array', maxItems: 2, items: { title: `Visit (${chosen})` } },
      },
      additionalProperties: false,
    })
    expect(JSON.stringify(description)).toContain(`if it is red (${chosen}).`)
  })

  test('accepts what the service accepts', () => {
    expect(ajv.compile(formDescription(FORMS[0]))(observerApplication())).toBe(true)
    expect(ajv.compile(formDescription(FORMS[1]))(supportRequest())).toBe(true)
    expect(ajv.compile(formDescription(feedback))(given)).toBe(true)
  })

  test('refuses what is missing, unknown or not asked', () => {
    const accepts = ajv.compile(formDescription(feedback))
    expect(accepts({ ...given, whyRed: undefined, extra: 1 })).toBe(false)
    expect(accepts({ ...given, colour: 'blue' })).toBe(false)
    expect(accepts({ ...given, contact: { ...given.contact, email: 'nobody' } })).toBe(false)
  })
})
