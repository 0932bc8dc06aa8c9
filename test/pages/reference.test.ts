import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appWithoutParts } from '../../openapi/document.ts'
import { startChromium, troubles } from '../support/chromium.ts'

const app = await appWithoutParts()
let url = ''
let browser: Browser

beforeAll(async () => {
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

const PAGES = [
  '/api/docs',
  '/api/docs/submitSupportRequest',
  '/api/docs/postDecision',
  '/api/docs/addRoutingRule',
]

/** Opens the page; `complaints` is everything the browser had to say, violations of the policy among it. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('requestfailed', request => complaints.push(`failed: ${request.url()}`))
  await page.goto(url + path)
  return { page, complaints, close: () => context.close() }
}

test.each(PAGES)('%s breaks no policy and has its style, with and without JavaScript', async path => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints, close } = await open(path, { javaScriptEnabled })
    expect(complaints).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.evaluate("getComputedStyle(document.querySelector('.bar')).display")).toBe('flex')
    await close()
  }
})

test.each(PAGES)('%s fits 320 pixels and is accessible, everything opened, dark and light', async path => {
  const { page, close } = await open(path, { viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
  expect(await troubles(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await troubles(page, { lookOnly: true })).toEqual([])
  await close()
})

test('by keyboard: past the header, into an operation, and a choice opened', async () => {
  const { page, close } = await open('/api/docs', { javaScriptEnabled: false })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/#main$/)
  await page.locator('a', { hasText: 'Request support for justice' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/api/docs/submitSupportRequest')
  await page.goto(`${url}/api/docs/postDecision`)
  const details = page.locator('details').first()
  await details.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  await details.locator('.fields').first().waitFor({ state: 'visible' })
  await close()
})
