// Fills in a page of a form as a person would, with what its fields are called and answers as the API takes them.
import type { Locator, Page } from 'playwright-core'

type Answers = Readonly<Record<string, unknown>>

/** Adds items to lists until all answers have a field, then answers every field of the page that has an answer. */
export async function fillPage(page: Page, answers: Answers): Promise<void> {
  await addItems(page, answers)
  for (const field of await page.locator('main form').locator('input, select, textarea').all()) {
    const { name, type, value } = await field.evaluate((element: HTMLInputElement) => ({
      name: element.name,
      type: element.type,
      value: element.value,
    }))
    const answer = answerTo(name, answers)
    if (answer === undefined || type === 'hidden') continue
    await answerField(field, type, value, answer)
  }
}

async function addItems(page: Page, answers: Answers): Promise<void> {
  for (;;) {
    const counts = await page.locator('main form input[type=hidden][name$=".count"]').all()
    let added = false
    for (const count of counts) {
      const list = ((await count.getAttribute('name')) ?? '').replace(/\.count$/, '')
      const wanted = answerTo(list, answers)
      const more = page.locator(`button[value="add ${list}"]`)
      const shown = Number(await count.inputValue())
      if (!Array.isArray(wanted) || shown >= wanted.length || (await more.count()) === 0) continue
      await more.click()
      await page.waitForLoadState()
      added = true
      break
    }
    if (!added) return
  }
}

async function answerField(field: Locator, type: string, value: string, answer: unknown): Promise<void> {
  if (type === 'radio' || type === 'checkbox') {
    const chosen = (Array.isArray(answer) ? answer : [answer]).map(one =>
      typeof one === 'boolean' ? (one ? 'yes' : 'no') : String(one),
    )
    // A choice of one has the version of what is agreed to as its value.
    if (chosen.includes(value)) await field.check()
  } else if (type === 'select-one') await field.selectOption(String(answer))
  else await field.fill(String(answer))
}

/** The answer at `contact.name`, `milestones.0.title` or `neededBy.year`; undefined where there is none. */
function answerTo(name: string, answers: Answers): unknown {
  let found: unknown = answers
  for (const step of name.split('.')) {
    if (typeof found === 'string' && DATE.test(found)) {
      const [year, month, day] = found.split('-')
      return { year, month: String(Number(month)), day: String(Number(day)) }[step]
    }
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[step]
  }
  return found
}

const DATE = /^\d{4}-\d\d-\d\d$/
