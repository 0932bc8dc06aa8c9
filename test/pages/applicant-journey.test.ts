// Both forms, finished by people: in every language, on a narrow phone, with and without JavaScript, each page as it comes.
// With SCREENSHOTS=folder every step is also taken a picture of.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMS } from '../../src/forms/index.ts'
import { LANGUAGES, type Language } from '../../src/kernel/languages.ts'
import { troubles } from '../support/chromium.ts'
import { pdf } from '../support/files.ts'
import { fillPage } from './fill-page.ts'
import { interruptions } from './interruption.ts'
import type { TestService } from '../support/service.ts'
import { serviceInChromium, type InChromium } from './in-chromium.ts'

const MOST_PAGES = 40
const pictures = process.env['SCREENSHOTS']
let parts: InChromium
let service: TestService
let browser: Browser
let url = ''

beforeAll(async () => {
  parts = await serviceInChromium()
  ;({ service, browser, url } = parts)
})
afterAll(() => parts.close())

// In turns with and without JavaScript; without it test/api/apply.test.ts goes through both in all languages, too.
const walks = LANGUAGES.flatMap((language, at) =>
  FORMS.map((form, which) => ({ language, form, javaScriptEnabled: (at + which) % 2 === 0, at })),
)

test.each(walks)(
  '$form.name in $language, JavaScript $javaScriptEnabled',
  async ({ language, form, javaScriptEnabled, at }) => {
    const options = { javaScriptEnabled, viewport: { width: 320, height: 640 }, locale: language }
    let page = await (await browser.newContext(options)).newPage()
    // One form without JavaScript, the other with it.
    const isInterrupted = language === 'fr'
    // axe is a script itself. Two walks through a form with JavaScript share its pages, those before and after them are in every other.
    const expectSound = async (isOurs: boolean) =>
      expect(javaScriptEnabled && isOurs ? await troubles(page) : [], page.url()).toEqual([])
    const email = `interrupted@${form.name}.example`
    const resumed = isInterrupted
      ? interruptions({ browser, options, service, url, email })
      : async (same: Page) => same
    const picture = album(`${form.name}-${language}-${javaScriptEnabled ? 'script' : 'plain'}`)
    await page.goto(url)
    expect(new URL(page.url()).pathname).toBe(`/${language}`)
    await picture(page)
    await expectSound(form === FORMS[0])
    await page.locator(`a[href="/${language}/${form.name}"]`).first().click()
    await picture(page)
    await expectSound(language !== 'en')
    await page.locator('form[method=post] button').click()

    const answers = { ...form.example, ...inLanguage(form.example, language) }
    let pages = 0
    while (!isAt(page, 'check')) {
      expect((pages += 1), `stuck at ${page.url()}`).toBeLessThan(MOST_PAGES)
      await fillPage(page, answers)
      if (isInterrupted && (await page.locator('[type=file]').count()) > 0)
        await page.locator('[type=file]').setInputFiles(STATUTES)
      page = await resumed(page)
      await picture(page)
      await expectSound(pages % 2 === (at >> 1) % 2)
      await goOn(page)
      expect(await page.locator('#errors').allTextContents()).toEqual([])
    }
    await fillPage(page, answers)
    page = await resumed(page)
    await picture(page)
    expect((await page.locator('main').innerText()).includes('statutes.pdf')).toBe(isInterrupted)
    await expectSound(language !== 'en')
    const before = await casesSoFar()
    await goOn(page, { clickCount: 2 })
    expect([isAt(page, 'sent'), (await casesSoFar()) - before]).toEqual([true, 1])
    await picture(page)
    await expectSound(language === 'en')
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    const [reference = ''] = new RegExp(`${form.prefix}-[0-9A-Z]{5}`).exec(await page.content()) ?? []
    expect(reference).not.toBe('')
    await page.context().close()
  },
)

