import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChromium } from '../support/chromium.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
let browser: Browser
let url: string

beforeAll(async () => {
  service = await testService()
  url = await service.listen()
  browser = await startChromium()
})
afterAll(async () => {
  await browser.close()
  await service.close()
})

test('an administrator sees the queues in a browser; the page breaks no policy and fetches nothing elsewhere', async () => {
  const { token } = await service.person(['administrator'])
  expect((await service.submitObserver()).statusCode).toBe(201)
  await service.settled()
  const authorization = `Basic ${Buffer.from(`me:${token}`).toString('base64')}`
  const context = await browser.newContext({ extraHTTPHeaders: { authorization } })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(request.url())
  })
  await page.goto(`${url}/operations/queues`)
  for (const queue of ['route-case', 'notify', 'send-email']) {
    await page.getByText(queue).first().waitFor()
  }
  await page.goto(`${url}/operations/queues/queue/send-email?status=completed`)
  await page.getByText('send-email').first().waitFor()
  expect(complaints).toEqual([])
  await context.close()
})
