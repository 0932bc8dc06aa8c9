// Somebody who is interrupted at every page: saves, and comes back by the link in the email, in a browser that knows nothing of them.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestService } from '../support/service.ts'

interface Interrupted {
  browser: Browser
  options: BrowserContextOptions
  service: TestService
  url: string
  /** Where the link goes to; asked for at the first interruption. */
  email: string
}

/** Leaves the page as it is filled in and returns it in another browser, where all that was typed and chosen is still there. */
export function interruptions({ browser, options, service, url, email }: Interrupted) {
  let link: string | undefined
  const mailed = async (page: Page): Promise<string> => {
    await page.locator('#email').fill(email)
    await page.locator('main form button').click()
    await page.getByRole('status').waitFor()
    await service.settled()
    const [mail] = await service.inboxOf(email)
    return url + (/\/\w\w\/return\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '/no-link')
  }
  return async (page: Page): Promise<Page> => {
    const [at, typed] = [page.url(), await typedOn(page)]
    await page.locator('main form button[value=later]').click()
    await page.waitForURL('**/return*')
    link ??= await mailed(page)
    await page.context().close()
    const later = await (await browser.newContext(options)).newPage()
    await later.goto(link)
    await later.locator('main form button').click()
    await later.goto(at)
    expect(await typedOn(later), at).toEqual(typed)
    return later
  }
}

/** What stands in the fields of the page, and the names of its files, chosen or kept. */
const typedOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // What has no name is not sent: it helps to choose what has one.
    const fields = document.querySelectorAll<HTMLInputElement>(
      '#page :is(input, select, textarea)[name]:not([type=hidden], #homepage)',
    )
    const inFields = [...fields].flatMap(({ type, name, value, checked, files }) => {
      if (type === 'file') return [...(files ?? [])].map(file => file.name)
      return type === 'radio' || type === 'checkbox' ? `${name} ${value} ${checked}` : `${name} ${value}`
    })
    const kept = [...document.querySelectorAll('.site-files li > span')]
    return [...kept.map(({ textContent }) => textContent?.replace(/ \(.*/, '') ?? ''), ...inFields]
  })
