// Answers to our emails, from the provider's hand-over to what staff and applicants see of it.
import { PassThrough } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmAddress, giveAddress } from '../../src/cases/applicant/contact.ts'
import type { Form } from '../../src/forms/define-form.ts'
import { observerInterest } from '../../src/forms/observer-interest/form.ts'
import type { Typed } from '../../src/forms/paging/typed.ts'
import { eraseMail, forgetMail } from '../../src/inbound/forget-mail.ts'
import { tellOfWaiting } from '../../src/inbound/tell-of-waiting.ts'
import { replyAddress } from '../../src/notifications/reply-address.ts'
import { observerApplication } from '../support/applications.ts'
import { pdf } from '../support/files.ts'
import { filledIn, typedExample } from '../support/form-typing.ts'
import { locationOf } from '../support/form-walk.ts'
import { answerOf, handOver, INBOUND, mailWith, taken, takenIn, type Answer } from '../support/inbound.ts'
import { browserFor, signedInBrowser } from '../support/browser-session.ts'
import { testService, type TestService } from '../support/service.ts'
import { working } from './cases-steps.ts'

let service: TestService
let lead: ReturnType<typeof working>
beforeAll(async () => {
  service = await testService({ inbound: INBOUND })
  lead = working(service, await service.person(['lead'], { email: 'head@office.example' }))
})
afterAll(() => service.close())

const QUESTION = 'Which of your members takes part in the national forum?'

/** A new case; the answer is to its receipt, or to the question where one is asked. */
async function newCase(asked = false): Promise<Answer & { reference: string; id: string }> {
  const address = `mohamed-${randomUUID()}@legal-aid.example`
  const contact = { ...(observerApplication()['contact'] as object), email: address }
  const { reference } = (await service.submitObserver({ contact })).json()
  await service.settled()
  if (asked) await lead.post(reference, 'question', { question: QUESTION })
  await service.settled()
  const mail = (await service.inboxOf(address)).at(-1)
  const { rows } = await service.pool.query('select id from cases where reference = $1', [reference])
  return {
    reference,
    id: rows[0].id,
    address,
    reply: mail?.replyTo?.value[0]?.address ?? '',
    original: mail?.messageId?.replace(/[<>]/g, '') ?? '',
  }
}
const trail = async (reference: string, type: string) =>
  (await lead.trail(reference)).filter(event => event.type === type)
const subjectsTo = async (address: string) => (await service.inboxOf(address)).map(mail => mail.subject ?? '')

describe('an email to an applicant', () => {
  test('asks to be answered, at an address of its case, and comes back there too', async () => {
    const { reference, reply, address, original } = await newCase(true)
    expect(service.replies && replyAddress(service.replies, reference)).toBe(reply)
    const mail = (await service.inboxOf(address)).at(-1)
    const text = mail?.text?.replaceAll(/\s+/g, ' ')
    expect(text).toContain('reply to this email')
    expect(text).toContain(QUESTION)
    const sent = service.smtp.received.find(({ messageId }) => messageId.includes(original))
    expect(sent?.from).toBe(reply)
    const toStaff = service.smtp.received.find(({ to }) => to.includes('head@office.example'))
    expect(toStaff?.from ?? INBOUND.replyAddress).toBe(INBOUND.replyAddress)
  })
})

