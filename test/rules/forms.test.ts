import { describe, expect, test } from 'vitest'
import { checkAnswers } from '../../src/forms/check-answers.ts'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { supportRequest } from '../../src/forms/support-request/form.ts'
import { LANGUAGES, type Language } from '../../src/kernel/languages.ts'
import * as payload from '../support/applications.ts'

const now = new Date('2026-05-20T12:00:00Z')
const members = new Set(['kenya', 'sierra-leone', 'buenos-aires-argentina'])
const check = <A>(form: Form<A>, input: unknown, language: Language = 'en') =>
  checkAnswers(form, input, { language, now, isJurisdiction: id => members.has(id) })

const observer = (overrides: Record<string, unknown>) =>
  check(observerInterest, payload.observerApplication(overrides))
const support = (overrides: Record<string, unknown>) =>
  check(supportRequest, payload.supportRequest(overrides))
const wrong = ({ errors }: { errors?: { pointer: string; code: string }[] | undefined }) =>
  (errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).toSorted()

const contact = payload.observerApplication()['contact'] as Record<string, unknown>
const observerContact = (overrides: Record<string, unknown>) =>
  observer({ contact: { ...contact, ...overrides } })

describe('a complete form', () => {
  test('is accepted, trimmed', () => {
    const { answers, errors } = observer({ organisationName: '  Freetown Legal Aid Network \n' })
    expect(errors).toBeUndefined()
    expect(answers?.organisationName).toBe('Freetown Legal Aid Network')
    expect(support({}).errors).toBeUndefined()
  })

  test('is accepted without anything that is optional', () => {
    const optional = [
      'organisationNameEnglish',
      'acronym',
      'yearEstablished',
      'registrationNumber',
      'website',
    ]
    const more = ['interpretation', 'accessNeeds', 'contribution', 'fundingSources', 'conflictsOfInterest']
    expect(
      wrong(observer(Object.fromEntries([...optional, ...more].map(name => [name, undefined])))),
    ).toEqual([])
    const ours = [
      'milestones',
      'triedSoFar',
      'partners',
      'resources',
      'modality',
      'languages',
      'availability',
    ]
    expect(wrong(support(Object.fromEntries(ours.map(name => [name, undefined]))))).toEqual([])
  })

  test('tells routing, cases and emails what they need to know', () => {
    const observed = observer({
      applicantType: 'local-member',
      jurisdiction: 'buenos-aires-argentina',
      country: 'AR',
      governmentControl: undefined,
    })
    expect(observed.answers && observerInterest.facts(observed.answers)).toEqual({
      organisation: 'Freetown Legal Aid Network',
      country: 'AR',
      jurisdiction: 'buenos-aires-argentina',
      applicantType: 'local-member',
      branch: null,
      language: 'en',
      contactName: 'Mohamed Kamara',
      contactEmail: 'mohamed.kamara@legal-aid.example.org',
      supportTypes: [],
      themes: ['access-to-justice', 'legal-empowerment'],
      neededBy: null,
      pointOfContactEmail: null,
    })
    const supported = support({})
    expect(supported.answers && supportRequest.facts(supported.answers)).toMatchObject({
      organisation: 'The Judiciary of Kenya',
      country: null,
      jurisdiction: 'kenya',
      branch: 'judiciary',
      supportTypes: ['peer-exchange', 'monitoring-and-learning'],
      neededBy: '2099-03-31',
      pointOfContactEmail: 'ogp.poc@government.example.org',
    })
  })
})

