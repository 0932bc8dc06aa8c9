// The settings in a real browser: what is in force is changed by hand.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskInChromium, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await deskInChromium()
  await desk.service.submitObserver()
  await desk.service.submitSupport()
  await desk.service.settled()
})
afterAll(() => desk.close())

test('a rule is written, tried and put in force by hand, without JavaScript', async () => {
  const page = await desk.signedIn('lead@support-unit.example', { javaScriptEnabled: false })
  await page.goto(`${desk.url}/desk/settings`)
  await page
    .getByRole('navigation', { name: 'Settings' })
    .getByRole('link', { name: 'Routing rules' })
    .click()
  await page.getByRole('link', { name: 'Add a rule' }).click()
  await page.getByLabel('Name of the rule').fill('Judges of the Americas')
  await page.getByLabel('Team that gets the case').selectOption('americas')
  await page.getByRole('button', { name: 'Save in the draft' }).click()
  await page.getByRole('button', { name: 'Up: Judges of the Americas' }).click()
  await page.getByRole('link', { name: 'Try it on past cases' }).click()
  expect(await page.locator('main').innerText()).toContain('were asked about 2 past cases')
  await page.goBack()
  await page.getByRole('link', { name: 'Put it in force' }).click()
  await page.getByRole('button', { name: /^Yes, put this in force/ }).click()
  expect(await page.getByRole('status').innerText()).toContain('The rules are in force')
  await page.context().close()
})
