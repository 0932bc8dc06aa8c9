// Passkeys in a real browser with an authenticator made of software: added, used to come in, as the second factor and to
// show once more who it is; removed where a role allows it.
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { printedLink } from '../../src/staff/sign-in/links.ts'
import { startChromium, troubles } from '../support/chromium.ts'
import { freePort } from '../support/free-port.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let browser: Browser
let url = ''

beforeAll(async () => {
  const port = await freePort()
  // A passkey belongs to a name, not to a number.
  url = `http://localhost:${port}`
  service = await testService({
    workers: false,
    access: { publicUrl: url, secondFactorRoles: ['administrator'] },
  })
  await service.app.listen({ host: '127.0.0.1', port })
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await service.close()
})
beforeEach(() => service.pool.query('delete from throttles'))
afterEach(() => Promise.all(browser.contexts().map(context => context.close())))

/** A page whose browser has an authenticator that always finds its owner’s finger. */
async function pageWithAuthenticator(options = {}) {
  const page = await (await browser.newContext(options)).newPage()
  page.setDefaultTimeout(10_000)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, cdp, authenticatorId }
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()

async function openLink(page: Page, id: string) {
  await page.goto(url + (await service.db.transaction(tx => printedLink(tx, id))))
  await press(page, /^Sign in as/)
}
const credentialsOf = async (cdp: CDPSession, authenticatorId: string) =>
  (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials

test('a passkey is added, comes in by itself, is the second factor after a link, steps up, and goes again', async () => {
  const { id } = await service.person(['lead'], { name: 'Awa Diop' })
  const { page, cdp, authenticatorId } = await pageWithAuthenticator()
  await openLink(page, id)
  await page.waitForURL('**/desk/cases')
  await page.goto(`${url}/desk/account`)
  await page.getByRole('link', { name: 'Add one' }).click()
  await heading(page, 'Your passkeys')
  expect(await troubles(page)).toEqual([])
  await page.getByLabel('Name').fill('Work laptop')
  await press(page, 'Add a passkey')
  await heading(page, 'Your recovery codes')
  const [recovery = ''] = await page.locator('.codes code').allInnerTexts()
  await page.goto(`${url}/desk/account/passkeys`)
  await page.getByText('Work laptop', { exact: true }).waitFor()
  expect(await troubles(page)).toEqual([])
  await press(page, 'Add a passkey')
  await page.getByText('This device has a passkey for you here already.').waitFor()

  // Folded again: whoever looked for troubles had unfolded it.
  await page.reload()
  await page.getByText('Rename').click()
  await page.getByLabel('New name').fill('Old laptop')
  await press(page, 'Save')
  await page.getByText('The name is saved.').waitFor()
  await page.getByText('Old laptop', { exact: true }).waitFor()

  // By itself: no address is typed, and no second factor is asked for.
  await press(page, 'Sign out')
  await heading(page, 'Sign in to the justice desk')
  expect(await troubles(page)).toEqual([])
  await press(page, 'Sign in with a passkey')
  await page.waitForURL('**/desk/cases')
  expect(await factorsOf(id)).toEqual(['passkey'])

  // As the second factor after a link.
  await press(page, 'Sign out')
  await openLink(page, id)
  await heading(page, 'Your second factor')
  expect(await troubles(page)).toEqual([])
  await press(page, 'Use your passkey')
  await page.waitForURL('**/desk/cases')
  expect(await factorsOf(id)).toEqual(['link', 'passkey'])

  // Once more who it is.
  await service.pool.query(`update sessions set authenticated_at = now() - interval '11 minutes'`)
  await page.goto(`${url}/desk/account/tokens`)
  await heading(page, 'Confirm that it is you')
  expect(await troubles(page)).toEqual([])
  await press(page, 'Use your passkey')
  await heading(page, 'Make an API token')

  // A copy that counts from below is not let in, and neither is a finger that is not the owner's.
  await press(page, 'Sign out')
  await service.pool.query('update passkeys set counter = 1000')
  await press(page, 'Sign in with a passkey')
  await page.getByText('This passkey did not open the desk.').waitFor()
  await service.pool.query('update passkeys set counter = 0')
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${url}/sign-in`)
  await press(page, 'Sign in with a passkey')
  await page.getByText('Nothing was used').waitFor()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })

  // Lost: a recovery code stands in. Removed: nothing is asked for any more.
  await openLink(page, id)
  await page.getByLabel('Code', { exact: true }).fill(recovery)
  await press(page, 'Continue')
  await page.goto(`${url}/desk/account/passkeys`)
  await press(page, 'Remove the passkey Old laptop')
  await page.getByText('The passkey is removed.').waitFor()
  await press(page, 'Sign out')
  expect(await credentialsOf(cdp, authenticatorId)).toHaveLength(1)
  await press(page, 'Sign in with a passkey')
  await page.getByText('This passkey did not open the desk.').waitFor()
  await openLink(page, id)
  await page.waitForURL('**/desk/cases')
})

test('where a role requires one, a passkey is enough, and the last one stays', async () => {
  const { id } = await service.person(['administrator'])
  const { page } = await pageWithAuthenticator({ viewport: { width: 320, height: 640 }, colorScheme: 'dark' })
  await openLink(page, id)
  await heading(page, 'Set up a second factor')
  expect(await troubles(page)).toEqual([])
  await press(page, 'Add a passkey')
  await heading(page, 'Your recovery codes')
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.goto(`${url}/desk/account/passkeys`)
  await page.getByText('Chrome on Linux', { exact: true }).waitFor()
  await page.getByText('Your role requires one').waitFor()
  expect(await troubles(page)).toEqual([])
  const { rows } = await service.pool.query('select id from passkeys where staff_id = $1', [id])
  const token = await page.locator('[name=_csrf]').first().inputValue()
  const removal = await page.request.post(`${url}/desk/account/passkeys/${rows[0].id}/removal`, {
    form: { _csrf: token },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect([removal.status(), await removal.text()]).toEqual([
    403,
    expect.stringContaining('Your role requires a second factor'),
  ])
})

test('without JavaScript the pages say what there is instead', async () => {
  const { id } = await service.person(['lead'])
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await openLink(page, id)
  await page.goto(`${url}/desk/account/passkeys`)
  await page.getByText('Passkeys need JavaScript').waitFor()
  expect(await page.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false)
  await page.goto(`${url}/sign-in`)
  expect(await page.getByRole('button', { name: /passkey/ }).count()).toBe(0)
})

async function factorsOf(id: string): Promise<string[]> {
  const { rows } = await service.pool.query(
    `select factors from sessions where staff_id = $1 and ended_at is null order by created_at desc limit 1`,
    [id],
  )
  return rows[0].factors
}
