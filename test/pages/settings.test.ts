// The settings in a real browser, wide and light, narrow and dark: each page and each state of it can be read and used by all.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/staff/sessions.ts'
import { ACCESS } from '../support/access.ts'
import { freePort } from '../support/free-port.ts'
import { testService, type TestService } from '../support/service.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
const SETTINGS = '/desk/settings'
let service: TestService
let browser: Browser
let url = ''
let secret = ''

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  const access = { ...ACCESS, publicUrl: url }
  service = await testService({ access })
  await service.app.listen({ host: '127.0.0.1', port })
  const { id } = await service.person(['lead'], { name: 'Lena Lead' })
  const session = { staffId: id, stage: 'open', factors: ['link'], userAgent: 'Test on Linux' } as const
  secret = (await service.db.transaction(tx => openSession(tx, { ...session, factors: ['link'] }, access)))
    .secret
  await service.submitObserver()
  await service.submitSupport()
  await service.settled()
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
})
afterAll(async () => {
  await browser.close()
  await service.close()
})

async function signedIn(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const cookie = { name: '__Host-session', value: secret, domain: '127.0.0.1', path: '/' }
  await context.addCookies([{ ...cookie, secure: true, httpOnly: true, sameSite: 'Lax' }])
  context.setDefaultTimeout(8000)
  return context.newPage()
}

async function expectAccessible(page: Page, width: number): Promise<void> {
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))
  await page.evaluate(axeSource)
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULE_SETS)} } })`,
  )) as AxeResults
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
  expect(found, page.url()).toEqual([])
  expect(await page.content(), page.url()).not.toContain('[object Object]')
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(
    width,
  )
}

test('a rule is written, tried and put in force by hand, without JavaScript', async () => {
  const page = await signedIn({ javaScriptEnabled: false })
  await page.goto(`${url}${SETTINGS}`)
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: 'Routing rules' })
    .click()
  await page.getByRole('link', { name: 'Add a rule' }).click()
  await page.getByLabel('Name of the rule').fill('Judges of the Americas')
  await page.getByLabel('Team that gets the case').selectOption('americas')
  await page.getByRole('button', { name: 'Save in the draft' }).click()
  await page.getByRole('button', { name: 'Up: Judges of the Americas' }).click()
  await page.getByRole('link', { name: 'Try it on past cases' }).click()
  expect(await page.locator('main').innerText()).toContain('were asked about 2 past cases')
  await page.goBack()
  await page.getByRole('link', { name: 'Put it in force' }).click()
  await page.getByRole('button', { name: /^Yes, put this in force/ }).click()
  expect(await page.getByRole('status').innerText()).toContain('The rules are in force')
  await page.context().close()
})

const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 320, height: 640 }
test.each([
  ['wide and light', { viewport: WIDE, colorScheme: 'light' }],
  ['narrow and dark', { viewport: NARROW, colorScheme: 'dark' }],
] as const)('every page of the settings can be used by all, %s', async (name, options) => {
  const page = await signedIn(options)
  const { width } = options.viewport
  const look = async (path: string) => {
    expect((await page.goto(url + path))?.status(), path).toBe(200)
    await expectAccessible(page, width)
    await keep(page, name, path)
  }
  // A draft, an absence and a conflict, so that there is something to see.
  await page.goto(`${url}${SETTINGS}/rules/new`)
  await page.getByRole('button', { name: 'Save in the draft' }).click()
  await expectAccessible(page, width)
  await page.getByLabel('Name of the rule').fill(`For nobody (${name})`)
  await page.getByLabel('Team that gets the case').selectOption('europe')
  await page.getByRole('button', { name: 'Save in the draft' }).click()
  await page.goto(`${url}${SETTINGS}/absences`)
  await page.getByLabel('Person').selectOption({ index: 1 })
  await page.getByLabel('First day away').fill('2026-03-01')
  await page.getByLabel('Last day away').fill('2026-03-05')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.goto(`${url}${SETTINGS}/absences`)
  const link = page.locator('a[href*="/settings/absences/"]').first()
  const absence = (await link.getAttribute('href')) ?? ''
  await page.goto(`${url}${SETTINGS}/conflicts`)
  await page.getByLabel('Person').selectOption({ index: 1 })
  await page.getByLabel('A country').selectOption(width === 320 ? 'FR' : 'BE')
  await page.getByRole('button', { name: 'Declare the conflict' }).click()
  for (const path of [
    '',
    '/rules',
    '/rules/trial',
    '/rules/publication',
    '/rules/versions/1',
    '/rules/new',
  ]) {
    await look(`${SETTINGS}${path}`)
  }
  for (const path of ['/teams', '/teams/europe', '/absences', '/conflicts', '/service-standard', '/emails']) {
    await look(`${SETTINGS}${path}`)
  }
  await look(absence)
  for (const path of [
    `${SETTINGS}/emails/receipt/fr`,
    `${SETTINGS}/tokens`,
    '/desk/account/availability',
    '/desk/audit',
  ]) {
    await look(path)
  }
  await page.goto(`${url}${SETTINGS}/emails/receipt/fr`)
  await page.getByLabel('Subject').fill('{personne}')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expectAccessible(page, width)
  await page.getByLabel('Subject').fill('Bien reçu : {yourRequest}')
  await page.getByRole('button', { name: 'Look at it first' }).click()
  await expectAccessible(page, width)
  await page.context().close()
})

/** Pictures for whoever wants to look: PICTURES names the directory. */
async function keep(page: Page, name: string, path: string): Promise<void> {
  const directory = process.env['PICTURES']
  if (directory === undefined) return
  mkdirSync(directory, { recursive: true })
  const file = `${name} ${path}`.replaceAll(/[^\w]+/g, '-')
  await page.screenshot({ path: `${directory}/${file}.png`, fullPage: true })
}
