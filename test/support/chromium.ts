// A real browser for the tests of pages, and what is wrong with a page in it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const LOOKS = ['color-contrast', 'target-size', 'link-in-text-block']
const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
    ],
  })

/**
 * What axe finds with everything unfolded, and whether the page is wider than the window. `lookOnly`: the page was judged before,
 * and only its colours and measures are others now.
 */
export async function troubles(page: Page, { lookOnly = false } = {}): Promise<string[]> {
  await page.evaluate(`document.querySelectorAll('details').forEach(details => (details.open = true))`)
  // Half a megabyte, which a page that was judged before has already.
  if (await page.evaluate<boolean>(`typeof axe === 'undefined'`)) await page.evaluate(axeSource)
  const runOnly = lookOnly ? { type: 'rule', values: LOOKS } : { type: 'tag', values: RULE_SETS }
  // What is right needs no list, which takes longer than to find it so.
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )
  const wide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  return wide ? [...found, 'wider than the window'] : found
}
