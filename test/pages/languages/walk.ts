// Every public page, in the order in which an applicant meets them: looked at by `look`, in one language.
import type { Page } from 'playwright-core'
import type { Form } from '../../../src/forms/define-form.ts'
import { FORMS } from '../../../src/forms/index.ts'
import type { Typed } from '../../../src/forms/paging/typed.ts'
import { pdf } from '../../support/files.ts'
import { typedExample } from '../../support/form-typing.ts'
import { fieldsOn } from '../../support/form-walk.ts'

/** Called on each page as it stands, with a name for its state that is the same in every language. */
export type Look = (state: string) => Promise<void>

export async function walkAll(page: Page, url: string, look: Look, pressure: Pressure): Promise<void> {
  for (const path of ['', ...ALONE]) {
    await page.goto(url + path)
    await look(path === '' ? 'start' : path)
  }
  for (const form of FORMS as unknown as Form[]) {
    await lookAtFrame(page, `${url}/${form.name}`, look)
    await walkForm(page, url, form, look, pressure)
  }
}

/** Makes it so that very many send the form just now, until it is told that they do no more. */
export type Pressure = (form: string) => Promise<() => void>

// As a browser asks for what another site's page frames.
async function lookAtFrame(page: Page, address: string, look: Look): Promise<void> {
  await page.route(address, route =>
    route.continue({ headers: { ...route.request().headers(), 'sec-fetch-dest': 'iframe' } }),
  )
  await page.goto(address)
  await look(`${address.split('/').at(-1)}, framed`)
  await page.unroute(address)
}

// What needs no draft and no case; the last three are of nobody.
const ALONE = [
  '/privacy',
  '/accessibility',
  '/contact',
  '/follow',
  '/follow/mailed',
  '/no-such-page',
  `/follow/${'x'.repeat(43)}`,
  `/return/${'x'.repeat(43)}`,
]

/** The pages of a case behind its link: the case, and whatever it leads to. */
export async function walkCase(page: Page, link: string, look: Look): Promise<void> {
  await page.goto(link)
  await look('the case')
  const leadsTo = await page
    .locator(`main a[href*="/follow/"]:not([download])`)
    .evaluateAll(links => links.map(one => (one as HTMLAnchorElement).href.replace(/#.*/, '')))
  const pages = [...new Set(leadsTo)].filter(href => href.startsWith(`${link}/`))
  for (const href of pages) {
    await page.goto(href)
    await look(`the case, ${href.slice(link.length)}`)
  }
}

async function walkForm(page: Page, url: string, form: Form, look: Look, pressure: Pressure): Promise<void> {
  const start = `${url}/${form.name}`
  for (const place of ['', '?place=kenya', '?place=argentina', '?place=xyzzy', '?place=']) {
    await page.goto(start + place)
    await look(`${form.name} ${place}`)
  }
  await page.goto(`${start}/018f0000-0000-7000-8000-000000000000/check`)
  await look(`${form.name}, lost`)
  await page.goto(`${start}/offline`)
  await look(`${form.name}, offline`)
  await page.locator('main form button').click()
  await look(`${form.name}, offline without the file`)
  // It is given out to be kept: a browser shows it only from there.
  await page.setContent(await (await page.request.get(`${start}/offline/form.html`)).text())
  await look(`${form.name}, the file`)
  await page.goto(start)
  await page.locator('form[method=post] button').last().click()
  for (;;) {
    const slug = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await look(`${form.name}, ${slug}`)
    if (slug === 'sent') return
    if ((await page.locator('[type=file]').count()) > 0) await addFiles(page, slug, look)
    await page.locator('#page > .govuk-button-group button').first().click()
    if (new URL(page.url()).pathname.endsWith(`/${slug}`)) {
      await look(`${form.name}, ${slug} with nothing typed`)
      await type(page, fieldsOn(form, slug, typedExample(form)))
      const relieve = slug === 'check' ? await pressure(form.name) : undefined
      await page.locator('#page > .govuk-button-group button').first().click()
      if (relieve) {
        await look(`${form.name}, one more step`)
        relieve()
        await page.locator('main form button').first().click()
      }
    }
    const now = new URL(page.url()).pathname.split('/').at(-1)
    if (now === slug)
      throw new Error(`${page.url()} goes no further: ${await page.locator('#errors').innerText()}`)
  }
}

/** One that is taken and one that is not. */
async function addFiles(page: Page, slug: string, look: Look): Promise<void> {
  const file = { mimeType: 'application/pdf', buffer: pdf() }
  await page.locator('[type=file]').setInputFiles([
    { name: '1.pdf', ...file },
    { name: '2.exe', ...file },
  ])
  await page.locator('#page button[value=nothing]').click()
  await look(`${slug} with a file and one that is refused`)
}

async function type(page: Page, fields: Typed): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    if (name.endsWith('.count')) {
      const list = name.replace(/\.count$/, '')
      while (Number(await page.locator(`[name="${name}"]`).inputValue()) < Number(value))
        await page.locator(`[value="add ${list}"]`).click()
      continue
    }
    for (const one of [value].flat()) {
      const field = page.locator(`[name="${name}"]`)
      const kind = await field
        .first()
        .evaluate(element => `${element.tagName} ${element.getAttribute('type')}`)
      if (/radio|checkbox/.test(kind)) await page.locator(`[name="${name}"][value="${one}"]`).check()
      else if (kind.startsWith('SELECT')) await field.selectOption(one)
      else await field.fill(one)
    }
  }
}
