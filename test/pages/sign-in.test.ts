// Getting in, in a real browser: every page of it, with and without JavaScript, on a phone and in the dark.
import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startChromium, troubles } from '../support/chromium.ts'
import { testService, type TestService } from '../support/service.ts'

const PASSWORD = 'four quiet herons at dusk'
let service: TestService
let browser: Browser
let url = ''

beforeAll(async () => {
  service = await testService()
  url = await service.listen()
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await service.close()
})
beforeEach(() => service.pool.query('delete from throttles'))
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: service.clock.now().getTime() })

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

/** Asks for a link on the page, and opens the one that arrives. */
async function openMailedLink(page: Page, address: string): Promise<void> {
  await page.goto(`${url}/desk/account`)
  await page.getByLabel('Email address').fill(address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await service.settled()
  const letter = (await service.inboxOf(address)).at(-1)
  await page.goto(url + (/\/sign-in\/link\/[\w-]+/.exec(letter?.text ?? '')?.[0] ?? ''))
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()

describe.each([
  ['with JavaScript', {}],
  ['without JavaScript', { javaScriptEnabled: false }],
])('%s', (_, options) => {
  test('by link, then a password and an app are set up, then both are asked for', async () => {
    const { id } = await service.person(['lead'], { name: 'Awa Diop' })
    const address = `${id}@staff.example`
    const page = await newPage(options)
    await openMailedLink(page, address)
    await press(page, 'Sign in as Awa Diop')
    await heading(page, 'Your account')

    await page.getByRole('link', { name: 'Set one', exact: true }).click()
    await page.getByLabel('New password').fill('password1234')
    await press(page, 'Set the password')
    await page.getByRole('link', { name: /Choose another one/ }).waitFor()
    await page.getByLabel('New password').fill(PASSWORD)
    await press(page, 'Set the password')
    await page.getByText('Your password is set.').waitFor()

    await page.getByRole('link', { name: 'Set one up' }).click()
    const key = await page.locator('code').innerText()
    await page.getByLabel('Code from the app').fill(codeOf(key))
    await press(page, 'Set up')
    await heading(page, 'Your recovery codes')
    const [recovery = ''] = await page.locator('code').allInnerTexts()
    await press(page, 'Sign out')

    await heading(page, 'Sign in to the justice desk')
    await page.getByRole('link', { name: 'Use a password instead' }).click()
    await page.getByLabel('Email address').fill(address)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await heading(page, 'Your second factor')
    await page.goto(`${url}/desk/account`)
    expect(page.url()).toContain('/sign-in?next=')
    await page.goto(`${url}/sign-in/code?next=/desk/account`)
    await page.getByLabel('Code', { exact: true }).fill(recovery)
    await press(page, 'Continue')
    await heading(page, 'Your account')
    await page.getByText('9 left').waitFor()
  })

  test('a new person is invited on the page and comes in through the mail', async () => {
    const { id } = await service.person(['administrator'])
    const page = await newPage(options)
    await openMailedLink(page, `${id}@staff.example`)
    await press(page, /^Sign in as/)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'People', exact: true }).first().click()
    const address = `new-${id}@staff.example`
    await page.getByLabel('Name', { exact: true }).fill('Nadia New')
    await page.getByLabel('Email address').fill(address)
    await page.getByLabel('Language of emails').selectOption('es')
    await page.getByLabel('auditor').check()
    await press(page, 'Invite')
    await page.getByText('the invitation is on its way').waitFor()
    await service.settled()
    const [mail] = await service.inboxOf(address)
    const theirs = await newPage(options)
    await theirs.goto(url + (/\/sign-in\/link\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''))
    await press(theirs, 'Sign in as Nadia New')
    await heading(theirs, 'Your account')
  })
})

const STATES: readonly [string, (page: Page) => Promise<unknown>][] = [
  ['the address, asked again', page => page.goto(`${url}/sign-in`).then(() => press(page, 'Send me a link'))],
  [
    'the password, asked again',
    page => page.goto(`${url}/sign-in/password`).then(() => press(page, 'Sign in')),
  ],
  ['a link', page => openMailedLink(page, 'europe@support-unit.example')],
]

describe.each([
  ['320 pixels wide', { viewport: { width: 320, height: 640 } }],
  ['in the dark', { colorScheme: 'dark' as const }],
])('%s', (_, options) => {
  test.each(STATES)('%s is accessible and fits', async (_name, open) => {
    const page = await newPage(options)
    await open(page)
    expect(await troubles(page)).toEqual([])
  })
})
