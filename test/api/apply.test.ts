// The applicants' pages without a browser: a form from the start page to its reference, and nothing typed is ever lost.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { forgetDrafts } from '../../src/submissions/drafts/forget-drafts.ts'
import { remindOfDrafts } from '../../src/submissions/drafts/way-back.ts'
import { browserFor } from '../support/browser-session.ts'
import { multipart, pdf } from '../support/files.ts'
import { typedExample } from '../support/form-typing.ts'
import { fieldsOn, formWalk, locationOf } from '../support/form-walk.ts'
import { testService, type TestService } from '../support/service.ts'
import { watchPages } from '../support/valid-html.ts'

const [observer, support] = FORMS as unknown as [Form, Form]
const DAY = 86_400_000
let service: TestService
let pages: ReturnType<typeof watchPages>
beforeAll(async () => {
  // Where the office works it is tomorrow already.
  service = await testService({ standard: { timeZone: 'Pacific/Kiritimati' } })
  pages = watchPages(service.app)
})
afterAll(() => service.close())

const newBrowser = () => browserFor(service.app)
const walk = (form: Form, language?: string, browser = newBrowser()) => ({
  browser,
  ...formWalk(browser, form, language),
})
describe('the way in', () => {
  test('the address without a language leads to the reader’s, and to the one chosen by a link ever after', async () => {
    const browser = newBrowser()
    const go = async (more = {}) => locationOf(await browser.get('/', more))
    expect(await go({ 'accept-language': 'fr-CH, en;q=0.5' })).toBe('/fr')
    expect(await go({ 'accept-language': 'nl' })).toBe('/en')
    await browser.get('/es')
    expect(await go({ 'accept-language': 'fr' })).toBe('/es')
  })

  test.each(LANGUAGES)(
    'the start page in %s says so, and leads to the others and to every form',
    async language => {
      const { body, headers, statusCode } = await newBrowser().get(`/${language}`)
      expect(statusCode).toBe(200)
      expect(headers['content-language']).toBe(language)
      expect(body).toContain(`<html lang="${language}"`)
      for (const other of LANGUAGES) expect(body).toContain(`hreflang="${other}" href="/${other}"`)
      for (const form of FORMS) expect(body).toContain(`href="/${language}/${form.name}"`)
      expect(body).toContain('Buenos Aires')
      expect((await newBrowser().get(`/${language}/no-such-form`)).body).toContain(`<html lang="${language}"`)
    },
  )

  test('a page that is the same for everybody is sent once', async () => {
    const first = await service.app.inject({ url: '/en/observer-interest' })
    const again = await service.app.inject({
      url: '/en/observer-interest',
      headers: { 'if-none-match': String(first.headers['etag']) },
    })
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, ''])
  })

  test.each([
    ['Côte d’Ivoire', true],
    ['ivory coast', true],
    ['Cabo Verde', true],
    ['South Korea', true],
    ['Corée du Sud', true],
    ['Buenos Aires', true],
    ['Argentina', false],
    ['Czechia', false],
    ['Atlantis', false],
  ])('%s is told as invited: %s', async (place, invited) => {
    const { body } = await newBrowser().get(`/en/observer-interest?place=${encodeURIComponent(place)}`)
    expect(body.includes('It is invited to the meetings by this rule')).toBe(invited)
    expect(body.includes('those in the Open Gov Challenge on justice, are invited')).toBe(invited)
    expect(body.includes('April 2025')).toBe(invited)
    expect(body.includes('justice@intake.example')).toBe(invited)
    expect(body).toContain('<form method="post" action="/en/observer-interest"')
  })

  test('the place that was looked up is answered already', async () => {
    const { browser, begin } = walk(observer)
    const path = await begin({ member: 'kenya' })
    expect((await browser.get(path.replace(/[^/]+$/, 'applicant-type-other'))).body).toMatch(
      /value="KE" selected/,
    )
    const other = walk(support)
    expect((await other.browser.get(await other.begin({ member: 'kenya' }))).body).toMatch(
      /value="kenya" selected/,
    )
  })
})

