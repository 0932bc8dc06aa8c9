// The forms where our site is not: in a file without a connection, in a frame of another site, and under pressure.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { startChromium, troubles } from '../support/chromium.ts'
import { typedExample } from '../support/form-typing.ts'
import { testService, type TestService } from '../support/service.ts'

const [observer] = FORMS as unknown as [Form]
const PRESSURE = 3
let service: TestService
let browser: Browser
let url = ''
let files = ''
let site: Server
let allowed = ''
let refused = ''

beforeAll(async () => {
  // One server by two names: for a browser they are two sites.
  site = createServer((_, response) => {
    const frame = `<script src="${url}/embed.js" data-form="observer-interest" async></script>`
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="fr"><head><title>Une organisation</title></head><body><main><h1>Une organisation</h1>${frame}</main></body></html>`,
    )
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  const { port } = site.address() as AddressInfo
  allowed = `http://localhost:${port}`
  refused = `http://127.0.0.1:${port}`
  service = await testService({ embedOrigins: [allowed], limits: { pressure: PRESSURE }, workers: false })
  url = await service.listen()
  browser = await startChromium()
  files = await mkdtemp(join(tmpdir(), 'justice-intake-'))
})
afterAll(async () => {
  await browser.close()
  await service.close()
  site.close()
  await rm(files, { recursive: true })
})
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  return context.newPage()
}
const shot = async (page: Page, name: string) => {
  const { SCREENSHOTS } = process.env
  if (SCREENSHOTS) await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true })
}
/** Types what the form's example answers, wherever the page asks for it. */
async function fillIn(page: Page, overrides: Record<string, unknown> = {}) {
  for (const [name, value] of Object.entries(typedExample(observer, overrides))) {
    for (const one of [value].flat()) {
      const field = page.locator(`[name="${name}"]`)
      // One item of a list is shown until another is wanted.
      const another = page.locator(`fieldset:has([name="${name}"]) > [data-added]:visible`)
      if ((await field.first().isHidden()) && (await another.count()) > 0) await another.click()
      const list = page.locator(`select[name="${name}"]`)
      // What is chosen is one line; a selector could hold no more.
      const value = one.split('\n', 1)[0]
      const ticked = page.locator(`[name="${name}"][value="${value}"]:is([type=radio], [type=checkbox])`)
      if (name.endsWith('.count')) continue
      if ((await ticked.count()) > 0) await ticked.check()
      else if ((await list.count()) > 0) await list.selectOption(one)
      else await field.fill(one)
    }
  }
}

test('a form is filled in from a file without a connection, saved into it, taken up again, and brought back', async () => {
  const page = await newPage({ acceptDownloads: true, viewport: { width: 320, height: 640 } })
  await page.goto(`${url}/en/observer-interest/offline`)
  expect(await troubles(page)).toEqual([])
  await shot(page, 'offline-page-320')
  const download = async (click: () => Promise<void>, name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click()])
    await file.saveAs(join(files, name))
    return join(files, name)
  }
  const blank = await download(
    () => page.getByRole('link', { name: 'Download the form' }).click(),
    'blank.html',
  )

  await page.context().setOffline(true)
  await page.goto(`file://${blank}`)
  expect(await troubles(page)).toEqual([])
  await shot(page, 'offline-file-320')
  // Asked only where it applies, and one item of a list until another is wanted.
  const control = page.getByRole('group', { name: 'Government control', exact: true })
  expect(await control.isVisible()).toBe(false)
  await fillIn(page)
  expect(await control.isVisible()).toBe(true)
  const saved = await download(
    () => page.getByRole('button', { name: 'Save my answers' }).click(),
    'saved.html',
  )
  expect(await page.getByRole('status').first().textContent()).toContain('Your answers are in the file')

  await page.goto(`file://${saved}`)
  expect(await page.getByLabel('Organisation name', { exact: true }).inputValue()).toBe(
    'Freetown Legal Aid Network',
  )
  await page.getByLabel('Organisation name', { exact: true }).fill('</script><b>Freetown</b> Network')
  const again = await download(
    () => page.getByRole('button', { name: 'Save my answers' }).click(),
    'again.html',
  )
  expect(await troubles(page)).toEqual([])

  await page.context().setOffline(false)
  await page.goto(`${url}/en/observer-interest/offline`)
  await page.getByRole('button', { name: 'Continue with these answers' }).click()
  expect(await troubles(page)).toEqual([])
  await shot(page, 'offline-missing-320')
  await page.getByLabel('The file with your answers').setInputFiles(again)
  await page.getByRole('button', { name: 'Continue with these answers' }).click()
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  expect(await page.textContent('main')).toContain('</script><b>Freetown</b> Network')
  expect(await page.textContent('main')).not.toContain('have to be corrected')
})

