// The desk in a real browser: a case from its arrival to the decision, by pages alone, with and without JavaScript.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page, Route } from 'playwright-core'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import { observerApplication } from '../support/applications.ts'
import { troubles } from '../support/chromium.ts'
import { declare, deskInChromium, open, tabTo, take, type Desk } from './desk.ts'

let desk: Desk
let url = ''
beforeAll(async () => {
  desk = await deskInChromium()
  url = desk.url
  // Nobody is in the team to which the rules lead: a coordinator places the case.
  await desk.service.pool.query(`delete from team_members where team_id = 'africa-middle-east'`)
})
afterAll(() => desk.close())

const MET = Object.fromEntries(
  (observerInterest.review?.criteria ?? []).map(({ code }) => [`criteria-${code}`, 'met']),
)

const french = {
  ...(observerApplication()['contact'] as object),
  name: 'Awa Diop',
  email: 'awa@justice-sn.example.org',
  language: 'fr',
}

/** By the keyboard alone: along the list, the box, the bar below it, the person. */
async function assignFromInbox(page: Page, reference: string, to: string, hasScript: boolean): Promise<void> {
  await page.goto(`${url}/desk/cases?view=unassigned`)
  const box = page.getByLabel(`Choose ${reference}`)
  if (hasScript) {
    const current = page.locator('tr.at')
    do await page.keyboard.press('j')
    while (!(await current.textContent())?.includes(reference))
    await page.keyboard.press('x')
    await page.getByText('1 chosen').waitFor()
    await page.keyboard.press('b')
  } else {
    await tabTo(page, `[value="${reference}"]`)
    await page.keyboard.press('Space')
    await tabTo(page, '#action')
  }
  expect(await box.isChecked()).toBe(true)
  await page.keyboard.type('Assign')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/desk/cases/bulk/*')
  await tabTo(page, '#bulk-assigneeId')
  await page.keyboard.type(to)
  await tabTo(page, 'main button.main')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Assigned: 1 case' }).waitFor()
}

test.each([true, false])(
  'a case goes from its arrival to a decision by pages alone, JavaScript %s',
  async javaScriptEnabled => {
    const email = `awa.${String(javaScriptEnabled)}@justice-sn.example.org`
    const { reference } = (
      await desk.service.submitObserver({ country: 'SN', contact: { ...french, email } })
    ).json()
    await desk.service.settled()

    const coordinator = await desk.signedIn('coordinator@support-unit.example', { javaScriptEnabled })
    await assignFromInbox(coordinator, reference, 'Adjoa Example', javaScriptEnabled)
    // As if the two minutes were over that a step on several cases holds its emails back.
    await desk.service.pool.query('update outbox set due_at = now() where due_at > now()')
    const reviewer = await desk.signedIn('africa@support-unit.example', { javaScriptEnabled })
    await reviewer.goto(`${url}/desk/cases?view=mine`)
    await reviewer.getByRole('link', { name: reference }).click()
    await declare(reviewer)
    await take(reviewer, 'review', {})
    await take(reviewer, 'question', { question: 'Depuis quand publiez-vous ces chiffres ?' })
    expect(await reviewer.locator('h1 + p, .head .tag').first().textContent()).toContain('Awaiting applicant')
    // The applicant answers by the link in their email.
    await desk.service.settled()
    const [link = ''] =
      /\/fr\/follow\/[\w-]{43}/.exec((await desk.service.inboxOf(email)).at(-1)?.text ?? '') ?? []
    const applicant = await desk.anybody({ javaScriptEnabled })
    await applicant.goto(url + link)
    await applicant.getByLabel('Votre réponse').fill('Depuis 2019.')
    await applicant.getByRole('button', { name: 'Envoyer la réponse' }).click()
    await applicant.getByText('Votre réponse nous est parvenue').waitFor()
    await applicant.context().close()
    await reviewer.reload()
    expect(await reviewer.locator('.timeline').textContent()).toContain('Depuis 2019.')
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

    const lead = await desk.signedIn('lead@support-unit.example', { javaScriptEnabled })
    await open(lead, url, reference)
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
    await desk.service.settled()
    const given = (await desk.service.inboxOf('africa@support-unit.example')).map(mail => mail.subject)
    expect(given.join()).toContain(reference)
    const mentioned = (await desk.service.inboxOf('lead@support-unit.example')).filter(mail =>
      mail.subject?.includes(reference),
    )
    expect(mentioned.map(mail => mail.subject).join()).toContain('You are mentioned')
    const decision = (await desk.service.inboxOf(email)).at(-1)
    expect(decision?.text).toContain('Votre expérience nous est précieuse.')
    expect(decision?.headers.get('content-language')).toBe('fr')
    for (const page of [reviewer, coordinator, lead]) await page.context().close()
  },
)

test('what is wrong is said at the field, and nothing typed is lost', async () => {
  const { reference } = (await desk.service.submitObserver()).json()
  await desk.service.settled()
  const lead = await desk.signedIn('lead@support-unit.example')
  await open(lead, url, reference)
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
  expect(await troubles(lead)).toEqual([])
  await lead.context().close()
})

test('the inbox is walked by keyboard', async () => {
  const lead = await desk.signedIn('lead@support-unit.example')
  await desk.service.submitObserver()
  await desk.service.submitSupport()
  await desk.service.settled()
  await lead.goto(`${url}/desk/cases`)
  const rows = lead.locator('[data-row]')
  const current = () => rows.evaluateAll(all => all.findIndex(row => row.classList.contains('at')))
  for (const [key, row] of [
    ['j', 0],
    ['j', 1],
    ['k', 0],
  ] as const) {
    await lead.keyboard.press(key)
    expect(await current()).toBe(row)
  }
  await lead.keyboard.press('x')
  expect(await rows.first().getByRole('checkbox').isChecked()).toBe(true)
  await lead.keyboard.press('?')
  await lead.getByRole('heading', { name: 'Keys' }).waitFor()
  await lead.keyboard.press('Escape')
  await lead.keyboard.press('k')
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

test('cases are filtered by what was chosen; a long list has a page of its own, which forgets nothing', async () => {
  const lead = await desk.signedIn('lead@support-unit.example')
  await desk.service.submitObserver()
  await desk.service.settled()
  const asked = () => Object.fromEntries(new URL(lead.url()).searchParams)
  await lead.goto(`${url}/desk/cases?view=all&sort=newest`)
  await lead.getByRole('link', { name: 'Filter', exact: true }).click()
  await lead.getByLabel('Language').selectOption('English')
  await lead.getByRole('button', { name: 'Country …' }).click()
  await lead.getByLabel('Country').selectOption('Sierra Leone')
  await lead.getByRole('button', { name: 'Show', exact: true }).click()
  expect(asked()).toEqual({ view: 'all', sort: 'newest', language: 'en', country: 'SL' })
  expect(await lead.locator('[data-row]').count()).toBeGreaterThan(0)

  await lead.getByRole('link', { name: 'Filter', exact: true }).click()
  expect(await lead.getByLabel('Language').inputValue()).toBe('en')
  await lead.getByRole('button', { name: 'OGP member …' }).click()
  await lead.getByRole('button', { name: 'Show', exact: true }).click()
  expect(asked()).toEqual({ view: 'all', sort: 'newest', language: 'en', country: 'SL' })
  await lead.getByRole('link', { name: 'Country: Sierra Leone' }).click()
  expect(asked()).toEqual({ view: 'all', sort: 'newest', language: 'en' })
  await lead.context().close()
})

test('a case is accessible while it is worked on, narrow and dark, and is one sheet on paper', async () => {
  // Sent twice: the one is perhaps the other.
  await desk.service.submitObserver()
  const { reference } = (await desk.service.submitObserver()).json()
  await desk.service.settled()
  const lead = await desk.signedIn('lead@support-unit.example', {
    viewport: { width: 320, height: 800 },
    colorScheme: 'dark',
  })
  await open(lead, url, reference)
  // What may be the same request, what reviewers recommend, and names to choose from.
  await take(lead, 'review', {})
  await take(lead, 'recommendation', { ...MET, recommendation: 'accept', reason: 'Long experience.' })
  await lead.locator('#notes-note').pressSequentially('@c')
  await lead.locator('.people li').first().waitFor()
  expect(await lead.locator('#duplicates-title').count()).toBe(1)
  expect(await troubles(lead)).toEqual([])
  // The email before it goes out, and what is wrong at a field of a form.
  await take(lead, 'messages', { message: 'We have all that we need.' }, async () =>
    expect(await troubles(lead)).toEqual([]),
  )
  await lead.getByText('The message is on its way.').waitFor()
  await take(lead, 'decision', { outcome: 'accept', reasonCode: 'no-capacity' })
  expect(await troubles(lead)).toEqual([])
  // On paper nothing is left to press.
  await lead.emulateMedia({ media: 'print' })
  expect(await lead.locator('button:visible, textarea:visible').count()).toBe(0)
  expect(await lead.locator('#timeline-title').isVisible()).toBe(true)
  await lead.context().close()
})

test('the inbox and a case say that they hear nothing from us, and go on by themselves', async () => {
  const { reference } = (await desk.service.submitObserver()).json()
  await desk.service.settled()
  const lead = await desk.signedIn('lead@support-unit.example')
  await lead.clock.install()
  const refused = (route: Route) => route.fulfill({ status: 503, body: '{}' })
  await lead.route(/\/(news|presence)/, refused)
  await lead.goto(`${url}/desk/cases`)
  await lead.waitForTimeout(300)
  await lead.clock.fastForward(6000)
  const silence = lead.getByText('New cases cannot be announced just now.')
  await silence.waitFor()
  await open(lead, url, reference)
  await lead.clock.fastForward(21_000)
  const unknown = lead.getByText('Who else has this case open cannot be told just now.')
  await unknown.waitFor()
  expect(await troubles(lead)).toEqual([])
  await lead.unroute(/\/(news|presence)/)
  await lead.clock.fastForward(21_000)
  await unknown.waitFor({ state: 'detached' })
  await lead.context().close()
})

test('a report is taken along as a spreadsheet', async () => {
  const lead = await desk.signedIn('lead@support-unit.example')
  await lead.goto(`${url}/desk/reports?from=2026-01-01&to=2026-03-31`)
  expect(await lead.getByRole('img', { name: /^Days to the first look, by region/ }).count()).toBe(1)
  await lead.getByRole('link', { name: 'Export…' }).click()
  const [file] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('button', { name: 'Spreadsheet (XLSX), cases' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('cases-2026-01-01-2026-03-31.xlsx')
  await lead.context().close()
})