describe('an answer by email', () => {
  test('ends the hold as an answer on the page does, is acknowledged, and staff are told', async () => {
    const answer = await newCase(true)
    expect(await taken(service, answerOf('outlook', answer))).toMatchObject({ state: 'answer', reason: null })
    expect((await lead.read(answer.reference)).state).toBe('in-review')
    const [event, ...more] = await trail(answer.reference, 'case.answer')
    expect(more).toEqual([])
    expect(event).toMatchObject({
      actor: { kind: 'applicant' },
      details: { way: 'email' },
      words: { answer: 'The Legal Aid Network takes part.\n\nKind regards,\nMohamed' },
    })
    expect((await subjectsTo(answer.address)).at(-1)).toContain('We have your answer')
  })

  test('keeps its files as documents of the case, and names those that are not taken', async () => {
    const answer = await newCase(true)
    expect((await taken(service, answerOf('attachments', answer))).state).toBe('answer')
    const [event] = await trail(answer.reference, 'case.answer')
    expect(event?.words?.['refusedFiles']).toBe('viewer.exe')
    const { rows } = await service.pool.query('select id, name from documents where case_id = $1', [
      answer.id,
    ])
    expect(rows).toMatchObject([{ name: 'procès-verbal.pdf' }])
    expect(event?.details['documents']).toEqual([rows[0].id])
    const told = (await service.inboxOf(answer.address)).at(-1)?.text
    expect(told).toContain('viewer.exe')
    expect(told).not.toContain('procès-verbal.pdf')
  })

  test('counts once, however often and by whichever hand it comes', async () => {
    const answer = await newCase(true)
    const raw = answerOf('gmail', answer)
    const id = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => handOver(service, raw, { id })))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202])
    expect(answers.filter(sent => sent.json().stored)).toHaveLength(1)
    await Promise.all([handOver(service, raw), handOver(service, raw)])
    await takenIn(service)
    expect(await trail(answer.reference, 'case.answer')).toHaveLength(1)
    expect(await trail(answer.reference, 'message.received')).toEqual([])
    const states = await service.pool.query(
      `select state, count(*)::int as found from inbound_mail where sender = $1 group by state order by state`,
      [answer.address],
    )
    expect(states.rows).toEqual([
      { state: 'answer', found: 1 },
      { state: 'duplicate', found: 2 },
    ])
    // The same id with other words is no copy: somebody looks at it.
    const other = Buffer.from(raw.toString('latin1').replaceAll('takes part', 'withdraws'), 'latin1')
    expect(await taken(service, other)).toMatchObject({ state: 'quarantined', reason: 'same-id' })
  })

  test('that was not asked for is a message on the case, acknowledged as such', async () => {
    const answer = await newCase()
    expect((await taken(service, answerOf('no-references', answer))).state).toBe('message')
    expect((await lead.read(answer.reference)).state).toBe('received')
    expect(await trail(answer.reference, 'message.received')).toMatchObject([
      { words: { message: 'The Legal Aid Network takes part.' }, details: { way: 'email' } },
    ])
    expect((await subjectsTo(answer.address)).at(-1)).toContain('We have your message')
  })
})

test('what does not agree waits for a person and gets no answer', async () => {
  const [mine, other] = [await newCase(true), await newCase()]
  const emails = service.smtp.received.length
  const forged = mine.reply.replace(/.@/, found => (found === '0@' ? '1@' : '0@'))
  const CASES: [string, Answer, Record<string, string>, string][] = [
    ['forged-sender', mine, {}, 'forged'],
    ['other-sender', mine, {}, 'other-sender'],
    ['without-signed-address', mine, {}, 'no-address'],
    ['group-and-two-authors', mine, {}, 'no-author'],
    ['gmail', { ...mine, reply: forged }, {}, 'wrong-signature'],
    ['gmail', { ...mine, original: other.original }, {}, 'other-case'],
    ['encrypted', mine, {}, 'no-words'],
    ['winmail-alone', mine, {}, 'no-words'],
  ]
  const found = await Promise.all(
    CASES.map(async ([name, answer, changes]) => taken(service, answerOf(name, answer, changes))),
  )
  expect(found).toMatchObject(CASES.map(([, , , reason]) => ({ state: 'quarantined', reason })))
  expect((await lead.read(mine.reference)).state).toBe('awaiting-applicant')
  expect(service.smtp.received.length).toBe(emails)
})

