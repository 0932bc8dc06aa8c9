// No personal data in addresses: they are logged, kept by browsers and passed on. Walks the desk from link to link, as far as
// they lead, sends every form that asks by its address, and follows every answer that leads on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchIndexer } from '../../src/triage/search/index-cases.ts'
import { observerApplication } from '../support/applications.ts'
import { signedInBrowser, type TestBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'

const ORGANISATION = 'Xylander Zirkel'
const CONTACT = { name: 'Wilhelmina Quaxley', email: 'wilhelmina@xylander.example.org' }
const SEARCHED = 'quaxley'
const COLLEAGUE = { name: 'Philippa Vandermeer', email: 'philippa@vandermeer.example.org' }
const PERSONAL = [ORGANISATION, CONTACT.name, CONTACT.email, COLLEAGUE.name, COLLEAGUE.email]
/** Any part of them that stands by itself, as an address would have it. */
const FORBIDDEN = new RegExp(
  PERSONAL.flatMap(text => text.split(/[ @.]/))
    .filter(part => part.length > 3 && part !== 'example')
    .join('|'),
  'i',
)
/** More than the desk has: a walk that does not come to an end fails. */
const MOST = 600

let service: TestService
let browser: TestBrowser
let reference = ''
beforeAll(async () => {
  service = await testService()
  const me = await service.person(['lead', 'administrator', 'auditor'], COLLEAGUE)
  browser = await signedInBrowser(service, me.id)
  const contact = { ...(observerApplication()['contact'] as object), ...CONTACT }
  const sent = { organisationName: ORGANISATION, contact }
  await service.submitObserver(sent)
  reference = (await service.submitObserver(sent)).json().reference
  await service.settled()
  await searchIndexer(service)()
})
afterAll(() => service.close())

const seen = new Set<string>()

/** Opens the address and all that it leads to: none of it is refused. */
async function open(address: string): Promise<void> {
  const waiting = [address]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    expect(seen.size, 'the walk comes to an end').toBeLessThan(MOST)
    const { statusCode, headers, body } = await browser.get(next)
    expect(statusCode, next).toBeLessThan(400)
    waiting.push(...leadsTo(body, next, headers['location']))
  }
}

const isOurs = (address: string) =>
  /^\/desk(\/|\?|$)/.test(address) && !address.startsWith('/desk/cases/news')

/** The addresses to which one gets from the page by asking. All that stand on it are held to the rule. */
function leadsTo(body: string, from: string, location: unknown): string[] {
  const standing = (names: string) =>
    [...body.matchAll(new RegExp(` (?:${names})="([^"]*)"`, 'g'))].map(([, found = '']) =>
      found.replaceAll('&amp;', '&'),
    )
  const forms = [...body.matchAll(/<form[^>]*method="get"[^>]*action="([^"]*)"[^>]*>([^]*?)<\/form>/g)]
  const asked = [
    ...standing('href'),
    ...forms.map(([, action = '', fields = '']) => `${action}?${fieldsIn(fields)}`),
    ...(typeof location === 'string' ? [location] : []),
  ].filter(isOurs)
  const others = standing('action|formaction|src|data-\\w+').filter(address => address.startsWith('/'))
  for (const address of [...asked, ...others]) {
    expect(decodeURIComponent(address), `on ${from}`).not.toMatch(FORBIDDEN)
  }
  return asked.map(address => address.split('#')[0] ?? '')
}

// As a browser sends a form that asks by its address: what stands in its fields.
const fieldsIn = (form: string): string =>
  new URLSearchParams(
    [...form.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value],
    ),
  ).toString()

test('no link, form or answer of the desk has a name, an email address or a searched word in its address', async () => {
  // What somebody types goes into a body; what comes of it is a number.
  const view = { name: CONTACT.name, query: 'view=late', shared: 'yes' }
  for (const [path, form] of [
    ['/desk/cases/search', { text: SEARCHED }],
    [`/desk/cases/${reference}/declaration`, { conflict: 'no' }],
    [`/desk/cases/${reference}/notes`, { note: `${CONTACT.name} called.` }],
    ['/desk/cases/views', view],
    ['/desk/cases/bulk', { action: 'tag', case: reference }],
  ] as const) {
    const { statusCode, headers } = await browser.post(path, form, '/desk/cases')
    expect(statusCode, path).toBe(303)
    expect(headers['location']).not.toMatch(FORBIDDEN)
    await open(String(headers['location']))
  }
  await open('/desk')
  const seenPlaces = [...seen].map(address => address.replaceAll(/[\da-f-]{36}|OBS-\w{5}/g, 'x'))
  expect(seenPlaces).toEqual(
    expect.arrayContaining(['/desk/cases/x', '/desk/cases/bulk/x', '/desk/settings/people/x', '/desk/audit']),
  )
  expect(seen.size).toBeGreaterThan(100)
})