test('the file is accessible from right to left, in the dark, and without JavaScript, where it sends itself', async () => {
  const html = (await service.app.inject({ url: '/ar/support-request/offline/form.html' })).body
  const page = await newPage({ colorScheme: 'dark', viewport: { width: 1280, height: 800 } })
  await page.setContent(html)
  expect(await troubles(page)).toEqual([])
  await shot(page, 'offline-file-ar-dark')

  const plain = await newPage({ javaScriptEnabled: false })
  const file = (await service.app.inject({ url: '/en/observer-interest/offline/form.html' })).body
  const ours = file.replaceAll(
    /https?:\/\/[^/"\s]+\/en\/observer-interest\/offline\/answers/g,
    `${url}/en/observer-interest/offline/answers`,
  )
  await plain.route('https://anywhere.example/', route =>
    route.fulfill({
      contentType: 'text/html',
      body: ours.replace(/form-action \S+;/, `form-action ${url};`),
    }),
  )
  await plain.goto('https://anywhere.example/')
  await plain.getByLabel('Organisation name', { exact: true }).fill('Bo Paralegals')
  await shot(plain, 'offline-file-plain')
  await plain.getByRole('button', { name: 'Send when you are connected' }).click()
  await plain.getByRole('heading', { name: 'Check your answers' }).waitFor()
  expect(await plain.textContent('main')).toContain('have to be corrected')
})

test('an allowed site shows the form in a titled frame that is as high as its page; another gets a link', async () => {
  const page = await newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(allowed)
  const element = page.locator('iframe')
  expect(await element.getAttribute('title')).toBe('Formulaire de la Coalition pour la justice')
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  const grown = () => page.waitForFunction("document.querySelector('iframe').clientHeight > 500")
  await grown()
  const scrolls = () =>
    page
      .frames()[1]
      ?.evaluate('document.documentElement.scrollHeight > document.documentElement.clientHeight + 2')
  await expect.poll(scrolls).toBe(false)
  expect(await troubles(page)).toEqual([])
  await shot(page, 'embedded')
  // Its cookie is kept there, so the draft goes on from page to page.
  await frame.getByRole('button', { name: 'Commencer' }).click()
  await frame.getByText('Étape 1 sur').first().waitFor()
  await frame.getByRole('radio').first().check()
  await frame.getByRole('button', { name: 'Enregistrer et revenir plus tard' }).waitFor()
  await expect.poll(scrolls).toBe(false)
  const framed = page.frames()[1]?.url() ?? ''
  expect(framed).toMatch(/\/fr\/observer-interest\/[0-9a-f-]{36}\//)
  await page.reload()
  await shot(page, 'embedded-first-page')

  await page.goto(refused)
  await page.getByRole('link', { name: 'Formulaire de la Coalition pour la justice' }).waitFor()
  expect(await page.locator('iframe').count()).toBe(0)
  const ancestors = async (path: string) => {
    const { headers } = await service.app.inject({ url: path })
    return /frame-ancestors [^;]+/.exec(String(headers['content-security-policy']))?.[0]
  }
  expect(await ancestors('/en')).toBe(`frame-ancestors 'self' ${allowed}`)
  expect(await ancestors('/en/observer-interest')).toBe(`frame-ancestors 'self' ${allowed}`)
  for (const path of ['/', '/en/follow', '/en/privacy', '/desk/sign-in', '/api/docs']) {
    expect(await ancestors(path)).toBe("frame-ancestors 'none'")
  }
})

test('under pressure the browser solves the puzzle by itself; without scripts an email confirms', async () => {
  service.clock.set(new Date())
  const page = await newPage()
  await page.goto(`${url}/en/observer-interest/offline`)
  const html = (await service.app.inject({ url: '/en/observer-interest/offline/form.html' })).body
  const typed = JSON.stringify(typedExample(observer)).replaceAll('<', '\\u003c')
  const file = {
    name: 'a.html',
    mimeType: 'text/html',
    buffer: Buffer.from(html.replace('"typed":{}', `"typed":${typed}`)),
  }
  await page.getByLabel('The file with your answers').setInputFiles(file)
  await page.getByRole('button', { name: 'Continue with these answers' }).click()
  await page.getByRole('heading', { name: 'Check your answers' }).waitFor()
  for (let n = 0; n < PRESSURE; n += 1) await service.submitObserver()
  await page.route('**/assets/proof.*', route => (held ? route.abort() : route.continue()))
  let held = true
  await page.getByRole('button', { name: 'Send', exact: true }).last().click()
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
  expect(await page.getByRole('button', { name: 'Confirm by email' }).isVisible()).toBe(true)
  expect(await troubles(page)).toEqual([])
  await shot(page, 'one-more-step')
  held = false
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByRole('heading', { name: 'We have received it' }).waitFor({ timeout: 30_000 })
})