test('whoever changed their address still answers from the one before; who reads a mistyped one never does', async () => {
  const [own, mistyped] = [await newCase(true), await newCase(true)]
  const email = `new-${own.address}`
  const at = service.clock.now()
  await service.db.transaction(tx => giveAddress(tx, { caseId: own.id, at, email }))
  await service.settled()
  const [confirming] = await service.inboxOf(email)
  const secret = /follow\/([\w-]{43})/.exec(confirming?.text ?? '')?.[1] ?? ''
  await service.db.transaction(tx => confirmAddress(tx, { secret, at, linkDays: 180 }))
  expect((await taken(service, answerOf('gmail', own))).state).toBe('answer')

  const correct = (answer: Answer & { reference: string }) =>
    lead.post(answer.reference, 'address-correction', {
      email: `right-${answer.address}`,
      reason: 'They rang us.',
    })
  for (const answer of [own, mistyped]) {
    expect((await correct(answer)).statusCode).toBe(204)
    expect(await taken(service, answerOf('gmail', answer))).toMatchObject({
      state: 'quarantined',
      reason: 'other-sender',
    })
  }
  expect((await lead.read(mistyped.reference)).state).toBe('awaiting-applicant')
})

test('what machines write changes no state and gets no answer, all of it', async () => {
  const answer = await newCase(true)
  const emails = service.smtp.received.length
  const machines = ['calendar-reply', 'newsletter', 'read-receipt', 'bounce-qmail', 'delayed-postfix']
  const away = ['ar', 'es', 'exchange', 'fr', 'unix'].map(language => `vacation-${language}`)
  const found = await Promise.all(
    [...machines, ...away].map(async name => (await taken(service, answerOf(name, answer))).state),
  )
  expect(new Set(found)).toEqual(new Set(['automatic']))
  // Our own email, sent back to us by somebody's rule.
  const own = service.smtp.received.findLast(({ to }) => to.includes(answer.address))
  expect((await taken(service, own?.raw ?? Buffer.alloc(0))).state).toBe('loop')
  expect((await lead.read(answer.reference)).state).toBe('awaiting-applicant')
  expect(service.smtp.received.length).toBe(emails)
})

test('a bounce settles the email that came back, stops its address, and staff are told; another changes nothing', async () => {
  const answer = await newCase(true)
  expect((await taken(service, answerOf('bounce-full-mailbox', answer))).state).toBe('bounce')
  const delivery = async () =>
    (
      await service.pool.query(
        'select state, last_error, (select count(*)::int from suppressions where address = $2) as stopped from deliveries where message_id = $1',
        [answer.original, answer.address],
      )
    ).rows[0]
  expect(await delivery()).toEqual({ state: 'refused', last_error: 'bounced-5.2.2', stopped: 0 })
  expect(await trail(answer.reference, 'delivery.refused')).toMatchObject([
    { details: { cause: 'bounced', status: '5.2.2', suppressed: false } },
  ])
  expect((await taken(service, answerOf('bounce-postfix', answer))).state).toBe('automatic')

  const gone = await newCase()
  for (const name of ['bounce-exchange', 'bounce-gmail']) await taken(service, answerOf(name, gone))
  expect(await trail(gone.reference, 'delivery.refused')).toMatchObject([
    { details: { cause: 'bounced', status: '5.1.10', suppressed: true } },
  ])
  expect((await lead.read(gone.reference)).state).toBe('received')
  // A report about an email that we never sent.
  const foreign = answerOf('bounce-postfix', { ...gone, original: 'somebody-elses@example.org' })
  expect((await taken(service, foreign)).state).toBe('automatic')
})

test('two machines that answer each other are stopped after ten messages in an hour', async () => {
  const answer = await newCase()
  const sent = Array.from({ length: 11 }, () => taken(service, answerOf('no-references', answer)))
  const states = (await Promise.all(sent)).map(({ state }) => state)
  expect(states.toSorted()).toEqual([...Array.from({ length: 10 }, () => 'message'), 'quarantined'])
})

