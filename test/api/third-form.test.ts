// A third form costs one definition: all else derives from it, from the route to the receipt's copy.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defineForm, type Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { country } from '../../src/forms/place-and-time-questions.ts'
import { choice, choices, group, text } from '../../src/forms/questions.ts'
import { contactDetails } from '../../src/forms/shared-questions.ts'
import { LANGUAGES, type Text } from '../../src/kernel/languages.ts'
import { browserFor } from '../support/browser-session.ts'
import { typedExample } from '../support/form-typing.ts'
import { fieldsOn, formWalk, locationOf } from '../support/form-walk.ts'
import { testService, type TestService } from '../support/service.ts'

const inAll = (word: string) =>
  Object.fromEntries(LANGUAGES.map(language => [language, `${word} (${language})`])) as Text

const hosting = defineForm({
  name: 'hosting-offer',
  path: 'hosting-offers',
  prefix: 'HST',
  version: 1,
  kind: 'support',
  title: inAll('Offer to host a meeting'),
  intro: inAll('For members.'),
  sections: [
    {
      title: inAll('The place'),
      questions: {
        venue: text({ label: inAll('Venue'), max: 100 }),
        country: country({ label: inAll('Country') }),
        rooms: choice({ small: inAll('Small'), large: inAll('Large') }, { label: inAll('Rooms') }),
        equipment: choices(
          { screens: inAll('Screens'), booths: inAll('Booths') },
          { label: inAll('Equipment') },
        ),
      },
    },
    {
      title: inAll('You'),
      questions: { contact: group({ label: inAll('Contact') }, contactDetails) },
    },
  ],
  facts: ({ venue, country, contact }) => ({
    organisation: venue,
    country,
    jurisdiction: null,
    applicantType: null,
    branch: null,
    language: contact.language,
    contactName: contact.name,
    contactEmail: contact.email,
    supportTypes: [],
    themes: [],
    neededBy: null,
    pointOfContactEmail: null,
  }),
})

const offer = {
  venue: 'Palacio de los Tribunales',
  country: 'CL',
  rooms: 'large',
  equipment: ['booths'],
  contact: {
    name: 'Camila Rojas',
    role: 'Protocol',
    email: 'camila.rojas@palacio.example.org',
    language: 'es',
    timeZone: 'America/Santiago',
  },
}

let service: TestService
beforeAll(async () => {
  service = await testService({ forms: [...FORMS, hosting] })
})
afterAll(() => service.close())

const post = (payload: object, headers = {}) =>
  service.app.inject({ method: 'POST', url: '/api/v1/hosting-offers', payload, headers })

test('a third form has its address, its prefix and its answer', async () => {
  const response = await post(offer, { 'accept-language': 'fr' })
  expect(response.statusCode, response.body).toBe(201)
  const { reference, form, status, next } = response.json()
  expect(reference).toMatch(/^HST-[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(response.headers['location']).toBe(`/api/v1/cases/${reference}`)
  expect({ form, status, whoseMove: next.whoseMove }).toEqual({
    form: 'hosting-offer',
    status: { code: 'received', label: 'Reçue' },
    whoseMove: 'coordinator',
  })
})

test('a third form checks its own answers, in the reader’s language', async () => {
  const response = await post(
    { ...offer, rooms: 'huge', country: 'ZZ', sofa: 1 },
    { 'accept-language': 'es' },
  )
  expect(response.statusCode).toBe(422)
  const errors = response.json().errors as { pointer: string; message: string }[]
  expect(new Set(errors.map(error => error.pointer))).toEqual(new Set(['/rooms', '/country', '/sofa']))
  expect(errors.find(error => error.pointer === '/rooms')?.message).toContain('Rooms (es)')
})

test('a third form has its own idempotency keys', async () => {
  const headers = { 'idempotency-key': 'one-offer' }
  const [first, again] = [await post(offer, headers), await post(offer, headers)]
  expect(again.body).toBe(first.body)
  expect((await service.submitObserver({}, headers)).statusCode).toBe(201)
})

test('a third form is described among the forms and in the OpenAPI document', async () => {
  const { items } = (await service.app.inject({ url: '/api/v1/forms' })).json()
  expect(items.map((item: { name: string }) => item.name)).toContain('hosting-offer')
  const description = (await service.app.inject({ url: '/api/v1/forms/hosting-offer?language=es' })).json()
  expect(description).toMatchObject({ title: 'Offer to host a meeting (es)', 'x-form': 'hosting-offer' })
  expect(description.properties.rooms['x-labels'].large.fr).toBe('Large (fr)')
  const openapi = service.app.swagger() as { paths?: Record<string, { post?: { operationId?: string } }> }
  expect(openapi.paths?.['/api/v1/hosting-offers']?.post?.operationId).toBe('submitHostingOffer')
})

test('a third form is routed, acknowledged with a copy of the answers, and can be worked', async () => {
  const { reference } = (await post({ ...offer, venue: 'Teatro Municipal' })).json()
  await service.settled()
  const receipts = await service.inboxOf('camila.rojas@palacio.example.org')
  const receipt = receipts.find(mail => mail.text?.includes(reference))
  expect(receipt?.subject).toContain('recibido')
  expect(receipt?.text).toMatch(/Venue \(es\)\s+Teatro Municipal/)
  expect(receipt?.text).toContain('Large (es)')
  const assigned = (await service.inboxOf('americas@support-unit.example')).find(mail =>
    mail.subject?.includes(reference),
  )
  expect(assigned?.text).toContain('Teatro Municipal')

  const lead = await service.person(['lead'])
  const url = `/api/v1/cases/${reference}`
  await service.openTo(lead, reference)
  const theCase = (await service.app.inject({ url, headers: lead.headers })).json()
  expect(theCase).toMatchObject({
    form: 'hosting-offer',
    state: 'received',
    teamId: 'americas',
    answers: { venue: 'Teatro Municipal', rooms: 'large' },
    document: { title: 'Offer to host a meeting (es)', language: 'es' },
    applicant: { organisation: 'Teatro Municipal', country: 'CL', region: 'americas' },
  })
  const review = await service.app.inject({
    method: 'POST',
    url: `${url}/review`,
    payload: {},
    headers: lead.headers,
  })
  expect(review.json().state).toBe('in-review')
  const listed = await service.app.inject({ url: '/api/v1/cases?form=hosting-offer', headers: lead.headers })
  expect(listed.json().items.length).toBeGreaterThan(0)
})

test('a third form has pages, from the first to its reference', async () => {
  const form = { ...(hosting as unknown as Form), example: offer }
  const browser = browserFor(service.app)
  const walking = formWalk(browser, form, 'fr')
  const typed = typedExample(form)
  const check = await walking.fill(await walking.begin({ country: 'CL' }), typed)
  const shown = await browser.get(check)
  expect(shown.body).toContain('Large (fr)')
  const sent = await walking.send(check, fieldsOn(form, 'check', typed))
  expect((await browser.get(locationOf(sent))).body).toMatch(/HST-[0-9A-Z]{5}/)
  expect((await browser.get('/fr')).body).toContain('Offer to host a meeting (fr)')
})
