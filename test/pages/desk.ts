// The desk in a real browser, for the tests of its pages: its people come in by the link that was mailed to them.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { TestService } from '../support/service.ts'
import { serviceInChromium } from './in-chromium.ts'

type Remembered = Awaited<ReturnType<BrowserContext['storageState']>>

export interface Desk {
  service: TestService
  url: string
  /** A browser in which the person has signed in: by a mailed link the first time, then it is remembered. */
  signedIn(address: string, options?: BrowserContextOptions): Promise<Page>
  /** A browser that nobody has signed in with. */
  anybody(options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function deskInChromium(options: Parameters<typeof serviceInChromium>[0] = {}): Promise<Desk> {
  const { service, browser, url, close } = await serviceInChromium(options)
  const remembered = new Map<string, Remembered>()
  return {
    service,
    url,
    async signedIn(address, options = {}) {
      const storageState = remembered.get(address)
      const page = await newPage(browser, { ...options, ...(storageState && { storageState }) })
      if (storageState) return page
      await page.goto(`${url}/sign-in`)
      await page.getByLabel('Email').fill(address)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/sign-in/sent')
      await service.settled()
      const letter = (await service.inboxOf(address)).findLast(mail => mail.text?.includes('/sign-in/link/'))
      const [link = ''] = /\/sign-in\/link\/[\w-]+/.exec(letter?.text ?? '') ?? []
      await page.goto(url + link)
      await page.locator('main button').click()
      await page.waitForURL('**/desk/**')
      remembered.set(address, await page.context().storageState())
      return page
    },
    anybody: options => newPage(browser, options ?? {}),
    close,
  }
}

async function newPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** Opens a case; who opens it for the first time declares that they have no conflict of interest. */
export async function open(page: Page, url: string, reference: string): Promise<void> {
  await page.goto(`${url}/desk/cases/${reference}`)
  await declare(page)
}

export async function declare(page: Page): Promise<void> {
  const no = page.locator('#conflict-no')
  if ((await no.count()) === 0) return
  await no.check()
  await page.getByRole('button', { name: 'Record my answer' }).click()
  await page.locator('#timeline-title').waitFor()
}

/** Takes a step by its form; where the applicant is told, the email is looked at first, and `preview` is given its page. */
export async function take(
  page: Page,
  step: string,
  fields: Record<string, string>,
  preview: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  const form = page.locator(`#step-${step}`)
  const isOpen = await form.evaluate(element => !(element instanceof HTMLDetailsElement) || element.open)
  if (!isOpen) await form.locator('summary').first().click()
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    if ((await field.evaluate(element => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  const isTold = await form.evaluate(element => element.classList.contains('told'))
  await form.locator('button').click()
  if (!isTold) return
  await page.locator('.letter, #errors').first().waitFor()
  if ((await page.locator('#errors').count()) > 0) return
  await preview(page)
  await page.locator('main button.main').click()
}

/** Goes along what can be reached by Tab until it is there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await page.locator(selector).evaluateAll(all => all.some(one => one === document.activeElement)))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${selector}.`)
}