describe('the form without a connection, mailed back', () => {
  const form = observerInterest as unknown as Form
  const to = INBOUND.replyAddress
  const sender = () => `amina-${randomUUID()}@legal-aid.example`
  const savedForm = async (changes: Typed = {}, language = 'fr', more = {}) => {
    const { body } = await service.app.inject({ url: `/${language}/${form.name}/offline/form.html` })
    return filledIn(body, { ...typedExample(form), ...changes }, more)
  }
  const name = 'observer-interest-fr (1).html'
  const draftsOf = async (email: string) =>
    (await service.pool.query('select id, case_id from drafts where email = $1', [email])).rows
  const lettersTo = async (email: string) =>
    (await service.inboxOf(email)).map(mail => mail.text?.replaceAll(/\s+/g, ' ') ?? '')

  test('says in itself where it can be mailed to', async () => {
    expect(await savedForm()).toContain(INBOUND.replyAddress)
  })

  test('becomes a draft, whose way back is mailed to the sender, with what is wrong in it and the files beside it', async () => {
    const from = sender()
    const files = [
      { name, content: await savedForm({ 'contact.email': 'nobody' }), disposition: 'inline' as const },
      { name: 'statutes.pdf', type: 'application/pdf', content: pdf() },
    ]
    const raw = mailWith(files, { from, to })
    expect(await taken(service, raw)).toMatchObject({ state: 'form', reason: null })
    const [letter = '', ...more] = await lettersTo(from)
    expect(more).toEqual([])
    expect(letter).toContain('Elles ne sont pas encore envoyées')
    const browser = browserFor(service.app)
    const [path = ''] = /\/fr\/return\/[\w-]+/.exec(letter) ?? []
    const check = locationOf(await browser.postAs(path, {}))
    expect(check).toMatch(/^\/fr\/observer-interest\/[0-9a-f-]{36}\/check$/)
    const { body } = await browser.get(check)
    expect(body).toContain('Freetown Legal Aid Network')
    expect(body).toContain('statutes.pdf')
    expect(body).toMatch(/href="[^"]+from=check#f-contact-email"/)
    // The same message by another hand.
    expect(await taken(service, raw)).toMatchObject({ state: 'duplicate' })
    expect(await draftsOf(from)).toMatchObject([{ case_id: null }])
    expect(await lettersTo(from)).toHaveLength(1)
  })

  test('stands beside an answer on a case, and alone is no answer', async () => {
    const answer = await newCase(true)
    const mail = { from: answer.address, to: answer.reply }
    const formMail = async () => mailWith([{ name, content: await savedForm() }], mail)
    const silent = (await formMail()).toString('latin1').replace('Please find our form attached.', '')
    expect(await taken(service, Buffer.from(silent, 'latin1'))).toMatchObject({ state: 'form' })
    expect((await lead.read(answer.reference)).state).toBe('awaiting-applicant')
    expect(await taken(service, await formMail())).toMatchObject({ state: 'answer' })
    const [event] = await trail(answer.reference, 'case.answer')
    expect(event?.words).toEqual({ answer: 'Please find our form attached.' })
    expect(await draftsOf(answer.address)).toHaveLength(2)
    // What came from their address goes with the case.
    expect(await service.db.transaction(tx => eraseMail(tx, answer.id))).toBe(2)
  })

  test('is refused with the reason where nothing can be read from it, and no other file is taken for it', async () => {
    const broken = (await savedForm()).replace('"format":1', '"format":1,"__proto__":{}')
    const hostile: [string, string, RegExp][] = [
      [broken, 'form-broken', /illisibles/],
      [await savedForm({}, 'fr', { version: 99 }), 'form-other-version', /a changé/],
      ['<script>alert(1)</script>', 'form-not-a-form', /n’est pas notre formulaire/],
    ]
    for (const [content, reason, words] of hostile) {
      const from = sender()
      expect(await taken(service, mailWith([{ name, content }], { from, to }))).toMatchObject({
        state: 'form',
        reason,
      })
      const [letter = ''] = await lettersTo(from)
      expect(letter).toMatch(words)
      expect(letter).toContain('/fr/observer-interest/offline')
      expect(await draftsOf(from)).toEqual([])
    }
    const stranger = sender()
    const page = mailWith([{ name: 'invoice.html', content: '<h1>Pay</h1>' }], { from: stranger, to })
    expect(await taken(service, page)).toMatchObject({ state: 'quarantined', reason: 'no-address' })
    expect(await lettersTo(stranger)).toEqual([])
  })

  test('calls forth nothing where a machine sent it, or somebody in another’s name', async () => {
    const from = sender()
    const files = [{ name, content: await savedForm() }]
    const forged = 'Authentication-Results: mx.example; dmarc=fail\r\n'
    const found = await Promise.all(
      ['Auto-Submitted: auto-replied\r\n', forged].map(header =>
        taken(service, mailWith(files, { from, to, header })),
      ),
    )
    expect(found.map(({ state }) => state)).toEqual(['automatic', 'quarantined'])
    expect([await lettersTo(from), await draftsOf(from)]).toEqual([[], []])
  })
})

