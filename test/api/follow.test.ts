// An applicant's own page: what it shows, what can be done by it, and what becomes of a link.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dayOf, isoDate } from '../../src/cases/working-days.ts'
import { NOTIFICATIONS } from '../../src/notifications/index.ts'
import { SEEN } from '../../src/follow/history.ts'
import { observerApplication } from '../support/applications.ts'
import { testService, type TestService } from '../support/service.ts'
import { watchPages } from '../support/valid-html.ts'
import { decision, working } from './cases-steps.ts'

let service: TestService
let pages: ReturnType<typeof watchPages>
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService({ limits: { files: 10 } })
  pages = watchPages(service.app)
  lead = working(service, await service.person(['lead'], { email: 'head@office.example' }))
})
afterAll(() => service.close())

let reference = ''
let address = ''
let base = ''
beforeEach(async () => {
  service.clock.set('2026-03-02T10:00:00Z')
  address = `awa-${crypto.randomUUID()}@reseau.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address }
  const accessNeeds = 'A ramp, please.'
  reference = (await service.submitObserver({ contact, accessNeeds })).json().reference
  await service.settled()
  base = await newestLink()
})

const mails = async (to = address) =>
  (await service.inboxOf(to)).filter(mail => mail.subject?.includes(reference))
const newestLink = async (to = address) =>
  /https:\/\/intake\.example(\/\w\w\/follow\/[\w-]{43})/.exec((await mails(to)).at(-1)?.text ?? '')?.[1] ?? ''
const HEADERS = { accept: 'text/html', 'sec-fetch-site': 'same-origin' }
const get = (url: string) => service.app.inject({ url, headers: HEADERS })
const post = (url: string, form: Record<string, string> = {}, headers = {}) =>
  service.app.inject({
    method: 'POST',
    url,
    headers: { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })

/** A form as a browser sends it where it may hold files. */
function multipart(
  fields: Record<string, string>,
  files: { name: string; type: string; bytes: Buffer }[] = [],
) {
  const boundary = 'x'.repeat(30)
  const parts = [
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...files.map(({ name, type, bytes }) =>
      Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return { payload: Buffer.concat(parts), type: `multipart/form-data; boundary=${boundary}` }
}
const answer = (
  text: string,
  files?: Parameters<typeof multipart>[1],
  more = {},
  remoteAddress = '127.0.0.1',
) => {
  const { payload, type } = multipart({ answer: text, ...more }, files)
  return service.app.inject({
    method: 'POST',
    url: `${base}/answer`,
    remoteAddress,
    headers: { ...HEADERS, 'content-type': type },
    payload,
  })
}
const PDF = {
  name: 'minutes.pdf',
  type: 'application/pdf',
  bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
}

describe('the page', () => {
  test('shows where it stands, what was sent with what others do not read, and every decision with its reasons', async () => {
    await lead.post(reference, 'review')
    await lead.post(reference, 'notes', { note: 'A secret doubt.' })
    await lead.post(reference, 'messages', { message: 'We have all that we need.' })
    const reviewed = await get(base)
    expect(reviewed.statusCode).toBe(200)
    for (const words of [
      'In review',
      'It is our turn',
      '10 working days',
      'A ramp, please.',
      'We have all that we need.',
    ])
      expect(reviewed.body).toContain(words)
    expect(reviewed.body).not.toContain('A secret doubt.')
    expect(reviewed.headers).toMatchObject({
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    await lead.post(reference, 'decision', decision('decline'))
    const decided = (await get(base)).body
    for (const words of [
      'We could not accept it',
      'brings what the Coalition lacks',
      'within thirty days',
      'Nothing more will happen',
    ])
      expect(decided).toContain(words)
    expect((await get(base.replace('/en/', '/ar/'))).body).toContain('dir="rtl"')
  })

  test('has one line for all that applicants are told, and none for what they are not', () => {
    const told = NOTIFICATIONS.filter(({ audience }) => audience === 'applicant').flatMap(({ on }) => on)
    // A link that was asked for is no news; what was let in late is shown from its arrival on.
    const untold = ['applicant.link-asked', 'quarantine.lifted']
    expect(new Set(told).difference(new Set(Object.keys(SEEN)))).toEqual(new Set(untold))
    const own = ['applicant.feedback-given']
    expect(new Set(Object.keys(SEEN)).difference(new Set(told))).toEqual(new Set(own))
  })

  test('names the day that we named last, once the one before is going to be missed', async () => {
    await lead.post(reference, 'review')
    const until = isoDate(dayOf(service.clock.now(), service.standard(service.clock.now())) + 40)
    expect((await lead.post(reference, 'delay', { until, reason: 'Two of us are ill.' })).statusCode).toBe(
      204,
    )
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(until),
    )
    expect((await get(base)).body).toContain(`We are reviewing it and will answer you by ${day}.`)
    expect((await get(`${base}/everything.json`)).json().dueAt).toBe(`${until}T23:59:59.999Z`)
  })

  test('of an observer names the day until which they are one, and nothing of why', async () => {
    await lead.post(reference, 'review')
    await lead.post(reference, 'decision', decision('accept'))
    await lead.post(reference, 'admission')
    const day = 86_400_000
    service.clock.advance(100 * day)
    await service.settled()
    const told = (await mails()).length
    const before = (await get(base)).body
    expect((await lead.post(reference, 'renewal', { reason: 'A quiet member.' })).statusCode).toBe(200)
    await service.settled()
    expect((await mails()).slice(told).map(({ subject }) => subject)).toEqual([
      `${reference} – Your observer status continues`,
    ])
    const after = (await get(base)).body
    const next = /Your term as an observer runs until [^.<]+/
    expect([next.exec(before)?.[0], next.exec(after)?.[0]]).toEqual([
      'Your term as an observer runs until 17 August 2026',
      'Your term as an observer runs until 25 November 2026',
    ])
    expect(after).toContain('Your time as an observer was extended')
    expect(after).not.toContain('A quiet member.')
  })

  test('is taken away as data and as one page', async () => {
    const data = await get(`${base}/everything.json`)
    expect(data.headers['content-disposition']).toBe(`attachment; filename="${reference}.json"`)
    expect(data.json()).toMatchObject({
      reference,
      answers: { accessNeeds: 'A ramp, please.' },
      contact: { email: address },
    })
    expect((await get(`${base}/print`)).body).toContain('A ramp, please.')
  })

  test('is nobody’s without the secret, and a link that has ended mails a new one', async () => {
    expect((await get(`${base.slice(0, -1)}_`)).statusCode).toBe(404)
    expect((await get('/en/follow/cut-off')).body).toContain('no longer works')
    await service.pool.query(
      `update applicant_links set expires_at = now() where case_id = (select id from cases where reference = $1)`,
      [reference],
    )
    const ended = await get(base)
    expect(ended.statusCode).toBe(410)
    expect(ended.body).not.toContain(reference)
    expect((await post(`${base}/new-link`)).headers.location).toBe('/en/follow/mailed')
    await service.settled()
    expect((await mails()).at(-1)?.subject).toContain('Your link')
    expect((await get(await newestLink())).statusCode).toBe(200)
  })

  test('is found by reference and address; the answer is the same whether they fit or not', async () => {
    const before = (await mails()).length
    const wrong = await post('/en/follow', { reference, email: 'somebody@else.example' })
    const right = await post('/en/follow', { reference: ` ${reference.toLowerCase()} `, email: address })
    expect([wrong.statusCode, wrong.headers.location, wrong.body]).toEqual([
      right.statusCode,
      right.headers.location,
      right.body,
    ])
    await service.settled()
    expect(await mails()).toHaveLength(before + 1)
    const typed = await post('/fr/follow', { reference: 'nonsense', email: 'nobody' })
    expect(typed.statusCode).toBe(422)
    expect(typed.body).toContain('value="nonsense"')
    const tries = await Promise.all(
      Array.from({ length: 4 }, () => post('/en/follow', { reference, email: address })),
    )
    expect(tries.map(({ statusCode }) => statusCode)).toContain(429)
  })
})

describe('an answer', () => {
  const ask = () => lead.post(reference, 'question', { question: 'Since when?' })

  test('arrives with its files, once however often it is sent', async () => {
    await ask()
    expect((await get(base)).body).toContain('Since when?')
    const [first, second] = await Promise.all([answer('Since 2019.', [PDF]), answer('Since 2019.', [PDF])])
    expect([first, second].map(({ headers }) => headers.location)).toEqual([
      `${base}?done=answered`,
      `${base}?done=answered`,
    ])
    const trail = await lead.trail(reference)
    const answers = trail.filter(({ type }) => type === 'case.answer')
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatchObject({ actor: { kind: 'applicant' }, words: { answer: 'Since 2019.' } })
    expect(answers[0]?.details['documents']).toHaveLength(1)
    const page = (await get(`${base}?done=answered`)).body
    expect(page).toContain('We have received your answer')
    expect(page).toContain('minutes.pdf')
  })

  test('gives its files back to whoever has the link, one by one, and never before they are known to be clean', async () => {
    await ask()
    await answer('Since 2019.', [PDF])
    const page = (await get(base)).body
    const id = /\/documents\/([\da-f-]{36})" download><bdi>minutes\.pdf/.exec(page)?.[1] ?? ''
    const file = await get(`${base}/documents/${id}`)
    expect(file.rawPayload).toEqual(PDF.bytes)
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${reference}-${id.slice(0, 8)}.pdf"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
    const paper = (await get(`${base}/print`)).body
    expect([paper.includes('minutes.pdf'), paper.includes('/documents/')]).toEqual([true, false])

    await service.submitObserver({
      contact: { ...(observerApplication()['contact'] as object), email: 'else@reseau.example' },
    })
    await service.settled()
    const [elsewhere] = await service.inboxOf('else@reseau.example')
    const other = /(\/\w\w\/follow\/[\w-]{43})/.exec(elsewhere?.text ?? '')?.[1] ?? ''
    expect((await get(other)).statusCode).toBe(200)
    expect((await get(`${other}/documents/${id}`)).statusCode).toBe(404)

    for (const [scan, said] of [
      ['pending', 'being checked for viruses'],
      ['infected', 'a virus was found'],
    ]) {
      await service.pool.query('update documents set scan = $2 where id = $1', [id, scan])
      const held = await get(`${base}/documents/${id}`)
      expect([held.statusCode, held.body.includes('virus')]).toEqual([409, true])
      const listed = (await get(base)).body
      expect([listed.includes(said ?? ''), listed.includes(`/documents/${id}`)]).toEqual([true, false])
    }
    await post(`${base}/stop`)
    expect((await get(`${base}/documents/${id}`)).statusCode).toBe(410)
  })

  test('that comes second is told so, keeps what was written and its files, and can be sent as a message', async () => {
    await ask()
    await lead.post(reference, 'answer', { answer: 'They telephoned.' })
    const late = await answer('Since 2019.', [PDF])
    expect(late.statusCode).toBe(409)
    for (const words of ['Another answer arrived before this one', 'Since 2019.', 'minutes.pdf'])
      expect(late.body).toContain(words)
    const upload = /name="upload" value="([\w-]+)"/.exec(late.body)?.[1] ?? ''
    const sent = await post(`${base}/message`, { message: 'Since 2019.', upload })
    expect(sent.headers.location).toBe(`${base}?done=written`)
    const message = (await lead.trail(reference)).at(-1)
    expect(message).toMatchObject({ type: 'message.received', words: { message: 'Since 2019.' } })
    expect(message?.details['documents']).toHaveLength(1)
  })

  test.each([
    ['take-back', { reason: 'Found it.' }, 'took our question back'],
    ['withdrawal', { reason: 'By telephone.' }, 'was closed before'],
  ])('after %s is told why it is not needed', async (step, body, said) => {
    await ask()
    await lead.post(reference, step, body)
    const late = await answer('Since 2019.')
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain(said)
    expect(late.body).toContain('Since 2019.')
  })

  test('that is empty or has a file that cannot be taken is shown again with all of it', async () => {
    await ask()
    const empty = await answer('', [PDF])
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Write your answer')
    const upload = /name="upload" value="([\w-]+)"/.exec(empty.body)?.[1] ?? ''
    const wrong = await answer(
      'Since 2019.',
      [{ name: 'tool.exe', type: 'application/x-msdownload', bytes: Buffer.from('MZ') }],
      { upload },
    )
    expect(wrong.statusCode).toBe(422)
    for (const words of ['tool.exe: Choose a PDF', 'Since 2019.', 'minutes.pdf'])
      expect(wrong.body).toContain(words)
    expect((await answer('Since 2019.', [], { upload })).statusCode).toBe(303)
    expect((await get(base)).body).toContain('minutes.pdf')
  })
})

describe('the files of an answer', () => {
  const unclaimed = async () =>
    (await service.pool.query('select count(*)::int as n from documents where case_id is null')).rows[0].n
  const five = Array.from({ length: 5 }, () => PDF)

  test('count among the many that a network may bring in a day', async () => {
    await lead.post(reference, 'question', { question: 'Since when?' })
    const bring = (text: string, files = five) => answer(text, files, {}, '2001:db8:7::1')
    expect([(await bring('')).statusCode, (await bring('')).statusCode]).toEqual([422, 422])
    const before = await unclaimed()
    const tooMany = await bring('Since 2019.')
    expect(tooMany.statusCode).toBe(422)
    expect(tooMany.body).toContain('No more files can be taken just now.')
    expect(tooMany.body).toContain('Since 2019.</textarea>')
    expect(await unclaimed()).toBe(before)
    expect((await bring('Since 2019.', [])).statusCode).toBe(303)
  })

  test('are not taken where nothing can be said any more', async () => {
    await lead.post(reference, 'spam', { reason: 'A robot.' })
    const before = await unclaimed()
    expect((await answer('Since 2019.', five)).statusCode).toBe(409)
    expect(await unclaimed()).toBe(before)
  })
})

describe('an act', () => {
  test('comes from a page of ours, and looking at it does nothing', async () => {
    for (const url of [base, `${base}/withdrawal`, `${base}/erasure`, `${base}/stop`, `${base}/contact`])
      await get(url)
    expect((await post(`${base}/withdrawal`, {}, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await lead.read(reference)).state).toBe('received')
  })

  test('withdraws, once', async () => {
    expect((await get(`${base}/withdrawal`)).body).toContain('Withdraw your request?')
    const withdraw = () => post(`${base}/withdrawal`, { reason: 'We merged.' })
    // A double click, and once more by the back button.
    const answers = [...(await Promise.all([withdraw(), withdraw(), withdraw()])), await withdraw()]
    expect(answers.map(({ headers }) => headers.location)).toEqual(
      answers.map(() => `${base}?done=withdrawn`),
    )
    expect((await lead.read(reference)).state).toBe('withdrawn')
    const page = (await get(base)).body
    expect(page).toContain('You withdrew it')
    expect(page).toContain('We merged.')
    expect((await get(`${base}/withdrawal`)).statusCode).toBe(409)
  })

  test('asks for another look and gives feedback once there is a decision', async () => {
    expect((await get(`${base}/feedback`)).statusCode).toBe(409)
    await lead.post(reference, 'review')
    await lead.post(reference, 'decision', decision('decline'))
    expect((await post(`${base}/feedback`, { feedback: 'Quick.' })).body).toContain('Choose a rating')
    expect((await post(`${base}/feedback`, { rating: '4', feedback: 'Quick.' })).statusCode).toBe(303)
    expect((await post(`${base}/another-look`, { why: 'The minutes were missing.' })).statusCode).toBe(303)
    const trail = await lead.trail(reference)
    expect(trail.find(({ type }) => type === 'applicant.feedback-given')).toMatchObject({
      details: { rating: 4 },
      words: { feedback: 'Quick.' },
    })
    expect((await lead.read(reference)).state).toBe('declined')
    await lead.post(reference, 'request-refusal', { request: 'another-look', reason: 'They change nothing.' })
    const page = (await get(base)).body
    expect(page).toContain('We looked again and did not change our decision')
    expect(page).toContain('They change nothing.')
  })

  test('corrects the contact details; a new address is used once its owner has confirmed it', async () => {
    const email = `new-${address}`
    expect((await get(`${base}/contact`)).body).toContain(`value="${address}"`)
    const wrong = await post(`${base}/contact`, { name: '', email: 'nobody', phone: '', language: 'en' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="nobody"')
    const given = { name: 'Awa Ndiaye', email, phone: '+221 33 822 00 00', language: 'en' }
    expect((await post(`${base}/contact`, given)).headers.location).toBe(`${base}?done=address-given`)
    await service.settled()
    const confirming = await newestLink(email)
    // Whoever reads that mailbox sees nothing of the case before.
    expect((await get(confirming)).headers.location).toBe(`${confirming}/confirmation`)
    const button = (await get(`${confirming}/confirmation`)).body
    expect(button).toContain(email)
    expect(button).not.toContain('What you sent us')
    expect((await lead.read(reference)).applicant).toMatchObject({
      contactName: 'Awa Ndiaye',
      contactEmail: address,
    })
    expect((await post(`${confirming}/confirmation`)).headers.location).toBe(
      `${confirming}?done=address-confirmed`,
    )
    expect((await lead.read(reference)).applicant.contactEmail).toBe(email)
    await service.settled()
    // Who looks for the applicant, or for others like them, finds by what holds now.
    const { rows } = await service.pool.query(
      `select likenesses.address, document @@ 'ndiaye' as found
        from cases join likenesses on likenesses.case_id = cases.id join case_search on case_search.case_id = cases.id where reference = $1`,
      [reference],
    )
    expect(rows).toEqual([{ address: email, found: true }])
    expect((await get(base)).statusCode).toBe(410)
    const page = (await get(confirming)).body
    for (const [label, value] of [
      ['Full name', 'Awa Ndiaye'],
      ['Email address', email],
      ['Telephone', '+221 33 822 00 00'],
    ])
      expect(page).toMatch(new RegExp(`key">${label}</dt>.*<bdi>${value?.replaceAll(/[+.]/g, '\\$&')}</bdi>`))
  })

  test('names no new address to who reads another that was given before it, nor lets them confirm theirs', async () => {
    const [mistyped, right, last] = [`typo-${address}`, `right-${address}`, `last-${address}`]
    const give = (email: string) => post(`${base}/contact`, { name: 'Awa', email, phone: '', language: 'en' })
    for (const email of [mistyped, right]) {
      await give(email)
      await service.settled()
    }
    const [theirs, confirming] = [await newestLink(mistyped), await newestLink(right)]
    for (const answered of [await get(`${theirs}/confirmation`), await post(`${theirs}/confirmation`)]) {
      expect(answered.statusCode).toBe(410)
      expect(answered.body).not.toContain(right)
    }
    expect((await lead.read(reference)).applicant.contactEmail).toBe(address)
    expect((await get(base)).body).toContain('Not confirmed yet')
    expect((await get(`${confirming}/confirmation`)).body).toContain(right)
    // Staff were faster: nothing waits to be confirmed any more.
    await lead.post(reference, 'address-correction', { email: last, reason: 'They rang us.' })
    await service.settled()
    expect((await post(`${confirming}/confirmation`)).statusCode).toBe(410)
    expect((await lead.read(reference)).applicant.contactEmail).toBe(last)
    expect((await get(await newestLink(last))).body).not.toContain('Not confirmed yet')
  })

  test('has data erased after a confirmation, and stops a link', async () => {
    expect((await post(`${base}/erasure`)).headers.location).toBe(`${base}?done=erasure-asked`)
    await service.settled()
    const confirming = await newestLink()
    expect((await get(confirming)).headers.location).toBe(`${confirming}/confirmation`)
    expect((await post(`${confirming}/confirmation`)).headers.location).toBe(
      `${confirming}?done=erasure-confirmed`,
    )
    expect((await get(`${base}/erasure`)).statusCode).toBe(409)
    expect((await post(`${base}/stop`)).body).toContain('The link has been stopped')
    expect((await get(base)).statusCode).toBe(410)
    expect((await get(confirming)).statusCode).toBe(200)
  })
})

describe('of a request that was merged', () => {
  test('the same applicant is told where it goes on, and can have a link to that; nobody else', async () => {
    const other = (
      await service.submitObserver({
        contact: { ...(observerApplication()['contact'] as object), email: address },
      })
    ).json().reference
    await service.settled()
    await lead.post(reference, 'duplicate', { original: other, reason: 'Sent twice.' })
    const page = (await get(base)).body
    expect(page).toContain(other)
    expect(page).not.toContain('Sent twice.')
    await post(`${base}/original-link`)
    await service.settled()
    const linked = (await service.inboxOf(address)).at(-1)
    expect(linked?.subject).toContain(`${other} – Your link`)
    await service.pool.query(
      `update cases set contact_email = 'somebody@else.example' where reference = $1`,
      [other],
    )
    expect((await get(base)).body).not.toContain(other)
  })
})

test('every page above was valid HTML', async () => {
  expect(await pages.flaws()).toEqual([])
  expect(pages.seen.size).toBeGreaterThan(25)
})
