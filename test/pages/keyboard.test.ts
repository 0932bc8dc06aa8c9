// A form from its first page to its reference by the keyboard alone, with and without JavaScript.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import type { Typed } from '../../src/forms/paging/typed.ts'
import { typedExample } from '../support/form-typing.ts'
import { serviceInChromium, type InChromium } from './in-chromium.ts'

const MOST_PAGES = 60
const MOST_STOPS = 120
let parts: InChromium
let browser: Browser
let url = ''

beforeAll(async () => {
  parts = await serviceInChromium()
  ;({ browser, url } = parts)
})
afterAll(() => parts.close())

const [observer, support] = FORMS as unknown as [Form, Form]

test.each([
  { form: observer, javaScriptEnabled: false },
  { form: support, javaScriptEnabled: true },
])('$form.name by the keyboard, JavaScript $javaScriptEnabled', async ({ form, javaScriptEnabled }) => {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'en' })
  const page = await context.newPage()
  await page.goto(`${url}/en/${form.name}`)
  const typed = typedExample(form)
  for (let pages = 0; !page.url().includes('/sent'); pages += 1) {
    expect(pages, `stuck at ${page.url()}`).toBeLessThan(MOST_PAGES)
    await answerAndGoOn(page, typed)
    expect(await page.locator('#errors').allTextContents(), page.url()).toEqual([])
  }
  expect(await page.locator('main').innerText()).toMatch(new RegExp(`${form.prefix}-[0-9A-Z]{5}`))
  await context.close()
})

/** Goes from stop to stop as Tab leads, answers each field on the way, and presses the button that goes on. */
async function answerAndGoOn(page: Page, typed: Typed): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(focused)
    const wanted = [typed[stop.name] ?? []].flat()
    if (stop.kind === 'go' || (stop.kind === 'add' && isLacking(stop.name, stop.shown, typed))) {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
      return
    }
    if (stop.kind === 'radio' && wanted[0] !== undefined) await chooseByArrows(page, wanted[0])
    if (stop.kind === 'checkbox' && wanted.includes(stop.value) !== stop.checked)
      await page.keyboard.press('Space')
    if (stop.kind === 'text' && stop.value === '' && wanted[0] !== undefined)
      await page.keyboard.insertText(wanted[0])
    if (stop.kind === 'list' && wanted[0] !== undefined)
      await page.keyboard.type(stop.labels[wanted[0]] ?? `no ${wanted[0]} is offered`)
  }
  throw new Error(`No button that goes on is reached by Tab on ${page.url()}.`)
}

async function chooseByArrows(page: Page, wanted: string): Promise<void> {
  await page.keyboard.press('Space')
  for (let steps = 0; steps < 30; steps += 1) {
    if ((await page.evaluate(focused)).value === wanted) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${wanted} is not reached by arrows on ${page.url()}.`)
}

const isLacking = (list: string, shown: number, typed: Typed) =>
  Object.keys(typed).some(name => name.startsWith(`${list}.${shown}.`))

interface Stop {
  kind: 'go' | 'add' | 'radio' | 'checkbox' | 'text' | 'list' | 'other'
  name: string
  value: string
  checked: boolean
  /** Of a button that adds an item: how many there are. */
  shown: number
  /** Of a list: what each value is called. */
  labels: Record<string, string>
}

// Runs in the page: nothing from outside can be used in it.
function focused(): Stop {
  const none: Stop = { kind: 'other', name: '', value: '', checked: false, shown: 0, labels: {} }
  const element = document.activeElement
  if (!element?.closest('main form[method=post]')) return none
  if (element instanceof HTMLButtonElement) {
    if (!element.value.startsWith('add ')) return { ...none, kind: element.name === '' ? 'go' : 'other' }
    const name = element.value.slice('add '.length)
    const count = document.querySelector<HTMLInputElement>(`[name="${name}.count"]`)
    return { ...none, kind: 'add', name, shown: Number(count?.value) }
  }
  // With JavaScript a field in which one types stands before the list, which is hidden.
  const combined =
    element.getAttribute('role') === 'combobox' && document.getElementById(`${element.id}-list`)
  const list = combined || element
  if (list instanceof HTMLSelectElement) {
    const labels = Object.fromEntries([...list.options].map(({ value, text }) => [value, text]))
    return { ...none, kind: list.value === '' ? 'list' : 'other', name: list.name, value: list.value, labels }
  }
  if (element instanceof HTMLTextAreaElement)
    return { ...none, kind: 'text', name: element.name, value: element.value }
  if (!(element instanceof HTMLInputElement)) return none
  const { name, value, checked, type } = element
  const kind = type === 'radio' || type === 'checkbox' ? type : type === 'file' ? 'other' : 'text'
  return { ...none, kind, name, value, checked }
}
