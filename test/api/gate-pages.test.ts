// The gate before the forms as pages, by a browser without JavaScript.
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/sha'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { browserFor } from '../support/browser-session.ts'
import { typedExample } from '../support/form-typing.ts'
import { fieldsOn, formWalk, locationOf } from '../support/form-walk.ts'
import { testService, type TestService } from '../support/service.ts'
import { watchPages } from '../support/valid-html.ts'

const [observer] = FORMS as unknown as [Form]
const PRESSURE = 4
let service: TestService
let pages: ReturnType<typeof watchPages>
beforeAll(async () => {
  service = await testService({ limits: { pressure: PRESSURE } })
  pages = watchPages(service.app)
})
afterAll(() => service.close())

let applicants = 0
/** Fills in all pages, as somebody who takes their time; what is left is to send them. */
async function filled() {
  service.clock.advance(10 * 60_000)
  const browser = browserFor(service.app)
  const walk = formWalk(browser, observer)
  const base = (observer.example ?? {})['contact'] as object
  const typed = typedExample(observer, {
    contact: { ...base, email: `person${(applicants += 1)}@office.example` },
    relevantWork: `We have advised people for ${applicants} years. `.repeat(4),
  })
  const check = await walk.fill(await walk.begin(), typed)
  const hidden = hiddenIn((await browser.get(check)).body)
  service.clock.advance(60_000)
  return {
    browser,
    walk,
    check,
    email: `person${applicants}@office.example`,
    typed: { ...fieldsOn(observer, 'check', typed), ...hidden },
  }
}
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
const quarantineOf = async (draftPath: string) => {
  const { rows } = await service.pool.query(
    'select quarantine from cases join drafts on drafts.case_id = cases.id where drafts.id = $1',
    [draftPath.split('/')[3]],
  )
  return rows[0]?.quarantine
}

test('a person’s form goes its way; a program’s, which fills in what nobody sees, is held for a person', async () => {
  const person = await filled()
  const sent = await person.walk.sendAs(person.check, person.typed)
  expect(locationOf(sent)).toMatch(/\/sent$/)
  expect(await quarantineOf(person.check)).toBeNull()

  const program = await filled()
  const done = await program.walk.sendAs(program.check, { ...program.typed, homepage: 'http://buy.example' })
  expect(locationOf(done)).toMatch(/\/sent$/)
  expect(await quarantineOf(program.check)).toEqual(['trap-filled'])
})

test('what never opened the page and came within seconds is held, and a forged moment does not help', async () => {
  const walk = formWalk(browserFor(service.app), observer)
  service.clock.advance(10 * 60_000)
  const typed = typedExample(observer)
  const check = await walk.fill(await walk.begin(), typed)
  const body = { ...fieldsOn(observer, 'check', typed), revision: '0', opened: 'abc.forged' }
  expect(locationOf(await walk.sendAs(check, body))).toMatch(/\/sent$/)
  expect(await quarantineOf(check)).toEqual(['too-fast', 'no-page'])
})

test('under pressure the page asks for one more step and loses nothing; with the proof it is sent', async () => {
  const { walk, check, typed } = await filled()
  for (let n = 0; n < PRESSURE; n += 1) expect((await service.submitObserver()).statusCode).toBe(201)
  const asked = await walk.sendAs(check, typed)
  expect(asked.statusCode).toBe(429)
  expect(asked.body).toContain('One more step')
  expect(asked.body).toContain(`href="${check.replace(/check$/, 'return')}"`)
  const hidden = hiddenIn(asked.body)
  const challenge = JSON.parse(
    (/data-challenge="([^"]+)"/.exec(asked.body)?.[1] ?? '').replaceAll('&quot;', '"'),
  ) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  const proof = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  expect(locationOf(await walk.sendAs(check, { ...hidden, proof }))).toMatch(/\/sent$/)
  expect(await quarantineOf(check)).toBeNull()
})

test('under pressure who runs no scripts confirms by a mailed link, for the address that they gave and no other', async () => {
  const another = await filled()
  const { browser, walk, check, typed, email } = await filled()
  const returned = check.replace(/check$/, 'return')
  for (let n = 0; n < PRESSURE; n += 1) expect((await service.submitObserver()).statusCode).toBe(201)
  await openFromMail(another.browser, another.check.replace(/check$/, 'return'), 'somebody@else.example')
  expect((await another.walk.sendAs(another.check, another.typed)).statusCode).toBe(429)

  expect((await walk.sendAs(check, typed)).statusCode).toBe(429)
  await openFromMail(browser, returned, email)
  const shown = hiddenIn((await browser.get(check)).body)
  expect(locationOf(await walk.sendAs(check, { ...typed, ...shown }))).toMatch(/\/sent$/)
})

/** Asks for the link on the page, and presses the button on the page that it opens. */
async function openFromMail(browser: ReturnType<typeof browserFor>, path: string, email: string) {
  await browser.postBody(path, `email=${encodeURIComponent(email)}`)
  await service.settled()
  const link = /\/en\/return\/[\w-]+/.exec((await service.inboxOf(email)).at(-1)?.text ?? '')?.[0] ?? ''
  expect((await browser.get(link)).statusCode).toBe(200)
  expect((await browser.postBody(link, '')).statusCode).toBe(303)
}

test('every page above was valid HTML', async () => {
  expect(await pages.flaws()).toEqual([])
  expect(pages.seen.size).toBeGreaterThan(5)
})
