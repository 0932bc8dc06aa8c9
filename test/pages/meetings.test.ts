// A meeting from the plan to its end, without JavaScript, and what somebody invited reads of it on a narrow screen.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decision, working } from '../api/cases-steps.ts'
import { observerApplication } from '../support/applications.ts'
import { troubles } from '../support/chromium.ts'
import { deskInChromium, type Desk } from './desk.ts'

let desk: Desk
let reference = ''
const ADDRESS = 'layla@network.example'
beforeAll(async () => {
  desk = await deskInChromium()
  const { service } = desk
  const contact = {
    ...(observerApplication()['contact'] as object),
    email: ADDRESS,
    language: 'ar',
    timeZone: 'Asia/Amman',
  }
  reference = (await service.submitObserver({ contact })).json().reference
  await service.settled()
  const lead = working(service, await service.person(['lead']))
  await lead.post(reference, 'review')
  await lead.post(reference, 'decision', decision('accept'))
})
afterAll(() => desk.close())

async function newestLetter(): Promise<string> {
  await desk.service.settled()
  return (await desk.service.inboxOf(ADDRESS)).at(-1)?.text ?? ''
}

test('a meeting is planned, an observer invited and told of each change, without JavaScript', async () => {
  const page = await desk.signedIn('coordinator@support-unit.example', { javaScriptEnabled: false })
  const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click()
  const said = (words: string) => page.getByRole('status').getByText(words).waitFor()
  await page.goto(`${desk.url}/desk/cases`)
  await page.getByRole('link', { name: 'Meetings' }).click()
  await page.getByRole('link', { name: 'Plan a meeting' }).click()
  await page.getByLabel('Title').fill('Courts that explain themselves')
  await page.getByLabel('Starts').fill('2026-04-01T14:00')
  await page.getByLabel('Ends').fill('2026-04-01T13:00')
  await page.getByLabel('Time zone').fill('Europe/Paris')
  await page.getByLabel('Place').fill('Palais de Justice, Paris')
  await press('Plan the meeting')
  await page.getByRole('alert').getByText('that cannot be before it starts').waitFor()
  await page.getByLabel('Ends').fill('2026-04-01T16:30')
  await press('Plan the meeting')
  await said('The meeting is planned.')
  await page.getByRole('link', { name: 'Invite observers' }).click()
  await page.getByLabel('Freetown Legal Aid Network').check()
  await press('Invite the chosen')
  await said('The invitations are on their way.')
  expect(await newestLetter()).toContain('نرجو حجز هذا الموعد')

  await page.getByRole('link', { name: 'Change the meeting' }).click()
  await page.getByLabel('Link').fill('https://meet.example.org/justice')
  await page.getByLabel('Agenda').fill('Welcome\nReports of the members')
  await press('Change the meeting')
  await said('The meeting is changed.')
  const letter = await newestLetter()
  expect(letter).toContain('https://meet.example.org/justice')

  const path = /\/ar\/follow\/[\w-]{43}/.exec(letter)?.[0] ?? ''
  const theirs = await desk.anybody({ viewport: { width: 320, height: 700 }, colorScheme: 'dark' })
  for (const view of ['', '/print']) {
    await theirs.goto(desk.url + path + view)
    await theirs.getByRole('heading', { name: 'الاجتماعات التي دُعيتم إليها' }).waitFor()
    await theirs.getByText('Courts that explain themselves').first().waitFor()
    const pictures = process.env['SCREENSHOTS']
    if (pictures)
      await theirs.screenshot({ path: `${pictures}/meeting${view.replace('/', '-')}.png`, fullPage: true })
    expect(await troubles(theirs)).toEqual([])
  }

  await page.locator('summary', { hasText: 'Cancel the meeting' }).click()
  await page.getByLabel('Why is it cancelled?').fill('A general strike.')
  await press('Cancel the meeting')
  await said('The meeting is cancelled.')
  expect(await newestLetter()).toContain('A general strike.')
  await theirs.goto(desk.url + path)
  expect(await theirs.getByText('الاجتماعات التي دُعيتم إليها').count()).toBe(0)
  await theirs.getByText('أُلغي اجتماع دُعيتم إليه').waitFor()
})
