// What the two forms take in by JSON, and what is there afterwards.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMS } from '../../src/forms/index.ts'
import { LANGUAGES, type Language } from '../../src/kernel/languages.ts'
import { observerApplication, supportRequest } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

const submit = {
  'observer-interest': (overrides = {}, headers = {}) => service.submitObserver(overrides, headers),
  'support-request': (overrides = {}, headers = {}) => service.submitSupport(overrides, headers),
} as const
const forms = Object.keys(submit) as (keyof typeof submit)[]
const inLanguage = (language: string) => ({ 'accept-language': language })

interface Wrong {
  errors: { pointer: string; code: string; message: string }[]
}
const pointers = (body: Wrong) => body.errors.map(error => error.pointer).toSorted()

describe.each(forms)('%s', form => {
  // Monday 2 March 2026, 10:00 UTC, and two working days for the first look.
  const DUE = {
    en: '4 March 2026',
    fr: '4 mars 2026',
    es: '4 de marzo de 2026',
    pt: '4 de março de 2026',
    ar: '4 مارس 2026',
  } as const
  const STATUS = {
    en: 'Received',
    fr: 'Reçue',
    es: 'Recibida',
    pt: 'Recebido',
    ar: 'تم الاستلام',
  } as const

  test.each(LANGUAGES)(
    'is answered in %s with a reference, a public status and what happens next',
    async language => {
      const response = await submit[form]({}, inLanguage(`${language}-CH, de;q=0.9`))
      expect(response.statusCode).toBe(201)
      const body = response.json()
      expect(body.reference).toMatch(form === 'observer-interest' ? /^OBS-[0-9A-Z]{5}$/ : /^SUP-[0-9A-Z]{5}$/)
      expect(response.headers['location']).toBe(`/api/v1/cases/${body.reference}`)
      expect(response.headers['content-language']).toBe(language)
      expect(body).toMatchObject({
        form,
        receivedAt: '2026-03-02T10:00:00.000Z',
        status: { code: 'received', label: STATUS[language] },
        next: { whoseMove: 'coordinator', dueAt: '2026-03-04T23:59:59.999Z' },
      })
      expect(body.next.text).toContain(DUE[language])
    },
  )

  test('is stored whole: case, answers, first event and the work that it calls for', async () => {
    const { reference } = (await submit[form]()).json()
    const { rows } = await service.pool.query(
      `select c.version, c.state, c.assignee_id, s.answers, e.type, e.position,
         array(select topic from outbox where event_id = e.id order by topic) as topics
       from cases c join submissions s on s.case_id = c.id join events e on e.stream = c.id
       where c.reference = $1`,
      [reference],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      version: 1,
      state: 'received',
      assignee_id: null,
      answers: form === 'observer-interest' ? observerApplication() : supportRequest(),
      type: 'submission.received',
      position: 1,
      topics: ['notify', 'route-case'],
    })
  })

  test.each(LANGUAGES)('is refused with every wrong field at once, in %s', async language => {
    const contact = { email: 'nobody', language: 'xx' }
    const response = await submit[form](
      { contact, justiceThemes: [], declarations: undefined, nickname: 'Flan' },
      inLanguage(language),
    )
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.headers['content-language']).toBe(language)
    const body = response.json()
    expect(pointers(body)).toEqual(
      expect.arrayContaining([
        '/contact/email',
        '/contact/language',
        '/contact/name',
        '/declarations',
        '/justiceThemes',
        '/nickname',
      ]),
    )
    expect(new Set(pointers(body)).size).toBe(body.errors.length)
    const missing: Record<Language, string> = {
      en: 'enter an email address',
      fr: 'saisissez une adresse électronique',
      es: 'introduzca una dirección de correo',
      pt: 'digite um endereço de e-mail',
      ar: 'يُرجى إدخال بريد إلكتروني',
    }
    const email = body.errors.find((error: { pointer: string }) => error.pointer === '/contact/email')
    expect(email.message).toContain(missing[language])
  })

  test('leaves nothing behind when it is refused', async () => {
    const count = async () => (await service.pool.query('select count(*)::int as n from cases')).rows[0]?.n
    const before = await count()
    expect((await submit[form]({ nickname: 'Flan' })).statusCode).toBe(422)
    expect(await count()).toBe(before)
  })

  test('is written to in the applicant’s language, whatever language the client reads', async () => {
    const base = form === 'observer-interest' ? observerApplication() : supportRequest()
    const contact = { ...(base['contact'] as object), language: 'es' }
    const { reference } = (await submit[form]({ contact }, inLanguage('fr'))).json()
    const { rows } = await service.pool.query('select language from cases where reference = $1', [reference])
    expect(rows[0]?.language).toBe('es')
  })

  test('describes itself in every language, with an example that is accepted', async () => {
    for (const language of LANGUAGES) {
      const response = await service.app.inject({ url: `/api/v1/forms/${form}?language=${language}` })
      expect(response.statusCode).toBe(200)
      const description = response.json()
      expect(description.title).toBe(FORMS.find(({ name }) => name === form)?.title[language])
      expect(description.$schema).toContain('2020-12')
      expect((await submit[form](description.examples[0])).statusCode).toBe(201)
    }
  })
})

test('the forms are listed with their titles and where each is sent', async () => {
  const { items } = (await service.app.inject({ url: '/api/v1/forms' })).json()
  expect(items.map((item: { name: string; submitTo: string }) => [item.name, item.submitTo])).toEqual([
    ['observer-interest', '/api/v1/observer-applications'],
    ['support-request', '/api/v1/support-requests'],
  ])
  for (const item of items) {
    expect(Object.keys(item.title)).toEqual([...LANGUAGES])
    expect((await service.app.inject({ url: item.description })).statusCode).toBe(200)
  }
})

test('a form that does not exist is not found, and the answer names those that do', async () => {
  const response = await service.app.inject({ url: '/api/v1/forms/sign-up' })
  expect(response.statusCode).toBe(404)
  expect(response.json().detail).toContain('observer-interest')
})

test('a language in which no form is kept is refused', async () => {
  const response = await service.app.inject({ url: '/api/v1/forms/support-request?language=de' })
  expect(response.statusCode).toBe(422)
  expect(response.json().errors[0].pointer).toBe('/language')
})

test('two hundred at once get two hundred references and are all stored', async () => {
  const responses = await Promise.all(
    Array.from({ length: 200 }, (_, at) => (at % 2 ? service.submitObserver() : service.submitSupport())),
  )
  expect(new Set(responses.map(response => response.statusCode))).toEqual(new Set([201]))
  const references = responses.map(response => response.json().reference as string)
  expect(new Set(references).size).toBe(200)
  const { rows } = await service.pool.query(
    `select count(*)::int as n from cases c join submissions s on s.case_id = c.id
     join events e on e.stream = c.id and e.position = 1 where c.reference = any($1)`,
    [references],
  )
  expect(rows[0]?.n).toBe(200)
})

test('the country of a support request is that of the member, the region follows from it', async () => {
  const { reference } = (await service.submitSupport()).json()
  const { rows } = await service.pool.query('select country, region from cases where reference = $1', [
    reference,
  ])
  expect(rows[0]).toEqual({ country: 'KE', region: 'africa-middle-east' })
})