describe('a hand-over', () => {
  test('is refused without a signature of ours, or with an old one', async () => {
    const raw = answerOf('gmail', { reply: 'a@b.example', original: 'x', address: 'a@b.example' })
    const statuses = await Promise.all([
      handOver(service, raw, { secret: 'another secret of thirty-two characters' }),
      handOver(service, raw, { at: new Date(service.clock.now().getTime() - 301_000) }),
      handOver(service, raw, { headers: { 'webhook-signature': '' } }),
      handOver(service, Buffer.alloc(0)),
      handOver(service, raw, { headers: { 'content-type': 'application/json' } }),
      handOver(service, raw, { headers: { 'webhook-id': '' } }),
    ])
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 400, 415, 422])
  })

  test('by who sends slowly keeps nobody out; by who sends very much at once it is taken a moment later', async () => {
    const raw = answerOf('gmail', { reply: 'slow@b.example', original: 'x', address: 'slow@b.example' })
    const slow = Array.from({ length: 5 }, () => new PassThrough())
    const under = slow.map(body => handOver(service, raw, {}, body))
    for (const body of slow) body.write(raw.subarray(0, 10))
    expect((await handOver(service, raw)).statusCode).toBe(202)
    slow.forEach(body => body.write(Buffer.alloc(21 * 1024 * 1024)))
    expect((await Promise.race(under)).statusCode).toBe(503)
    slow.forEach(body => body.end())
    expect(
      (await Promise.all(under)).map(({ statusCode }) => statusCode).filter(code => code === 403),
    ).toHaveLength(4)
    expect((await handOver(service, raw)).statusCode).toBe(202)
  })

  test('of a message that is larger than we take keeps its header, for a person', async () => {
    const answer = await newCase()
    const large = Buffer.concat([answerOf('no-references', answer), Buffer.alloc(26 * 1024 * 1024, 'a\r\n')])
    const { id, ...outcome } = await taken(service, large)
    expect(outcome).toEqual({ state: 'quarantined', reason: 'too-large' })
    const { rows } = await service.pool.query(
      'select size, is_cut, length(raw) as kept, case_id from inbound_mail where id = $1',
      [id],
    )
    expect(rows[0]).toMatchObject({ size: large.length, is_cut: true, case_id: answer.id })
    expect(rows[0].kept).toBeLessThan(2000)
  })
})

test('what was in a message is erased with its case, and after as long as the setting says', async () => {
  const [mine, other] = [await newCase(), await newCase()]
  for (const answer of [mine, other]) await taken(service, answerOf('other-sender', answer))
  await taken(service, answerOf('no-references', mine))
  const kept = async ({ id }: { id: string }) =>
    (
      await service.pool.query(
        'select state, raw is null as gone, sender from inbound_mail where case_id = $1 order by state',
        [id],
      )
    ).rows
  expect(await service.db.transaction(tx => eraseMail(tx, mine.id))).toBe(2)
  expect(await kept(mine)).toEqual([
    { state: 'discarded', gone: true, sender: '' },
    { state: 'message', gone: true, sender: '' },
  ])
  expect(await kept(other)).toMatchObject([{ state: 'quarantined', gone: false }])
  await forgetMail(service.db, new Date(service.clock.now().getTime() + 1))
  expect(await kept(other)).toEqual([{ state: 'discarded', gone: true, sender: '' }])
})

