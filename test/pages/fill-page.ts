// Fills in a page of a form, with what its fields are called and answers as the API takes them.
import type { Page } from 'playwright-core'

type Answers = Readonly<Record<string, unknown>>

/** Adds items to lists until all answers have a field, then answers every field of the page that has an answer. */
export async function fillPage(page: Page, answers: Answers): Promise<void> {
  for (
    let list = await lackingItem(page, answers);
    list !== undefined;
    list = await lackingItem(page, answers)
  ) {
    await Promise.all([page.waitForEvent('load'), page.locator(`button[value="add ${list}"]`).click()])
  }
  // All at once: some hundred fields, each by itself, would be most of the time of a walk.
  await page.evaluate(fillAll, answers)
}

/** The name of a list on the page that has more answers than fields. */
const lackingItem = (page: Page, answers: Answers): Promise<string | undefined> =>
  page.evaluate(given => {
    const counts = [...document.querySelectorAll<HTMLInputElement>('main form input[name$=".count"]')]
    const lists = counts.map(({ name, value }) => ({
      list: name.replace(/\.count$/, ''),
      shown: Number(value),
    }))
    return lists.find(({ list, shown }) => {
      const wanted = given[list]
      const more = document.querySelector(`button[value="add ${list}"]`)
      return more !== null && Array.isArray(wanted) && wanted.length > shown
    })?.list
  }, answers)

// Runs in the page: nothing from outside can be used in it.
function fillAll(answers: Answers): void {
  const answerTo = (name: string): unknown =>
    name.split('.').reduce<unknown>((found, step) => {
      const [, year, month, day] =
        (typeof found === 'string' && /^(\d{4})-0?(\d+)-0?(\d+)$/.exec(found)) || []
      if (year !== undefined) return { year, month, day }[step]
      return typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[step]
        : undefined
    }, answers)
  const asValue = (answer: unknown) =>
    typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer)
  const fields = document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'main form :is(input, select, textarea):not([type=hidden])',
  )
  for (const field of fields) {
    const answer = answerTo(field.name)
    if (answer === undefined) continue
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      const chosen = (Array.isArray(answer) ? answer : [answer]).map(asValue)
      if (chosen.includes(field.value) !== field.checked) field.click()
    } else {
      field.value = asValue(answer)
      for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }))
    }
  }
}
