// What a page says and how it sits in its window, for the tests that read every page in several languages.
import type { Page } from 'playwright-core'

const WIDTHS = [320, 1280]

/** What does not fit, on a narrow and a wide screen: wider than the window, out of it, or cut off. `picture` begins the names of files. */
export async function misfits(page: Page, picture?: string): Promise<string[]> {
  const found: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    if (picture) await page.screenshot({ path: `${picture}-${width}.png`, fullPage: true })
    const here = await page.evaluate(misfitsHere)
    found.push(...here.map(what => `${width} px: ${what}`))
  }
  return found
}

function misfitsHere(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const cut: string[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (!parent || !node.textContent?.trim()) continue
    if (parent.closest('.govuk-visually-hidden, .govuk-skip-link, select, [aria-hidden=true]')) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, width } = range.getBoundingClientRect()
    if (width === 0) continue
    const isOut = left < -1 || right > clientWidth + 1
    const box = parent.closest<HTMLElement>('button, .govuk-panel, details, li, td, dd, dt, p, h1, h2, h3')
    const isCut =
      box !== null && getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1
    if (isOut || isCut)
      cut.push(`${isOut ? 'out of the window' : 'cut off'}: ${node.textContent.trim().slice(0, 80)}`)
  }
  return [...wide, ...cut]
}

/** All that the page says, seen or read aloud, but what is in another language, was typed by somebody, or is a list of names. */
export const saidOn = (page: Page): Promise<string[]> => page.evaluate(saidHere)

function saidHere(): string[] {
  const theirs = '[lang]:not(html, body), select, script, style, bdi, .site-answer, .site-columns, textarea'
  const said = new Set([document.title])
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent?.replaceAll(/\s+/g, ' ').trim() ?? ''
    if (/\p{L}{2}/u.test(words) && !walker.currentNode.parentElement?.closest(theirs)) said.add(words)
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]'))
    for (const name of ['aria-label', 'placeholder', 'alt', 'title']) {
      const words = element.getAttribute(name)
      if (words && !element.closest(theirs)) said.add(words)
    }
  return [...said]
}