describe('a form with wrong answers', () => {
  test('tells every wrong field in one answer', () => {
    const result = observer({
      organisationName: 'x'.repeat(312),
      country: 'ZZ',
      yearEstablished: 2027,
      website: ['https://a.example.org', 'ftp://a.example.org', 'https://user:secret@a.example.org'],
      representatives: [{ name: 'Aminata Sesay', title: 'Coordinator', email: 'nobody', language: 'de' }],
      contact: { ...contact, timeZone: 'Mars/Olympus', phone: 'call me', email: undefined },
      justiceThemes: [],
      relevantWork: 'word '.repeat(251),
      fundingSources: ['foundations', 'foundations'],
      participation: 'standing',
      declarations: { authorised: false, undertakings: true, privacyNotice: '2019-1' },
      status: 'accepted',
    })
    expect(wrong(result)).toEqual([
      '/contact/email required',
      '/contact/phone invalid-phone',
      '/contact/timeZone unknown-time-zone',
      '/country unknown-country',
      '/declarations/authorised must-be-confirmed',
      '/declarations/privacyNotice not-a-choice',
      '/fundingSources duplicate',
      '/justiceThemes too-few',
      '/meeting not-asked',
      '/organisationName too-long',
      '/relevantWork too-many-words',
      '/representatives/0/email invalid-email',
      '/representatives/0/language not-a-choice',
      '/status unknown-field',
      '/website/1 invalid-web-address',
      '/website/2 invalid-web-address',
      '/yearEstablished year-out-of-range',
    ])
  })

  test('names the field and the remedy in the language of the applicant', () => {
    const input = payload.observerApplication({ organisationName: 'x'.repeat(312), representatives: [{}] })
    const told = (language: Language) =>
      check(observerInterest, input, language).errors?.map(e => e.message) ?? []
    expect(told('en')[0]).toBe('Organisation name: enter at most 200 characters (you have 312).')
    expect(told('fr')[0]).toBe(
      'Nom de l’organisation\u00a0: saisissez au plus 200 caractères (vous en avez 312).',
    )
    expect(told('es')[0]).toBe(
      'Nombre de la organización: introduzca como máximo 200 caracteres (tiene 312).',
    )
    expect(told('en')[1]).toBe('Representative 1 – Full name: enter an answer.')
  })

  test.each(LANGUAGES)('speaks only %s', language => {
    const others = LANGUAGES.filter(other => other !== language)
    for (const form of FORMS) {
      const messages = check(form as Form, {}, language).errors?.map(error => error.message) ?? []
      const elsewhere = others.flatMap(other => check(form as Form, {}, other).errors ?? [])
      expect(messages.length).toBeGreaterThan(10)
      expect(elsewhere.map(error => error.message)).not.toEqual(expect.arrayContaining([messages[0]]))
    }
  })

  test.each([null, undefined, 'text', 7, true, [], [{}]])('is refused as a whole when it is %j', input => {
    expect(wrong(check(observerInterest, input))).toEqual([' not-an-object'])
  })

  test('counts words and characters of what is left after trimming', () => {
    expect(wrong(observer({ motivation: `  ${'word '.repeat(250)}  ` }))).toEqual([])
    expect(wrong(observer({ organisationName: `${' '.repeat(50)}${'x'.repeat(200)}` }))).toEqual([])
    expect(wrong(observer({ organisationName: ' x ' }))).toEqual(['/organisationName too-short'])
    expect(wrong(observer({ organisationName: '   ' }))).toEqual(['/organisationName required'])
    expect(wrong(observer({ motivation: 'x'.repeat(100_000) }))).toEqual(['/motivation too-long'])
  })

  test('is not told that an answer is required where it may be left out', () => {
    expect(wrong(observer({ acronym: ' ', meeting: ' ' }))).toEqual([
      '/acronym too-short',
      '/meeting required',
    ])
  })

  test('is not accepted for null where an answer is missing or may be left out', () => {
    expect(wrong(observer({ organisationName: null, acronym: null }))).toEqual([
      '/acronym not-text',
      '/organisationName required',
    ])
  })
})

describe('text that cannot be stored', () => {
  test.each([
    ['NUL', 'a\0b'],
    ['a lone surrogate', 'a\ud800b'],
  ])('with %s is refused wherever it stands', (_, text) => {
    const result = observer({
      organisationName: text,
      relevantWork: text,
      contact: { ...contact, email: text, phone: text, timeZone: text },
      website: [text],
    })
    const pointers = [
      '/contact/email',
      '/contact/phone',
      '/contact/timeZone',
      '/organisationName',
      '/relevantWork',
    ]
    expect(wrong(result)).toEqual([...pointers, '/website/0'].map(pointer => `${pointer} invalid-characters`))
  })

  test('a line break is refused in one line and kept in several', () => {
    expect(wrong(observer({ organisationName: 'A\nB' }))).toEqual(['/organisationName invalid-characters'])
    expect(observer({ motivation: 'A\nB' }).answers?.motivation).toBe('A\nB')
  })
})