test('what an applicant sent that was tied to no case is erased with their case, from an earlier address too, and not another’s', async () => {
  const [mine, other] = [await newCase(), await newCase()]
  const [earlier, shared] = [`old-${mine.address}`, `shared-${mine.address}`]
  const stranger = 'stranger@else.example'
  const words = JSON.stringify({ email: mine.address, emailBefore: earlier.replace('old', 'Old') })
  await service.pool.query(
    `with changed as (insert into events (id, stream, position, type, at, actor, details, previous_hash, hash)
        values (gen_random_uuid(), $1, 100, 'contact.address-corrected', now(), '{}', '{}', '\\x00', '\\x00'),
          (gen_random_uuid(), $1, 101, 'contact.address-changed', now(), '{}', '{}', '\\x00', '\\x00') returning id, position)
      insert into event_words (event_id, stream, salt, words)
        select id, $1, '\\x00', case position when 100 then $2::jsonb else jsonb_build_object('emailBefore', $3::text) end from changed`,
    [mine.id, words, shared],
  )
  await service.pool.query('update cases set contact_email = $2 where id = $1', [other.id, shared])
  const write = (from: string, header = '') =>
    taken(service, mailWith([], { from, to: INBOUND.replyAddress, header }))
  const vacation = 'Auto-Submitted: auto-replied\r\n'
  const theirs = [
    await write(mine.address),
    await write(earlier),
    await write(mine.address, vacation),
    await write(earlier),
  ]
  const others = [await write(shared), await write(stranger)]
  expect([...theirs, ...others].map(({ state }) => state)).toEqual([
    'quarantined',
    'quarantined',
    'automatic',
    'quarantined',
    'quarantined',
    'quarantined',
  ])
  await service.pool.query(`update inbound_mail set state = 'discarded' where id = $1`, [theirs[3]?.id])
  const left = async () => {
    const { rows } = await service.pool.query<{ id: string }>(
      `select id from inbound_mail where id = any($1) and (raw is not null or sender <> '' or subject <> '')`,
      [[...theirs, ...others].map(({ id }) => id)],
    )
    return rows.map(({ id }) => id).toSorted()
  }
  expect(await left()).toHaveLength(6)
  expect(await service.db.transaction(tx => eraseMail(tx, mine.id))).toBe(4)
  expect(await left()).toEqual(others.map(({ id }) => id).toSorted())
})

test('coordinators hear of what waits for a person once on a working day, all in one', async () => {
  const email = 'sorter@office.example'
  await service.person(['coordinator'], { email, language: 'fr' })
  const contact = { ...(observerApplication()['contact'] as object), email: 'somebody@mailinator.com' }
  expect((await service.submitObserver({ contact })).statusCode).toBe(201)
  const answer = await newCase()
  for (const name of ['other-sender', 'without-signed-address']) await taken(service, answerOf(name, answer))
  const tell = async (day: string) => {
    const { wordings } = service
    // Where the office works it is tomorrow already.
    const standard = (moment: Date) => ({ ...service.standard(moment), timeZone: 'Pacific/Kiritimati' })
    const office = { publicUrl: 'https://intake.example', contactEmail: 'justice@intake.example' }
    const told = await tellOfWaiting(service.db, { ...office, standard, wordings }, new Date(`${day}T09:00Z`))
    await service.settled()
    return told
  }
  // Saturday, then Monday twice, then Tuesday.
  expect(await tell('2031-03-01')).toBe(0)
  const told = await Promise.all([tell('2031-03-03'), tell('2031-03-03')])
  expect(told.filter(people => people > 0)).toHaveLength(1)
  expect(await tell('2031-03-04')).toBe(Math.max(...told))
  const [first, ...more] = await service.inboxOf(email)
  expect(more).toHaveLength(1)
  const text = first?.text?.replaceAll(/\s+/g, ' ')
  expect(text).toMatch(/Messages à trier : [2-9]/)
  expect(text).toContain('Demandes retenues : 1')
  expect(text).toContain('3 mars 2026')
  expect(text).toContain('https://intake.example/desk/mail')
  expect(text).not.toContain(answer.address)
})

