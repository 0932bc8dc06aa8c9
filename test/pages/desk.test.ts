// The desk in a real browser: a case from its arrival to the decision, by pages alone, with and without JavaScript.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { observerApplication } from '../support/applications.ts'
import { freePort } from '../support/free-port.ts'
import { testService, type TestService } from '../support/service.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']
let service: TestService
let browser: Browser
let url = ''

beforeAll(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  service = await testService({ access: { publicUrl: url } })
  await service.app.listen({ host: '127.0.0.1', port })
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  })
})
afterAll(async () => {
  await browser.close()
  await service.close()
})

type Remembered = Awaited<ReturnType<BrowserContext['storageState']>>
const remembered = new Map<string, Remembered>()

/** A browser in which the person has signed in by the link that was mailed to them: once, then it is remembered. */
async function signedIn(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const storageState = remembered.get(address)
  const context = await browser.newContext({ ...options, ...(storageState && { storageState }) })
  const page = await context.newPage()
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
  remembered.set(address, await context.storageState())
  return page
}

/** Opens all that is folded away: so it is looked at too. */
const unfold = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach(details => (details.open = true)))

async function expectAccessible(page: Page, width = 1280): Promise<void> {
  await unfold(page)
  expect(await axeFinds(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
}

async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const results = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULE_SETS)} } })`,
  )) as AxeResults
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)
}

/** Opens a case; who opens it for the first time declares that they have no conflict of interest. */
async function open(page: Page, reference: string): Promise<void> {
  await page.goto(`${url}/desk/cases/${reference}`)
  await declare(page)
}

async function declare(page: Page): Promise<void> {
  const no = page.locator('#conflict-no')
  if ((await no.count()) === 0) return
  await no.check()
  await page.getByRole('button', { name: 'Record my answer' }).click()
  await page.locator('#timeline-title').waitFor()
}

/** Takes a step by its form; where the applicant is told, the email is looked at first, and `preview` is given its page. */
async function take(
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

const MET = Object.fromEntries(
  (observerInterest.review?.criteria ?? []).map(({ code }) => [`criteria-${code}`, 'met']),
)

const french = {
  ...(observerApplication()['contact'] as object),
  name: 'Awa Diop',
  email: 'awa@justice-sn.example.org',
  language: 'fr',
}

test.each([true, false])(
  'a case goes from its arrival to a decision by pages alone, JavaScript %s',
  async javaScriptEnabled => {
    const email = `awa.${String(javaScriptEnabled)}@justice-sn.example.org`
    const { reference } = (
      await service.submitObserver({ country: 'SN', contact: { ...french, email } })
    ).json()
    await service.settled()

    const reviewer = await signedIn('africa@support-unit.example', { javaScriptEnabled })
    const coordinator = await signedIn('coordinator@support-unit.example', { javaScriptEnabled })
    await open(coordinator, reference)
    if (!(await coordinator.locator('aside dl').first().textContent())?.includes('Adjoa Example')) {
      await take(coordinator, 'assignment', { assigneeId: await idOf('africa@support-unit.example') })
    }
    await reviewer.goto(`${url}/desk/cases?view=mine`)
    await reviewer.getByRole('link', { name: reference }).click()
    await declare(reviewer)
    await take(reviewer, 'review', {})
    await take(reviewer, 'question', { question: 'Depuis quand publiez-vous ces chiffres ?' })
    expect(await reviewer.locator('h1 + p, .head .tag').first().textContent()).toContain('Awaiting applicant')
    await take(reviewer, 'answer', { answer: 'Depuis 2019.' })
    await take(reviewer, 'recommendation', { ...MET, recommendation: 'accept', reason: 'Long experience.' })

    // Told of the case is who is named in a note; the others' names are offered while one types.
    await reviewer.locator('#notes-note').fill('Please decide, ')
    if (javaScriptEnabled) {
      await reviewer.locator('#notes-note').pressSequentially('@Len')
      await reviewer.keyboard.press('Enter')
    } else await reviewer.locator('#notes-note').fill('Please decide, @Lena Example')
    expect(await reviewer.locator('#notes-note').inputValue()).toMatch(/^Please decide, @Lena Example ?$/)
    await reviewer.getByRole('button', { name: 'Keep the note' }).click()
    await reviewer.getByText('The note is kept.').waitFor()

    const lead = await signedIn('lead@support-unit.example', { javaScriptEnabled })
    await open(lead, reference)
    expect(await lead.locator('#together').textContent()).toContain('Adjoa Example')
    expect(await lead.locator('.side-by-side').textContent()).toContain('Long experience.')
    await take(
      lead,
      'decision',
      {
        outcome: 'accept',
        reasonCode: 'meets-criteria',
        reason: 'Votre expérience est précieuse.',
        wouldChange: 'Rien ne manque.',
        anotherLook: 'Écrivez-nous.',
      },
      async preview => {
        expect(await preview.locator('.letter').textContent()).toContain('Notre décision')
        expect(await preview.locator('.letter').textContent()).toContain('French')
        await preview.getByRole('button', { name: 'Change something' }).click()
        const reason = preview.locator('#step-decision [name=reason]')
        expect(await reason.inputValue()).toBe('Votre expérience est précieuse.')
        await reason.fill('Votre expérience nous est précieuse.')
        await preview.locator('#step-decision button').click()
        await preview.locator('.letter').getByText('nous est précieuse').waitFor()
      },
    )
    expect(await lead.locator('.head .tag').textContent()).toBe('Accepted')
    await service.settled()
    const mentioned = (await service.inboxOf('lead@support-unit.example')).filter(mail =>
      mail.subject?.includes(reference),
    )
    expect(mentioned.map(mail => mail.subject).join()).toContain('You are mentioned')
    const decision = (await service.inboxOf(email)).at(-1)
    expect(decision?.text).toContain('Votre expérience nous est précieuse.')
    expect(decision?.headers.get('content-language')).toBe('fr')
    for (const page of [reviewer, coordinator, lead]) await page.context().close()
  },
)

test('what is wrong is said at the field, and nothing typed is lost', async () => {
  const { reference } = (await service.submitObserver()).json()
  await service.settled()
  const lead = await signedIn('lead@support-unit.example')
  await open(lead, reference)
  await take(lead, 'review', {})
  await take(lead, 'decision', {
    outcome: 'accept',
    reasonCode: 'no-capacity',
    reason: 'A long text that must not be lost.',
  })
  expect(await lead.locator('#step-decision [name=reason]').inputValue()).toBe(
    'A long text that must not be lost.',
  )
  expect(await lead.locator('.errors a').count()).toBeGreaterThan(0)
  expect(await axeFinds(lead)).toEqual([])
  await lead.context().close()
})

test('the inbox is walked by keyboard', async () => {
  const lead = await signedIn('lead@support-unit.example')
  await lead.goto(`${url}/desk/cases`)
  await lead.keyboard.press('j')
  await lead.keyboard.press('Enter')
  await lead.waitForURL('**/desk/cases/*-*')
  await lead.keyboard.press('g')
  await lead.keyboard.press('i')
  await lead.waitForURL('**/desk/cases')
  await lead.keyboard.press('/')
  expect(await lead.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  await lead.keyboard.type('freetown')
  await lead.keyboard.press('Enter')
  await lead.waitForURL('**search=*')
  expect(await lead.getByText('Freetown Legal Aid Network').count()).toBeGreaterThan(0)
  await lead.context().close()
})

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const)(
  'the inbox and a case are accessible at $width px, $colorScheme',
  async ({ width, colorScheme }) => {
    // Sent twice: the one is perhaps the other.
    await service.submitObserver()
    const { reference } = (await service.submitObserver()).json()
    await service.settled()
    const lead = await signedIn('lead@support-unit.example', {
      viewport: { width, height: 800 },
      colorScheme,
    })
    const theCase = `/desk/cases/${reference}`
    for (const path of ['/desk/cases', '/desk/cases?view=closed&filters=open', theCase]) {
      await lead.goto(url + path)
      await expectAccessible(lead, width)
    }
    // The declaration with what a yes calls for, and with what is wrong with it.
    await lead.locator('#conflict-yes').check()
    await lead.getByRole('button', { name: 'Record my answer' }).click()
    await lead.locator('#errors').waitFor()
    await expectAccessible(lead, width)
    await declare(lead)
    await expectAccessible(lead, width)
    // What may be the same request, what reviewers recommend, and names to choose from.
    await take(lead, 'review', {})
    await take(lead, 'recommendation', { ...MET, recommendation: 'accept', reason: 'Long experience.' })
    await lead.locator('#notes-note').pressSequentially('@a')
    await lead.locator('.people li').first().waitFor()
    expect(await lead.locator('#duplicates-title').count()).toBe(1)
    await expectAccessible(lead, width)
    // The email before it goes out, and what is wrong at a field of a form.
    await take(lead, 'messages', { message: 'We have all that we need.' }, () =>
      expectAccessible(lead, width),
    )
    await lead.getByText('The message is on its way.').waitFor()
    await take(lead, 'decision', { outcome: 'accept', reasonCode: 'no-capacity' })
    await expectAccessible(lead, width)
    // On paper nothing is left to press.
    await lead.emulateMedia({ media: 'print' })
    expect(await lead.locator('button:visible, textarea:visible').count()).toBe(0)
    expect(await lead.locator('#timeline-title').isVisible()).toBe(true)
    await lead.context().close()
  },
)

async function idOf(address: string): Promise<string> {
  const { rows } = await service.pool.query<{ id: string }>('select id from staff where email = $1', [
    address,
  ])
  return rows[0]?.id ?? ''
}

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)(
  'reports and their export can be read by everybody, at $width px, $colorScheme',
  async ({ width, colorScheme }) => {
    const lead = await signedIn('lead@support-unit.example', {
      viewport: { width, height: 900 },
      colorScheme,
    })
    await lead.goto(`${url}/desk/reports?from=2026-01-01&to=2026-03-31`)
    await expectAccessible(lead, width)
    expect(await lead.getByRole('img', { name: /^Days to the first look, by region/ }).count()).toBe(1)
    await lead.getByRole('link', { name: 'Export…' }).click()
    await expectAccessible(lead, width)
    const [file] = await Promise.all([
      lead.waitForEvent('download'),
      lead.getByRole('button', { name: 'Spreadsheet (XLSX), cases' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('cases-2026-01-01-2026-03-31.xlsx')
    await lead.context().close()
  },
)