describe('what the form does not ask', () => {
  test('is refused at any depth', () => {
    const result = observer({
      role: 'lead',
      contact: { ...contact, admin: true },
      representatives: [
        { name: 'Aminata Sesay', title: 'Coordinator', email: 'a@example.org', language: 'fr', 'a/b~c': 1 },
      ],
    })
    expect(wrong(result)).toEqual([
      '/contact/admin unknown-field',
      '/representatives/0/a~1b~0c unknown-field',
      '/role unknown-field',
    ])
  })

  test('is refused under the name __proto__, and changes no prototype', () => {
    const input: unknown = JSON.parse(
      JSON.stringify(payload.observerApplication()).replace(
        '{"applicantType"',
        '{"__proto__":{"x":1},"applicantType"',
      ),
    )
    expect(wrong(check(observerInterest, input))).toEqual(['/__proto__ unknown-field'])
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('is told twenty times at most, and by no name that is long or broken', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`field${at}`, at]))
    expect(observer(many).errors).toHaveLength(20)
    expect(wrong(observer({ ['x'.repeat(500)]: 1 }))).toEqual([' unknown-field'])
    expect(wrong(observer({ '\ud800': 1 }))).toEqual([' unknown-field'])
  })

  test('a list that is too long is told once, not item by item', () => {
    expect(wrong(support({ milestones: Array.from({ length: 5_000 }, () => ({})) }))).toEqual([
      '/milestones too-many',
    ])
    expect(wrong(observer({ justiceThemes: Array.from({ length: 50 }, () => 'nothing') }))).toEqual([
      '/justiceThemes too-many',
    ])
  })
})

describe('a question that is asked only sometimes', () => {
  const cases: [
    form: string,
    name: string,
    asked: Record<string, unknown>,
    notAsked: Record<string, unknown>,
  ][] = [
    [
      'observer',
      'applicantTypeOther',
      { applicantType: 'other', governmentControl: undefined, applicantTypeOther: 'A court users’ league' },
      { applicantTypeOther: 'A court users’ league' },
    ],
    ...['national-member', 'local-member'].map((type): (typeof cases)[number] => [
      'observer',
      'jurisdiction',
      { applicantType: type, governmentControl: undefined, jurisdiction: 'kenya' },
      { jurisdiction: 'kenya' },
    ]),
    ['observer', 'meeting', {}, { participation: 'standing' }],
    ['observer', 'governmentControl', {}, { applicantType: 'academia' }],
    [
      'observer',
      'governmentControlDetails',
      { governmentControl: true, governmentControlDetails: 'It appoints us.' },
      { governmentControlDetails: 'It appoints us.' },
    ],
    ['support', 'pointOfContactEmail', {}, { isPointOfContact: true }],
    ['support', 'actionPlanLabel', {}, { actionPlan: 'none', commitment: undefined }],
    ['support', 'commitment', {}, { actionPlan: 'challenge', actionPlanLabel: undefined }],
    [
      'support',
      'embargoUntil',
      { confidentiality: 'embargo', publicSummary: undefined, embargoUntil: '2026-08-01' },
      { embargoUntil: '2026-08-01' },
    ],
    ['support', 'publicSummary', {}, { confidentiality: 'internal' }],
  ]

  test.each(cases)('%s: %s is required when asked and refused when not', (form, name, asked, notAsked) => {
    const send = form === 'observer' ? observer : support
    expect(wrong(send(asked))).toEqual([])
    expect(wrong(send({ ...asked, [name]: undefined }))).toEqual([`/${name} required`])
    expect(wrong(send(notAsked))).toEqual([`/${name} not-asked`])
    expect(wrong(send({ ...notAsked, [name]: undefined }))).toEqual([])
  })

  test('the refusal says when it is asked', () => {
    expect(observer({ participation: 'standing' }).errors?.[0]?.message).toBe(
      'Which meeting: leave this out; it is asked only if you would like to join one meeting.',
    )
  })

  test('is not judged while the answer that decides is itself missing or wrong', () => {
    expect(wrong(observer({ applicantType: 'nobody', jurisdiction: 'kenya' }))).toEqual([
      '/applicantType not-a-choice',
    ])
    expect(wrong(observer({ participation: undefined }))).toEqual(['/participation required'])
  })

  test('details of government control are refused from those who are not asked about it', () => {
    const academia = {
      applicantType: 'academia',
      governmentControl: undefined,
      governmentControlDetails: 'None.',
    }
    expect(wrong(observer(academia))).toEqual(['/governmentControlDetails not-asked'])
  })
})