test('nothing that is typed is lost: by leaving, without a line, by an error of ours, by the back button, in two tabs', async () => {
  const context = await browser.newContext({ locale: 'en' })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.clock.install()
  await page.goto(`${url}/en/observer-interest`)
  await page.locator('form[method=post] button').click()
  const at = page.url().replace(/[^/]+$/, 'organisation-name')
  await page.goto(at)
  const name = page.getByLabel('Organisation name', { exact: true })
  const status = page.locator('#saved')
  const press = () => page.getByRole('button', { name: 'Continue' }).last().click()

  await name.click()
  await name.fill('Typed')
  const leaving = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  expect((await leaving).type()).toBe('beforeunload')
  await (await leaving).dismiss()

  await page.clock.runFor(2100)
  await status.getByText('Saved.').waitFor()
  const other = await context.newPage()
  await other.goto(at)
  const otherName = other.getByLabel('Organisation name', { exact: true })
  expect(await otherName.inputValue()).toBe('Typed')

  await name.fill('Typed without a line')
  await context.setOffline(true)
  await press()
  await status.getByText('Not saved: there is no connection').waitFor()
  expect([page.url(), await name.inputValue()]).toEqual([at, 'Typed without a line'])
  await context.setOffline(false)
  await status.getByText('Saved.').waitFor()

  await page.getByRole('radio').first().check()
  await page.route(at, route => route.fulfill({ status: 503, body: 'Out of order' }))
  await press()
  await status.getByText('Not saved').waitFor()
  expect(await name.inputValue()).toBe('Typed without a line')
  await page.unroute(at)
  await press()
  await page.waitForURL(now => now.href !== at)
  await page.goBack()
  expect(await name.inputValue()).toBe('Typed without a line')
  expect(await page.getByRole('radio').first().isChecked()).toBe(true)

  await otherName.fill('Typed in another tab')
  await other.getByRole('button', { name: 'Continue' }).last().click()
  await other.getByText('Saved elsewhere:').first().waitFor()
  expect(await other.locator('main').innerText()).toContain('Typed without a line')
  expect(await otherName.inputValue()).toBe('Typed in another tab')
  expect(await troubles(other)).toEqual([])
  await context.close()
})

test('what is met beside the way is sound in the dark, too: looking up a place, errors, coming back, notices, nothing there', async () => {
  const options = { locale: 'en', colorScheme: 'dark', viewport: { width: 320, height: 640 } } as const
  const page = await (await browser.newContext(options)).newPage()
  const picture = album('beside-the-way')
  const found: string[] = []
  const look = async () => {
    await picture(page)
    found.push(...(await troubles(page)).map(trouble => `${page.url()} ${trouble}`))
  }
  for (const path of [
    '/ar/observer-interest?place=kenya',
    '/en/observer-interest?place=xyzzy',
    '/en/privacy',
    '/fr/nothing-here',
    `/ar/return/${'x'.repeat(43)}`,
    '/en/observer-interest/018f0000-0000-7000-8000-000000000000/check',
  ]) {
    await page.goto(url + path)
    await look()
  }
  await page.goto(`${url}/en/observer-interest`)
  await page.locator('form[method=post] button').click()
  const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
  await page.goto(page.url().replace(/[^/]+$/, 'organisation-name'))
  await press('Continue')
  await page.locator('#errors').waitFor()
  await look()
  await page.goto(page.url().replace(/[^/]+$/, 'documents'))
  await page.locator('[type=file]').setInputFiles([STATUTES, { ...STATUTES, name: 'statutes.exe' }])
  await press('Add the chosen files')
  await page.locator('#errors').waitFor()
  await page.getByText('statutes.pdf').first().waitFor()
  await look()
  await press('Save and come back later')
  await press('Send me the link')
  await page.locator('#errors').waitFor()
  await look()
  await page.goto(page.url().replace(/[^/]+$/, 'check'))
  await press('Send')
  await page.locator('#errors').waitFor()
  await look()
  expect(found).toEqual([])
  await page.context().close()
})

const isAt = (page: Page, place: string) => new URL(page.url()).pathname.endsWith(`/${place}`)

const STATUTES = { name: 'statutes.pdf', mimeType: 'application/pdf', buffer: pdf() }
const casesSoFar = async (): Promise<number> =>
  (await service.pool.query('select count(*)::int as n from cases')).rows[0].n

const goOn = async (page: Page, { clickCount = 1 } = {}): Promise<void> => {
  const before = page.url()
  await page.locator('main form button:not([name])').last().click({ clickCount })
  await page.waitForURL(now => now.href !== before)
}

/** The contact reads our language, so that what is mailed is in it, too. */
const inLanguage = (example: Readonly<Record<string, unknown>> | undefined, language: Language) => ({
  contact: { ...(example?.['contact'] as object), language },
})

function album(name: string): (page: Page) => Promise<void> {
  if (pictures === undefined) return async () => {}
  const folder = join(pictures, name)
  mkdirSync(folder, { recursive: true })
  let taken = 0
  return async page => {
    taken += 1
    await page.screenshot({ path: join(folder, `${String(taken).padStart(2, '0')}.png`), fullPage: true })
  }
}
