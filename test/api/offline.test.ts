// The form without a connection: one file that carries itself, and what comes back is read as data, whatever it is.
import fastCheck from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import type { Typed } from '../../src/forms/paging/typed.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import {
  ANSWERS_BEGIN,
  answersFromOfflineFile,
  FormRefused,
  MOST_BYTES,
} from '../../src/submissions/offline/answers-from-file.ts'
import { browserFor } from '../support/browser-session.ts'
import { filledIn, typedExample } from '../support/form-typing.ts'
import { locationOf } from '../support/form-walk.ts'
import { testService, type TestService } from '../support/service.ts'

const [observer, support] = FORMS as unknown as [Form, Form]
let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

const blank = async (form: Form, language = 'en') =>
  service.app.inject({ url: `/${language}/${form.name}/offline/form.html` })

const upload = (form: Form, bytes: string | Buffer, language = 'en', browser = browserFor(service.app)) => {
  const boundary = 'justice-intake-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="answers.html"\r\ncontent-type: text/html\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return browser.postBody(`/${language}/${form.name}/offline`, body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
}

describe.each([observer, support])('$name', form => {
  test.each(LANGUAGES)(
    'is one file in %s that needs nothing from anywhere, and is never opened on our site',
    async language => {
      const { statusCode, headers, body } = await blank(form, language)
      expect(statusCode).toBe(200)
      expect(headers['content-disposition']).toBe(`attachment; filename="${form.name}-${language}.html"`)
      expect(headers['content-security-policy']).toContain('sandbox')
      expect(body).toContain(`<html lang="${language}"`)
      expect(body).not.toMatch(/<(link|img|script|iframe)[^>]+(src|href)=/)
      expect(body).not.toMatch(/url\((?!["']?data:)/)
      const asked = form.questions.filter(({ kind }) => kind !== 'files' && kind !== 'group')
      for (const { label } of asked) expect(body).toContain(label[language].replaceAll('&', '&amp;'))
    },
  )

  test('comes back as a draft at check-your-answers, with nothing left to type', async () => {
    const browser = browserFor(service.app)
    const html = filledIn((await blank(form)).body, typedExample(form))
    const path = locationOf(await upload(form, html, 'en', browser))
    expect(path).toMatch(new RegExp(`^/en/${form.name}/[0-9a-f-]{36}/check$`))
    const { body, statusCode } = await browser.get(path)
    expect(statusCode).toBe(200)
    expect(body).toContain('Nothing has been sent yet')
    expect(body).not.toContain('have to be corrected')
  })

  test('comes back incomplete and wrong, and says at check-your-answers what has to be corrected', async () => {
    const browser = browserFor(service.app)
    const typed = { ...typedExample(form), 'contact.email': 'nobody', '<b>': undefined } as unknown as Typed
    const { body } = await browser.get(
      locationOf(await upload(form, filledIn((await blank(form)).body, typed), 'en', browser)),
    )
    expect(body).toContain('have to be corrected')
    expect(body).toMatch(/href="[^"]+from=check#f-contact-email"/)
  })
})

test('what the file sends by itself, where no script can save it, becomes the same draft', async () => {
  const browser = browserFor(service.app)
  const fields = Object.entries(typedExample(observer)).flatMap(([name, value]) =>
    [value].flat().map(one => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  )
  const sent = await browser.postBody(
    '/fr/observer-interest/offline/answers',
    [...fields, 'nonsense=1'].join('&'),
  )
  const { body } = await browser.get(locationOf(sent))
  expect(body).toContain('Freetown Legal Aid Network')
  expect(body).not.toContain('doivent être corrigées')
})

describe('is refused, and told why', () => {
  const typed = () => typedExample(observer)
  const json = (html: string, text: string) =>
    html.replace(
      /(<script type="application\/json"[^>]*>)(.*?)(<\/script>)/s,
      (_, begin, _json, end) => `${begin}${text}${end}`,
    )
  const content = (more: object = {}) =>
    JSON.stringify({
      format: 1,
      form: observer.name,
      version: observer.version,
      language: 'en',
      typed: typed(),
      ...more,
    })
  test.each<[string, (html: string) => string | Buffer, RegExp]>([
    ['a file that is too large', html => html + ' '.repeat(MOST_BYTES), /too large/],
    ['something else', () => '<h1>Hello</h1>', /not one of our forms/],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), /not one of our forms/],
    ['another form', html => json(html, content({ form: 'nomination' })), /a different form/],
    [
      'the other of our forms',
      html =>
        filledIn(html, {}, { form: support.name, version: support.version, typed: typedExample(support) }),
      /a different form/,
    ],
    ['another version', html => filledIn(html, typed(), { version: 99 }), /has changed since/],
    [
      'one key twice',
      html => json(html, content().replace('"format":1', '"format":1,"format":1')),
      /cannot be read/,
    ],
    [
      'JSON deeper than any form',
      html =>
        json(
          html,
          content({ typed: {} }).replace('"typed":{}', `"typed":${'{"a":'.repeat(40)}1${'}'.repeat(40)}`),
        ),
      /cannot be read/,
    ],
    [
      'a prototype',
      html => json(html, content().replace('"format":1', '"__proto__":{},"format":1')),
      /cannot be read/,
    ],
    ['JSON that was cut off', html => json(html, content().slice(0, 90)), /cannot be read/],
    [
      'answers of another shape',
      html => json(html, content({ typed: { 'contact.email': { $ne: null } } })),
      /cannot be read/,
    ],
    [
      'two blocks of answers',
      html => html.replace(ANSWERS_BEGIN, `${ANSWERS_BEGIN}{}</script>${ANSWERS_BEGIN}`),
      /cannot be read/,
    ],
    [
      'questions that the form does not ask',
      html => filledIn(html, { ...typed(), isAdministrator: 'yes' }),
      /does not ask/,
    ],
    ['no answers', html => html, /no answers in this file/],
  ])('%s', async (_, change, says) => {
    const response = await upload(observer, change((await blank(observer)).body))
    expect(response.statusCode).toBe(422)
    expect(response.body).toMatch(says)
    expect(response.body).toContain('href="#file"')
  })
  test('no file at all', async () => {
    expect((await upload(observer, '')).body).toMatch(/no answers|not one of our forms|Choose the file/)
  })
})

test('scripts and markup around the answers do not count, and those in them are shown as text', async () => {
  const browser = browserFor(service.app)
  const html = filledIn((await blank(observer)).body, {
    ...typedExample(observer),
    organisationName: '</script><script>alert(1)</script>',
  })
  const hostile = html.replace(
    '<main',
    '<script src="https://evil.example/x.js"></script><img onerror=alert(1) src=x><main',
  )
  const { body } = await browser.get(locationOf(await upload(observer, hostile, 'en', browser)))
  expect(body).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
  expect(body).not.toContain('evil.example')
  expect(body).not.toContain('onerror')
})

test('whatever the bytes are, they are taken or refused, and nothing else', () => {
  const taken = (bytes: Uint8Array) => {
    try {
      answersFromOfflineFile(bytes, FORMS)
    } catch (error) {
      if (!(error instanceof FormRefused)) throw error
    }
  }
  fastCheck.assert(fastCheck.property(fastCheck.uint8Array({ maxLength: 400 }), taken))
  fastCheck.assert(
    fastCheck.property(fastCheck.json({ maxDepth: 6 }), value =>
      taken(Buffer.from(`${ANSWERS_BEGIN}${value}</script>`)),
    ),
  )
})
