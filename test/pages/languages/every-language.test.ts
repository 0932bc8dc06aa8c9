// Every public page in Arabic, and in a language that nobody speaks in the place of Portuguese: it fits on a narrow and on a wide
// screen, and nothing on it is left in English.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { directionOf } from '../../../src/kernel/languages.ts'
import { allTexts } from '../../support/catalogues.ts'
import { example as supportRequest } from '../../../src/forms/support-request/example.ts'
import { deskInChromium, type Desk } from '../desk.ts'
import { misfits, saidOn } from './seen.ts'
import { walkAll, walkCase } from './walk.ts'

// With SCREENSHOTS=folder every page is also taken a picture of.
const pictures = process.env['SCREENSHOTS']

/** More than are sent here otherwise. */
const PRESSURE = 20

let desk: Desk
beforeAll(async () => {
  desk = await deskInChromium({ limits: { pressure: PRESSURE } })
})
afterAll(() => desk.close())

const { objects, files } = allTexts()
const english = new Set(
  [...objects, ...files].flatMap(({ words }) =>
    words.flatMap(([language, all]) => (language === 'en' ? all : [])),
  ),
)
const sounding =
  /(?<![\p{L}-])(?:the|and|of|your|you|we|with|what|this|please|enter|choose|have)(?![\p{L}-])/iu
// Short ones are names as well: of forms of address, of initials.
const isEnglish = (words: string) => (words.length > 3 && english.has(words)) || sounding.test(words)

async function pressure(form: string): Promise<() => void> {
  for (let sent = 0; sent < PRESSURE; sent += 1) await desk.service.gate.requireWork(form, undefined, true)
  return () => desk.service.clock.advance(180_000)
}

/** What the link in the newest receipt is good by. */
async function mailedSecret(): Promise<string> {
  await desk.service.settled()
  const receipts = await desk.service.inboxOf(supportRequest.contact.email)
  const [, secret = ''] = /\/follow\/([\w-]+)/.exec(receipts.at(-1)?.text ?? '') ?? []
  return secret
}

test.each(['pt', 'ar'] as const)(
  'nothing is left in English and nothing is cut off in the place of %s',
  { timeout: 300_000 },
  async language => {
    const page = await desk.anybody({ javaScriptEnabled: false, locale: language })
    const faults: string[] = []
    let pages = 0
    const look = async (state: string) => {
      pages += 1
      const html = page.locator('html')
      const speaks = [await html.getAttribute('lang'), await html.getAttribute('dir')]
      expect(speaks, state).toEqual([language, directionOf(language)])
      const left = (await saidOn(page)).filter(isEnglish)
      const picture = pictures && `${pictures}/${language}-${pages}`
      faults.push(...[...(await misfits(page, picture)), ...left].map(fault => `${state}: ${fault}`))
    }
    await walkAll(page, `${desk.url}/${language}`, look, pressure)
    await walkCase(page, `${desk.url}/${language}/follow/${await mailedSecret()}`, look)
    expect(faults).toEqual([])
    expect(pages).toBeGreaterThan(60)
    await page.context().close()
  },
)
