// A form walked through by a browser without JavaScript: what its pages hold, sent back as a person would.
import type { Form } from '../../src/forms/define-form.ts'
import { pagedForm } from '../../src/forms/paging/split-pages.ts'
import type { Typed } from '../../src/forms/paging/typed.ts'
import type { TestBrowser } from './browser-session.ts'

/** The path that an answer leads to. */
export const locationOf = (response: { headers: Record<string, unknown> }): string =>
  String(response.headers['location'])

const bodyOf = (fields: Typed): string =>
  Object.entries(fields)
    .flatMap(([name, value]) =>
      [value].flat().map(one => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
    )
    .join('&')

const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? '0'

/** The sealed moment that the last page carries. */
const openedIn = (html: string) => {
  const opened = /name="opened" value="([^"]+)"/.exec(html)?.[1]
  return opened === undefined ? {} : { opened }
}

export function formWalk(browser: TestBrowser, form: Form, language = 'en') {
  const first = `/${language}/${form.name}`
  return {
    /** Begins a draft and returns the address of its first page. */
    begin: async (place: Record<string, string> = {}) => locationOf(await browser.postAs(first, place)),
    /** Sends a page with what is typed into it, as the page was shown. */
    async send(path: string, fields: Typed, more: Record<string, string> = {}) {
      const shown = await browser.get(path)
      const hidden = { revision: revisionIn(shown.body), ...openedIn(shown.body), ...more }
      return this.sendAs(path, { ...hidden, ...fields })
    },
    sendAs: (path: string, fields: Typed, more = {}) => browser.postBody(path, bodyOf(fields), more),
    /** Goes through all pages and returns the address at which it ends: that of the check. */
    async fill(path: string, typed: Typed) {
      let at = path
      for (let pages = 0; !at.endsWith('/check') && pages < 30; pages += 1) {
        const response = await this.send(at, fieldsOn(form, slugOf(at), typed))
        if (response.statusCode !== 303)
          throw new Error(`${at} answers ${response.statusCode}:\n${response.body}`)
        at = locationOf(response)
      }
      return at
    },
  }
}

const slugOf = (path: string) => (path.split('/').at(-1) ?? '').replace(/[?#].*/, '')

/** What of all that is typed stands on this page. */
export function fieldsOn(form: Form, slug: string, typed: Typed): Typed {
  const { pages, closing } = pagedForm(form)
  const questions = slug === 'check' ? closing : (pages.find(page => page.slug === slug)?.questions ?? [])
  const names = questions.flatMap(({ name, kind, questions: inner = [] }) =>
    kind === 'group' ? inner.map(one => `${name}.${one.name}`) : [name],
  )
  return Object.fromEntries(
    Object.entries(typed).filter(([field]) =>
      names.some(name => field === name || field.startsWith(`${name}.`)),
    ),
  )
}