describe('a person who sorts mail', () => {
  async function sorter(email: string) {
    const person = await service.person(['coordinator'], { email })
    const browser = await signedInBrowser(service, person.id)
    const { rows } = await service.pool.query('select csrf from sessions where staff_id = $1', [person.id])
    const post = (path: string, fields: Record<string, string>) =>
      browser.postAs(path, { ...fields, _csrf: rows[0].csrf })
    return { ...person, page: async (path: string) => browser.get(path), post }
  }

  test('reads it once they have declared, and puts it on its case, where it is the answer', async () => {
    const answer = await newCase(true)
    const { id } = await taken(service, answerOf('other-sender', answer))
    const ada = await sorter('ada@office.example')
    expect((await ada.page('/desk/mail')).body).toContain(`/desk/mail/${id}`)
    const closed = await ada.page(`/desk/mail/${id}`)
    expect(closed.body).toContain('Open <a')
    expect(closed.body).not.toContain('I answer for Mohamed')
    expect((await ada.page(`/desk/mail/${id}/original`)).statusCode).toBe(404)
    await service.openTo(ada, answer.reference)
    expect((await ada.page(`/desk/mail/${id}`)).body).toContain('I answer for Mohamed')
    const wrong = await ada.post(`/desk/mail/${id}/attachment`, { reference: 'OBS-00000', asAnswer: 'yes' })
    expect([wrong.statusCode, wrong.body.includes('There is no such case')]).toEqual([422, true])
    const done = await ada.post(`/desk/mail/${id}/attachment`, {
      reference: answer.reference.toLowerCase(),
      asAnswer: 'yes',
    })
    expect(done.statusCode).toBe(303)
    expect((await lead.read(answer.reference)).state).toBe('in-review')
    expect(await trail(answer.reference, 'case.answer')).toMatchObject([
      {
        actor: { kind: 'staff', id: ada.id },
        details: { way: 'attached' },
        words: { answer: 'I answer for Mohamed: the Legal Aid Network takes part.' },
      },
    ])
    // Twice is once.
    const again = await ada.post(`/desk/mail/${id}/attachment`, { reference: answer.reference })
    expect(again.statusCode).toBe(409)
    const { rows } = await service.pool.query(`select details from events where type = 'mail.attached'`)
    expect(rows).toEqual([{ details: { mailId: id } }])
  })

  test('is told where a file of it was removed meanwhile, and nothing has come of it', async () => {
    const answer = await newCase(true)
    const { id } = await taken(service, answerOf('attachments', { ...answer, address: 'else@else.example' }))
    const ada = await sorter('eve@office.example')
    await service.openTo(ada, answer.reference)
    await service.pool.query(`create function lose_file() returns trigger language plpgsql
        as $$ begin new.removed_at := now(); return new; end $$;
      create trigger lose_file before insert on documents for each row execute function lose_file()`)
    const fields = { reference: answer.reference, asAnswer: 'yes' }
    const lost = await ada.post(`/desk/mail/${id}/attachment`, fields)
    await service.pool.query('drop trigger lose_file on documents; drop function lose_file()')
    expect([lost.statusCode, lost.body.includes('was removed meanwhile')]).toEqual([409, true])
    expect((await lead.read(answer.reference)).state).toBe('awaiting-applicant')
    expect((await ada.post(`/desk/mail/${id}/attachment`, fields)).statusCode).toBe(303)
    expect((await lead.read(answer.reference)).state).toBe('in-review')
  })

  test('discards what is for nobody, and never sees what their own organisation sent', async () => {
    const answer = await newCase()
    const { id } = await taken(service, answerOf('without-signed-address', answer))
    const insider = await sorter('insider@legal-aid.example')
    expect((await insider.page(`/desk/mail/${id}`)).statusCode).toBe(404)
    expect((await insider.post(`/desk/mail/${id}/discard`, { reason: 'spam' })).statusCode).toBe(404)
    const ben = await sorter('ben@office.example')
    await service.openTo(ben, answer.reference)
    expect((await ben.post(`/desk/mail/${id}/discard`, { reason: 'dealt-with' })).statusCode).toBe(303)
    expect((await ben.page('/desk/mail?view=discarded')).body).toContain(`/desk/mail/${id}`)
    const { rows } = await service.pool.query(`select details from events where type = 'mail.discarded'`)
    expect(rows).toEqual([{ details: { mailId: id, reason: 'dealt-with' } }])
  })
})
