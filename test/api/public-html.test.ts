// What the applicants' pages send: valid HTML in every state, and light enough for a bad line.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { pagedForm } from '../../src/forms/paging/split-pages.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { browserFor } from '../support/browser-session.ts'
import { multipart } from '../support/files.ts'
import { typedExample } from '../support/form-typing.ts'
import { fieldsOn, formWalk, locationOf } from '../support/form-walk.ts'
import { testService, type TestService } from '../support/service.ts'
import { flaws } from '../support/valid-html.ts'

const KIB = 1024
let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

/** Every page of a form in every state: blank, refused, filled in, checked, sent, kept for later. */
async function statesOf(form: Form, language: string): Promise<Map<string, string>> {
  const browser = browserFor(service.app)
  const walking = formWalk(browser, form, language)
  const typed = typedExample(form)
  const states = new Map<string, string>()
  const see = async (name: string, path: string) => states.set(name, (await browser.get(path)).body)
  await see('start', `/${language}`)
  await see('invited', `/${language}/${form.name}?place=Kenya`)
  await see('unknown', `/${language}/${form.name}?place=Kenia`)
  await see('missing', `/${language}/${form.name}?place=`)
  const first = await walking.begin()
  const at = (slug: string) => first.replace(/[^/]+$/, slug)
  for (const { slug } of pagedForm(form).pages) {
    await see(`${slug} blank`, at(slug))
    states.set(`${slug} refused`, (await walking.sendAs(at(slug), { revision: '0' })).body)
    const revision = /name="revision" value="(\d+)"/.exec((await browser.get(at(slug))).body)?.[1] ?? '0'
    await walking.sendAs(at(slug), { revision, ...fieldsOn(form, slug, typed) })
    await see(`${slug} filled`, at(slug))
    states.set(`${slug} twice`, (await walking.sendAs(at(slug), { revision: '0', [slug]: 'x' })).body)
  }
  await see('return', at('return'))
  await see('return asked', `${at('return')}?sent`)
  states.set('return refused', (await browser.postAs(at('return'), { email: 'nobody' })).body)
  await see('begun anew', `${first}?new`)
  states.set('framed', (await browser.get(first, { 'sec-fetch-dest': 'iframe' })).body)
  await see('check', at('check'))
  states.set('check refused', (await walking.send(at('check'), {})).body)
  const sent = await walking.send(at('check'), fieldsOn(form, 'check', typed))
  await see('sent', locationOf(sent))
  await see('lost', at('check').replace(/[\da-f-]{36}/, '00000000-0000-4000-8000-000000000000'))
  await see('link', `/${language}/return/${'a'.repeat(43)}`)
  await see('offline', `/${language}/${form.name}/offline`)
  await see('offline, the file', `/${language}/${form.name}/offline/form.html`)
  const none = await browser.postBody(`/${language}/${form.name}/offline`, ...emptyUpload())
  expect(none.body).toContain('role="alert"')
  states.set('offline refused', none.body)
  for (const page of ['privacy', 'accessibility', 'contact', 'follow', 'follow/mailed', 'nothing-here'])
    await see(page, `/${language}/${page}`)
  return states
}

const emptyUpload = () => {
  const { payload, headers } = multipart([{ field: 'file', name: '', type: 'text/html', content: '' }])
  return [payload, headers] as const
}

const [observer, support] = FORMS as unknown as [Form, Form]

test.each([
  [observer, 'en'],
  [support, 'fr'],
  [observer, 'ar'],
] as const)('every page of $name is valid and light (%#)', async (form, language) => {
  const states = await statesOf(form, language)
  const found: string[] = []
  for (const [place, html] of states) {
    if (!html.startsWith('<!doctype html>')) continue
    found.push(...(await flaws(place, html)))
    const links = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    const files = new Set(links)
    const sizes = await Promise.all(
      [...files].map(async url => (await service.app.inject({ url })).rawPayload),
    )
    const total = [Buffer.from(html), ...sizes].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)
    if (total > 50 * KIB || files.size + 1 > 6)
      found.push(`${place}: ${total} bytes, ${files.size + 1} requests`)
  }
  expect(found).toEqual([])
  expect(states.size).toBeGreaterThan(40)
})

test('what fails on our side is said on a valid page, whatever the language', async () => {
  const found: string[] = []
  const look = (status: number) =>
    Promise.all(
      LANGUAGES.map(async language => {
        const answer = await browserFor(service.app).get(`/${language}/return/${'a'.repeat(43)}`)
        const said = expect.stringContaining(`lang="${language}"`)
        expect([answer.statusCode, answer.body]).toEqual([status, said])
        found.push(...(await flaws(`${status} in ${language}`, answer.body)))
      }),
    )
  // An undefined function; a database that starts or ends just now; a statement that took too long.
  for (const [status, code] of [
    [500, '42883'],
    [503, '57P03'],
    [503, '57014'],
  ] as const) {
    await service.pool.query(`
      create function fails() returns integer language plpgsql as $$ begin raise exception using errcode = '${code}'; end $$;
      alter table draft_keys rename to kept;
      create view draft_keys as select kept.* from fails() left join kept on true`)
    await look(status)
    await service.pool.query(
      'drop view draft_keys; alter table kept rename to draft_keys; drop function fails',
    )
  }
  expect(found).toEqual([])
})
