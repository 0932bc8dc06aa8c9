// An applicant follows their case in a real browser, with and without JavaScript, on a narrow screen, in two directions.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decision, working } from '../api/cases-steps.ts'
import { observerApplication } from '../support/applications.ts'
import { troubles } from '../support/chromium.ts'
import type { TestService } from '../support/service.ts'
import { serviceInChromium, type InChromium } from './in-chromium.ts'

let parts: InChromium
let service: TestService
let browser: Browser
let lead: ReturnType<typeof working>
let url = ''

beforeAll(async () => {
  parts = await serviceInChromium()
  ;({ service, browser, url } = parts)
  lead = working(service, await service.person(['lead']))
})
afterAll(() => parts.close())

async function followed(language = 'en') {
  const address = `awa-${crypto.randomUUID()}@reseau.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address, language }
  const { reference } = (await service.submitObserver({ contact })).json<{ reference: string }>()
  await service.settled()
  return { address, reference, path: await newestLink(address) }
}
async function newestLink(address: string): Promise<string> {
  const mail = (await service.inboxOf(address)).at(-1)
  return /(\/\w\w\/follow\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
}
// With SCREENSHOTS=folder each of them is also taken a picture of.
const pictures = process.env['SCREENSHOTS']
let taken = 0
async function expectSound(page: Page): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/follow-${(taken += 1)}.png`, fullPage: true })
  expect(await troubles(page)).toEqual([])
}
const narrow = (options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 320, height: 700 }, ...options })
const PDF = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'

test.each([
  { javaScriptEnabled: true, colorScheme: 'dark' },
  { javaScriptEnabled: false, colorScheme: 'light' },
] as const)(
  'a case is followed from the question to the withdrawal at 320 px, JavaScript $javaScriptEnabled',
  async options => {
    const { reference, path } = await followed()
    await lead.post(reference, 'question', { question: 'Since when do you publish these figures?' })
    const context = await narrow(options)
    const page = await context.newPage()
    // axe itself needs JavaScript.
    const expectSoundHere = () => (options.javaScriptEnabled ? expectSound(page) : undefined)
    await page.goto(url + path)
    await page.getByText('Since when do you publish these figures?').first().waitFor()
    await expectSoundHere()

    // Sent empty, it comes back with the file that was chosen.
    await page
      .getByLabel('Add files')
      .setInputFiles({ name: 'minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) })
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await page.locator('#errors').waitFor()
    await expectSoundHere()
    await page.getByLabel('Your answer').fill('Since 2019.')
    await page.getByRole('button', { name: 'Send the answer' }).click()
    await page.getByText('We have received your answer').waitFor()
    await page.getByText('minutes.pdf').waitFor()
    expect((await lead.read(reference)).state).toBe('in-review')
    await expectSoundHere()

    await page.getByRole('link', { name: 'Correct your contact details' }).click()
    await expectSoundHere()
    await page.getByLabel('Full name').fill('Awa Ndiaye')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Your contact details have been corrected.').waitFor()

    await page.getByRole('link', { name: 'Withdraw your request' }).click()
    await expectSoundHere()
    await page.getByRole('button', { name: 'Withdraw it' }).click()
    await page.getByText('Your request has been withdrawn.').waitFor()
    expect((await lead.read(reference)).state).toBe('withdrawn')

    await page.getByRole('link', { name: 'Ask for another look' }).click()
    await page.getByRole('button', { name: 'Ask for another look' }).click()
    await page.locator('#errors').waitFor()
    await expectSoundHere()
    await context.close()
  },
)

test('pages of every kind are sound, from right to left too, by keyboard, and on paper', async () => {
  const { address, reference, path } = await followed('ar')
  await lead.post(reference, 'review')
  await lead.post(reference, 'decision', decision('decline'))
  const context = await narrow()
  const page = await context.newPage()
  for (const part of ['', '/feedback', '/erasure', '/stop', '/message', '/contact', '/print']) {
    await page.goto(url + path + part)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await expectSound(page)
  }
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.site-bar:visible, .govuk-back-link:visible').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })

  // A rating by keyboard alone.
  const english = path.replace('/ar/', '/en/')
  await page.goto(`${url}${english}/feedback`)
  await page.locator('#rating').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Thank you for telling us.').waitFor()

  await page.goto(`${url}${english}/erasure`)
  await page.getByRole('button', { name: 'Email me the link' }).click()
  await page.getByText('We have emailed you a link').waitFor()
  await service.settled()
  await page.goto(url + (await newestLink(address)).replace('/ar/', '/en/'))
  await expectSound(page)
  await page.getByRole('button', { name: 'Yes, erase my data' }).click()
  await page.getByText('Confirmed.').waitFor()

  await page.goto(`${url}${english}/stop`)
  await page.getByRole('button', { name: 'Stop this link' }).click()
  await expectSound(page)
  await page.goto(url + english)
  await expectSound(page)
  await page.getByRole('button', { name: 'Email me a new link' }).click()
  await page.getByRole('heading', { name: 'Check your email' }).waitFor()
  await expectSound(page)
  await page.getByRole('link', { name: 'Nothing came?' }).click()
  await page.getByLabel('Reference').fill('what')
  await page.keyboard.press('Enter')
  await page.locator('#errors').waitFor()
  expect(await page.getByLabel('Reference').inputValue()).toBe('what')
  await expectSound(page)
  await context.close()
})
