// Both forms, finished by people: in every language, on a narrow phone, with and without JavaScript, each page as it comes.
// With SCREENSHOTS=folder every step is also taken a picture of.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMS } from '../../src/forms/index.ts'
import { LANGUAGES, type Language } from '../../src/kernel/languages.ts'
import { startChromium, troubles } from '../support/chromium.ts'
import { fillPage } from './fill-page.ts'
import { freePort } from '../support/free-port.ts'
import { testService, type TestService } from '../support/service.ts'

const MOST_PAGES = 40
const pictures = process.env['SCREENSHOTS']
let service: TestService
let browser: Browser
let url = ''

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  service = await testService({ access: { publicUrl: url } })
  await service.app.listen({ host: '127.0.0.1', port })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await service.close()
})

// In turns with and without JavaScript; without it test/api/apply.test.ts goes through both in all languages, too.
const walks = LANGUAGES.flatMap((language, at) =>
  FORMS.map((form, which) => ({ language, form, javaScriptEnabled: (at + which) % 2 === 0 })),
)

test.each(walks)(
  '$form.name in $language, JavaScript $javaScriptEnabled',
  async ({ language, form, javaScriptEnabled }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      viewport: { width: 320, height: 640 },
      locale: language,
    })
    const page = await context.newPage()
    const picture = album(`${form.name}-${language}-${javaScriptEnabled ? 'script' : 'plain'}`)
    await page.goto(url)
    expect(new URL(page.url()).pathname).toBe(`/${language}`)
    await picture(page)
    await page.locator(`a[href="/${language}/${form.name}"]`).first().click()
    await picture(page)
    await page.locator('form[method=post] button').click()

    const answers = { ...form.example, ...inLanguage(form.example, language) }
    let pages = 0
    while (!isAt(page, 'check')) {
      expect((pages += 1), `stuck at ${page.url()}`).toBeLessThan(MOST_PAGES)
      await fillPage(page, answers)
      await picture(page)
      // axe is a script itself.
      expect(javaScriptEnabled && pages === 1 ? await troubles(page) : []).toEqual([])
      await goOn(page)
      expect(await page.locator('#errors').allTextContents()).toEqual([])
    }
    await fillPage(page, answers)
    await picture(page)
    await goOn(page)
    expect(isAt(page, 'sent')).toBe(true)
    await picture(page)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    const [reference = ''] = new RegExp(`${form.prefix}-[0-9A-Z]{5}`).exec(await page.content()) ?? []
    expect(reference).not.toBe('')
    await context.close()
  },
)

const isAt = (page: Page, place: string) => new URL(page.url()).pathname.endsWith(`/${place}`)

const goOn = async (page: Page): Promise<void> => {
  const before = page.url()
  await page.locator('main form button[value=next], main form button:not([name])').last().click()
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