describe('what depends on the day and on the list of members', () => {
  test('help may be needed from today on, wherever the applicant is', () => {
    const needed = (neededBy: string, at: string) =>
      wrong(
        checkAnswers(supportRequest, payload.supportRequest({ neededBy }), {
          language: 'en',
          now: new Date(at),
          isJurisdiction: () => true,
        }),
      )
    expect(needed('2026-05-20', '2026-05-20T12:00:00Z')).toEqual([])
    expect(needed('2026-05-19', '2026-05-20T12:00:00Z')).toEqual(['/neededBy date-in-the-past'])
    // At three in the morning in Greenwich it is still the day before in Lima.
    expect(needed('2026-05-19', '2026-05-20T03:00:00Z')).toEqual([])
    expect(needed('2026-05-18', '2026-05-20T03:00:00Z')).toEqual(['/neededBy date-in-the-past'])
  })

  test('a jurisdiction is one of the members', () => {
    expect(wrong(support({ jurisdiction: ' kenya ' }))).toEqual([])
    expect(wrong(support({ jurisdiction: 'atlantis' }))).toEqual(['/jurisdiction unknown-jurisdiction'])
    expect(wrong(support({ jurisdiction: 'Kenya!' }))).toEqual(['/jurisdiction unknown-jurisdiction'])
  })

  test('they are told together with all else that is wrong', () => {
    expect(
      wrong(support({ neededBy: '2020-01-01', jurisdiction: 'atlantis', branch: 'x', extra: 1 })),
    ).toEqual([
      '/branch not-a-choice',
      '/extra unknown-field',
      '/jurisdiction unknown-jurisdiction',
      '/neededBy date-in-the-past',
    ])
  })
})

describe('single answers', () => {
  test.each([
    'a@example.org',
    'o’brien'.replace('’', "'") + '@justice.gov.sl',
    'a+b@sub.example.co',
    '1@1.org',
  ])('%s is an email address', email => expect(wrong(observerContact({ email }))).toEqual([]))
  test.each([
    'a',
    'a@b',
    'a..b@example.org',
    '.a@example.org',
    'a.@example.org',
    'a b@example.org',
    `${'a'.repeat(65)}@example.org`,
    'a@example.org, b@example.org',
  ])('%s is no email address', email =>
    expect(wrong(observerContact({ email }))).toEqual(['/contact/email invalid-email']),
  )
  test.each(['+232 76 123 456', '(020) 555-0100 ext. 12', '+33 1 23 45 67 89'])(
    '%s is a telephone number',
    phone => expect(wrong(observerContact({ phone }))).toEqual([]),
  )
  test.each(['1234', 'tomorrow', '+1234567890123456', '12345 x'])('%s is no telephone number', phone =>
    expect(wrong(observerContact({ phone }))).toEqual(['/contact/phone invalid-phone']),
  )
  test.each([
    'http://example.org',
    'https://example.org/a?b=c#d',
    'HTTPS://Example.org',
    'https://юстиция.рф/',
  ])('%s is a web address', address => expect(wrong(observer({ website: [address] }))).toEqual([]))
  test.each([
    'example.org',
    'javascript:alert(1)',
    'https://',
    'https://localhost',
    'https://a b.org',
    'http:example.org',
  ])('%s is no web address', address =>
    expect(wrong(observer({ website: [address] }))).toEqual(['/website/0 invalid-web-address']),
  )
  test.each(['2027-02-29', '2027-13-01', '27-01-01', '2027-1-1', '2027-01-01T00:00', '9999-01-01'])(
    '%s is no date',
    day => expect(wrong(support({ neededBy: day }))).toEqual(['/neededBy invalid-date']),
  )
  test.each(['UTC', 'Africa/Freetown', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Europe/Kyiv'])(
    '%s is a time zone',
    timeZone => expect(wrong(observerContact({ timeZone }))).toEqual([]),
  )
  test.each(['+05:00', 'utc', 'Africa', 'africa/freetown', 'GMT+3'])('%s is no time zone', timeZone =>
    expect(wrong(observerContact({ timeZone }))).toEqual(['/contact/timeZone unknown-time-zone']),
  )
  test.each([1799, 2027, 2000.5, '2000'])('%j is no year of establishment', year => {
    expect(observer({ yearEstablished: year }).errors?.map(error => error.pointer)).toEqual([
      '/yearEstablished',
    ])
  })
})