describe.each(LANGUAGES)('in %s', language => {
  test.each([observer, support])(
    'the form $name is walked through, checked, declared and sent',
    async form => {
      const { browser, ...walking } = walk(form, language)
      const typed = typedExample(form)
      const check = await walking.fill(await walking.begin(), typed)
      expect((await browser.get(check)).statusCode).toBe(200)
      const refused = await walking.send(check, {})
      expect([refused.statusCode, refused.body.includes('role="alert"')]).toEqual([422, true])
      const sent = await walking.send(check, fieldsOn(form, 'check', typed))
      const reference = referenceOn((await browser.get(locationOf(sent))).body, form)
      const { rows } = await service.pool.query(
        'select answers from submissions join cases on cases.id = case_id where reference = $1',
        [reference],
      )
      expect(rows[0].answers).toEqual(form.example)
    },
  )
})

const referenceOn = (html: string, { prefix }: Form) => new RegExp(`${prefix}-[0-9A-Z]{5}`).exec(html)?.[0]

describe('nothing typed is lost', () => {
  const LONG = 'Ünïcode “quotes” <b> & 12 o’clock'

  test('by an error: the page comes back with all of it, and so does the draft', async () => {
    const { browser, ...walking } = walk(observer)
    const first = await walking.begin()
    const path = first.replace(/[^/]+$/, 'organisation-name')
    const wrong = await walking.send(path, {
      organisationName: LONG,
      acronym: 'x'.repeat(30),
      yearEstablished: 'MMIX',
    })
    expect(wrong.statusCode).toBe(422)
    for (const { body } of [wrong, await browser.get(path)]) {
      expect(body).toContain('value="Ünïcode “quotes” &lt;b&gt; &amp; 12 o’clock"')
      expect(body).toContain('value="MMIX"')
    }
    expect(wrong.body).toContain('href="#f-legalStatus"')
    expect(wrong.body).toContain('<title>Error: ')
  })

  test('by the back button, by saving for later, by another language', async () => {
    for (const [go, to] of [
      ['back', '/en/observer-interest/D/applicant-type-other'],
      ['later', '/en/observer-interest/D/return'],
      ['language fr', '/fr/observer-interest/D/organisation-name'],
    ] as const) {
      const { browser, ...walking } = walk(observer)
      const path = (await walking.begin()).replace(/[^/]+$/, 'organisation-name')
      const response = await walking.send(path, { organisationName: LONG, go })
      expect(locationOf(response).replace(/[\da-f-]{36}/, 'D')).toBe(to)
      expect((await browser.get(path)).body).toContain('12 o’clock')
    }
  })

  test('by a draft that this browser has lost, or that has expired: it goes into a new one', async () => {
    const { browser, ...walking } = walk(observer)
    const path = (await walking.begin()).replace(/[^/]+$/, 'organisation-name')
    const stranger = walk(observer)
    expect((await stranger.browser.get(path)).statusCode).toBe(404)
    const kept = locationOf(await stranger.sendAs(path, { organisationName: LONG }))
    expect(kept).not.toContain(path)
    const shown = await stranger.browser.get(kept)
    expect(shown.body).toContain('12 o’clock')
    expect(shown.body).toContain('started a new form')
    expect((await browser.get(path)).body).not.toContain('12 o’clock')
    service.clock.advance(31 * DAY)
    expect((await browser.get(path)).statusCode).toBe(404)
    const later = locationOf(await walking.sendAs(path, { organisationName: LONG }))
    expect((await browser.get(later)).body).toContain('12 o’clock')
  })

  test('by very many forms in one browser: it forgets the oldest before its headers are too long for us', async () => {
    const { browser, ...walking } = walk(observer)
    const [oldest, ...others] = [await walking.begin(), await walking.begin()]
    for (let more = 0; more < 39; more += 1) others.push(await walking.begin())
    expect([...browser.cookies.keys()].filter(name => name.includes('draft'))).toHaveLength(40)
    expect((await browser.get(oldest ?? '')).statusCode).toBe(404)
    for (const path of others.slice(0, 1)) expect((await browser.get(path)).statusCode).toBe(200)
  })

  test('by two tabs: both versions are shown, and what is sent again is kept', async () => {
    const { browser, ...walking } = walk(observer)
    const path = (await walking.begin()).replace(/[^/]+$/, 'organisation-name')
    const inOneTab = { organisationName: 'The first name', legalStatus: 'non-profit' }
    await walking.sendAs(path, { revision: '0', ...inOneTab })
    const other = await walking.sendAs(path, {
      revision: '0',
      ...inOneTab,
      organisationName: 'The second name',
    })
    expect(other.statusCode).toBe(409)
    expect(other.body).toContain('value="The second name"')
    expect(other.body).toContain('<span>The first name</span>')
    expect((await browser.get(path)).body).toContain('The first name')
    const revision = /name="revision" value="(\d+)"/.exec(other.body)?.[1] ?? ''
    await walking.sendAs(path, { revision, ...inOneTab, organisationName: 'The second name' })
    expect((await browser.get(path)).body).toContain('value="The second name"')
  })

  test('by a double click: on a page it goes on, at the end there is one submission', async () => {
    const { browser, ...walking } = walk(observer)
    const typed = typedExample(observer, { organisationName: 'Clicked twice' })
    const first = await walking.begin()
    const fields = { revision: '0', ...fieldsOn(observer, 'applicant-type', typed) }
    const twice = await Promise.all([walking.sendAs(first, fields), walking.sendAs(first, fields)])
    expect(new Set(twice.map(locationOf)).size).toBe(1)
    const check = await walking.fill(first, typed)
    const closing = { revision: '0', ...fieldsOn(observer, 'check', typed) }
    const sent = await Promise.all([1, 2, 3].map(() => walking.sendAs(check, closing)))
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    const again = await walking.sendAs(check, closing)
    expect(locationOf(again)).toBe(check.replace(/check$/, 'sent'))
    expect(referenceOn((await browser.get(locationOf(again))).body, observer)).toBeDefined()
    const { rows } = await service.pool.query("select id from cases where organisation = 'Clicked twice'")
    expect(rows).toHaveLength(1)
    const { rows: left } = await service.pool.query(
      "select id from drafts where pages::text like '%Clicked twice%'",
    )
    expect(left).toEqual([])
  })

  test('by a script that saves: it is told where to go and what is wrong by a page, and sends no form by itself', async () => {
    const { browser, ...walking } = walk(observer)
    const script = { 'x-autosave': '1' }
    const path = (await walking.begin()).replace(/[^/]+$/, 'organisation-name')
    const told = async (fields: Record<string, string>, at = path) => {
      const answer = await walking.sendAs(at, fields, script)
      return [answer.statusCode, answer.json()]
    }
    const right = { organisationName: LONG, legalStatus: 'non-profit' }
    expect(await told({ revision: '0', organisationName: LONG })).toEqual([200, { revision: 1 }])
    const next = path.replace('organisation-name', 'website')
    expect(await told({ revision: '1', ...right })).toEqual([200, { revision: 2, go: next }])
    expect(await told({ revision: '0', organisationName: 'Else' })).toEqual([409, { changed: true }])
    expect((await browser.get(path)).body).toContain('12 o’clock')

    const typed = typedExample(observer)
    const check = await walking.fill(path.replace('organisation-name', 'applicant-type'), typed)
    const closing = { revision: '0', ...fieldsOn(observer, 'check', typed) } as Record<string, string>
    expect(await told(closing, check)).toEqual([200, { revision: 1 }])
    expect((await browser.get(check)).statusCode).toBe(200)
    const sent = await walking.send(check, fieldsOn(observer, 'check', typed))
    expect(locationOf(sent)).toMatch(/sent$/)
    for (const at of [path, check]) expect(await told(closing, at)).toEqual([410, { gone: true }])
    const lost = path.replace(/[\da-f-]{36}/, '00000000-0000-4000-8000-000000000000')
    expect(await told({ revision: '0' }, lost)).toEqual([410, { gone: true }])
  })

  test('by characters that cannot be stored', async () => {
    const { browser, ...walking } = walk(observer)
    const path = (await walking.begin()).replace(/[^/]+$/, 'organisation-name')
    await browser.postBody(path, 'revision=0&organisationName=A%00B&__proto__=x&acronym=%')
    expect((await browser.get(path)).body).toMatch(/name="organisationName" type="text" value="AB/)
    // Names and numbers are typed by nobody, but anybody can send them.
    for (const body of [
      'revision=1e30',
      'revision=2147483648',
      'organisationName.%00=1',
      'acronym.%ED%A0%80=1',
    ])
      expect((await browser.postBody(path, `organisationName=AB&${body}`)).statusCode).toBeLessThan(500)
    const files = path.replace('organisation-name', 'documents')
    expect((await browser.postBody(files, 'revision=0&go=remove-file+nothing')).statusCode).toBe(303)
  })
})

test('items are added to a list and taken away, with what was typed into the others', async () => {
  const { browser, ...walking } = walk(observer)
  const path = (await walking.begin()).replace(/[^/]+$/, 'representatives')
  await walking.send(path, { 'representatives.0.name': 'One', go: 'add representatives' })
  expect((await browser.get(path)).body).toContain('Representative 2')
  await walking.send(path, {
    'representatives.0.name': 'One',
    'representatives.1.name': 'Two',
    'representatives.count': '2',
    go: 'remove representatives.0',
  })
  const { body } = await browser.get(path)
  expect(body).not.toContain('Representative 2')
  expect(body).toContain('value="Two"')
})

test('files are added on their page, listed, taken away, and go along with the submission', async () => {
  const { browser, ...walking } = walk(observer)
  const path = (await walking.begin()).replace(/[^/]+$/, 'documents')
  const sendFiles = (fields: Record<string, string>, names: readonly string[]) => {
    const typedIn = Object.entries(fields).map(([field, content]) => ({ field, content }))
    const files = names.map(name => ({ field: 'documents', name, type: 'application/pdf', content: pdf() }))
    const { headers, payload } = multipart([...typedIn, ...files])
    return browser.postBody(path, payload, headers)
  }
  const added = await sendFiles({ revision: '0', go: 'nothing' }, ['one.pdf', 'two.pdf'])
  expect([added.statusCode, locationOf(added)]).toEqual([303, path])
  const refused = await sendFiles({ revision: '1' }, ['three.exe'])
  expect([refused.statusCode, refused.body.includes('three.exe: Choose a PDF')]).toEqual([422, true])
  // A browser that has lost the draft is told of the file that was refused, too.
  const stranger = newBrowser()
  const { headers, payload } = multipart([
    { field: 'documents', name: 'three.exe', content: 'MZ' },
    { field: 'documents', name: 'four.pdf', type: 'application/pdf', content: pdf() },
  ])
  const anew = locationOf(await stranger.postBody(path, payload, headers))
  expect(anew).toMatch(/\?new&refused=file-type$/)
  const begun = (await stranger.get(anew)).body
  for (const said of ['Choose a PDF', 'four.pdf (PDF', 'started a new form']) expect(begun).toContain(said)
  const { body } = await browser.get(path)
  expect(body).toContain('one.pdf (PDF')
  const id = /remove-file ([\da-f-]{36})">Remove <[^>]+>one/.exec(body)?.[1] ?? ''
  await sendFiles({ revision: '1', go: `remove-file ${id}` }, [])
  expect((await browser.get(path)).body).not.toContain('one.pdf')

  const typed = typedExample(observer, { organisationName: 'With a file' })
  const check = await walking.fill(path.replace('documents', 'applicant-type'), typed)
  expect((await browser.get(check)).body).toContain('two.pdf (PDF')
  const sent = await walking.send(check, fieldsOn(observer, 'check', typed))
  expect(locationOf(sent)).toMatch(/sent$/)
  const { rows } = await service.pool.query(
    "select name from documents join cases on cases.id = case_id where organisation = 'With a file'",
  )
  expect(rows).toEqual([{ name: 'two.pdf' }])
})

test('a change on the way to sending leads back to the check, by way of what it calls for', async () => {
  const { browser, ...walking } = walk(observer)
  const typed = typedExample(observer)
  const check = await walking.fill(await walking.begin(), typed)
  const path = check.replace(/check$/, 'applicant-type')
  const called = await walking.send(`${path}?from=check`, { applicantType: 'other', from: 'check' })
  expect(locationOf(called)).toBe(check.replace(/check$/, 'applicant-type-other?from=check'))
  expect((await browser.get(check)).body).toContain('have to be corrected')
  const back = await walking.send(`${path}?from=check`, { applicantType: 'civil-society', from: 'check' })
  expect(locationOf(back)).toBe(check)
})

describe('save and return', () => {
  const linkIn = (mail: { text?: string | undefined } | undefined) =>
    new URL(/https:\S+\/return\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? 'https://none.example').pathname
  const askFor = async (email: string, language = 'en') => {
    const { browser, ...walking } = walk(observer, language)
    const path = (await walking.begin()).replace(/[^/]+$/, 'organisation-name')
    await walking.send(path, { organisationName: 'Kept for later', go: 'later' })
    const place = path.replace(/[^/]+$/, 'return')
    expect((await browser.get(place)).statusCode).toBe(200)
    const asked = await browser.postAs(place, { email })
    return { browser, walking, path, place, asked }
  }

  test('the mailed link opens the answers in another browser, where they go on and are sent', async () => {
    const { asked, browser, place } = await askFor('way@back.example', 'fr')
    expect(asked.statusCode).toBe(303)
    await service.settled()
    const [mail] = await service.inboxOf('way@back.example')
    const kept = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'Pacific/Kiritimati' }).format(
      service.clock.now().getTime() + 30 * DAY,
    )
    expect(mail?.text).toContain(kept)
    expect((await browser.get(place)).body).toContain(kept)
    expect(mail?.subject).toBe('Le lien vers vos réponses')
    expect(mail?.text).toContain('Demander à rejoindre')
    const other = walk(observer, 'fr')
    const link = linkIn(mail)
    expect((await other.browser.get(link)).body).toContain('Ouvrir mes réponses')
    expect([...other.browser.cookies.keys()].filter(name => name.includes('draft'))).toEqual([])
    const opened = locationOf(await other.browser.postAs(link, {}))
    expect(opened).toMatch(/applicant-type$/)
    expect((await other.browser.get(opened.replace(/[^/]+$/, 'organisation-name'))).body).toContain(
      'Kept for later',
    )
    const typed = typedExample(observer)
    const check = await other.fill(opened, typed)
    await other.send(check, fieldsOn(observer, 'check', typed))
    expect(locationOf(await walk(observer).browser.postAs(link, {}))).toMatch(/sent$/)
    const { rows } = await service.pool.query(
      "select text from deliveries where address = 'way@back.example'",
    )
    expect(rows).toEqual([{ text: '' }])
  })

  test('a link that went to another address before opens nothing any more', async () => {
    const { browser, place } = await askFor('mistyped@back.example')
    await service.settled()
    const [first] = await service.inboxOf('mistyped@back.example')
    await browser.postAs(place, { email: 'right@back.example' })
    await service.settled()
    const [second] = await service.inboxOf('right@back.example')
    expect((await newBrowser().postAs(linkIn(first), {})).statusCode).toBe(404)
    expect((await newBrowser().postAs(linkIn(second), {})).statusCode).toBe(303)
  })

  test('an address that cannot be is told so, and one draft mails five links a day at most', async () => {
    const { browser, place, asked } = await askFor('nobody at all')
    expect([asked.statusCode, asked.body.includes('value="nobody at all"')]).toEqual([422, true])
    const sent = []
    for (let times = 0; times < 6; times += 1)
      sent.push((await browser.postAs(place, { email: `times-${times}@five.example` })).statusCode)
    expect(sent).toEqual([303, 303, 303, 303, 303, 429])
  })

  test('whoever begins many drafts sends no more links to one address than whoever has one', async () => {
    const asked = []
    for (let times = 0; times < 4; times += 1) asked.push((await askFor('Victim@else.example')).asked)
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 429])
    expect(Number(asked.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    expect(asked.at(-1)?.body).toContain('value="Victim@else.example"')
    expect(asked.at(-1)?.body).toContain('Wait five minutes')
    expect((await askFor('another@else.example')).asked.statusCode).toBe(303)
    await service.settled()
    expect(await service.inboxOf('Victim@else.example')).toHaveLength(3)
  })

  test('five days before the end a reminder comes, a change defers the end, and then all is deleted', async () => {
    const { browser, walking, path } = await askFor('remind@me.example')
    await service.settled()
    const { rows: before } = await service.pool.query('select count(*)::int from drafts')
    service.clock.advance(26 * DAY)
    expect(await remindOfDrafts(service.db, service.clock.now())).toBeGreaterThan(0)
    expect(await remindOfDrafts(service.db, service.clock.now())).toBe(0)
    await service.settled()
    const reminder = (await service.inboxOf('remind@me.example')).at(-1)
    expect(reminder?.subject).toBe('Your answers will be deleted soon')
    expect((await browser.get(linkIn(reminder))).body).toContain('Open my answers')
    await walking.send(path, { organisationName: 'Changed in time', go: 'nothing' })
    service.clock.advance(20 * DAY)
    expect(await forgetDrafts(service.db, service.clock.now())).toBeGreaterThan(0)
    expect((await browser.get(path)).body).toContain('Changed in time')
    service.clock.advance(11 * DAY)
    await forgetDrafts(service.db, service.clock.now())
    expect((await browser.get(linkIn(reminder))).statusCode).toBe(404)
    const { rows } = await service.pool.query(
      'select (select count(*) from drafts)::int + (select count(*) from draft_keys)::int as left',
    )
    expect([rows[0].left, before[0].count > 0]).toEqual([0, true])
  })
})

test.each(LANGUAGES)('what is behind the links at the foot of every page is there in %s', async language => {
  for (const page of ['privacy', 'accessibility', 'contact']) {
    const { statusCode, body } = await newBrowser().get(`/${language}/${page}`)
    expect([page, statusCode, body.includes('justice@intake.example')]).toEqual([page, 200, true])
  }
})

test('a page of nobody’s form, draft or language is not found, in the reader’s language', async () => {
  for (const path of [
    '/en/observer-interest/x/contact',
    '/fr/observer-interest/x/nothing',
    '/de',
    '/en/unknown',
  ]) {
    const { statusCode, body } = await newBrowser().get(path, { 'accept-language': 'fr' })
    expect([path, statusCode]).toEqual([path, 404])
    expect(body).toContain(path.startsWith('/en') ? 'lang="en"' : 'lang="fr"')
  }
})

test('every page above was valid HTML', async () => {
  expect(await pages.flaws()).toEqual([])
  expect(pages.seen.size).toBeGreaterThan(60)
})
