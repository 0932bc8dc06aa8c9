import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/inbound/offline/form-files.ts'
import { ownWords } from '../../src/inbound/reading/own-words.ts'
import { readMail } from '../../src/inbound/reading/read-mail.ts'
import { filesInWinmail } from '../../src/inbound/reading/winmail.ts'
import { saidIn } from '../../src/inbound/said-in.ts'
import { CORPUS, mailOf } from '../support/mail-corpus.ts'

const PLACES = { reply: 'replies+obs-7k2m4.abcd@justice.example.org', original: 'sent-1@intake.example' }
const SENT = `Hello Mohamed Kamara,

To continue with your observer application, we need your answer to this:

> Which of your members takes part in the national forum?`

const TAKES_PART = 'The Legal Aid Network takes part.'
/** What the author said, without what they quoted and signed. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'android-outlook-fr': 'Le réseau participe à l’élaboration du plan.',
  'apple-mail': 'The Legal Aid Network takes part… and so do we.',
  attachments: 'The minutes are attached.',
  'between-the-lines':
    'On 23/11/2026 16:02, Coalition on Justice wrote:\n> Which of your members takes part in the national forum?\nThe Legal Aid Network.\n> Since when?\nSince 2009.',
  'bottom-posted': TAKES_PART,
  'broken-mime': TAKES_PART,
  encrypted: '',
  'forged-sender': 'We withdraw our application.',
  forwarded:
    "The forum's confirmation:\n\n---------- Forwarded message ---------\nFrom: Forum <forum@forum.example>\nDate: Mon, 2 Mar 2026 at 10:00\nSubject: Confirmation\nTo: Mohamed Kamara\n\nWe confirm that the Legal Aid Network takes part.",
  gmail: 'The Legal Aid Network takes part. The minutes of March name us on page 4.\n\nMohamed',
  'gmail-ar': 'تشارك الشبكة في المنتدى الوطني.',
  'gmail-es': 'La red participa en el foro. ¿Necesitan el acta?',
  'gmail-fr': 'Le réseau participe à l’élaboration du plan.',
  'gmail-pt': 'A rede participa do fórum.',
  'html-only':
    'The Legal Aid Network takes part.\n\n * in March\n * in June\n\nSee the minutes [https://legal-aid.example.org/minutes].',
  iphone: TAKES_PART,
  'no-references': TAKES_PART,
  'original-message-german': 'Das Netzwerk nimmt teil, auch künftig.',
  'other-sender': 'I answer for Mohamed: the Legal Aid Network takes part.',
  outlook: `${TAKES_PART}\n\nKind regards,\nMohamed`,
  'outlook-ar': 'تشارك الشبكة في المنتدى الوطني.',
  'outlook-es': 'La red participa en el foro.',
  'group-and-two-authors': 'We write together.',
  'undeclared-latin-1': 'Nous serons présents à la réunion.',
  'windows-1252': 'Le cœur du réseau – “l’équipe” – coûte 40 €.',
  winmail: TAKES_PART,
  'winmail-alone': '',
  'without-signed-address': TAKES_PART,
  yahoo: TAKES_PART,
}
// Outlook marks no line of what it quotes: only who knows what was sent sees the answer below.
const BETWEEN_OUTLOOK = 'between-the-lines-outlook'

/** Why each counts as written by a machine. */
const AUTOMATIC: Readonly<Record<string, string>> = {
  'bounce-exchange': 'sent-by-machine',
  'bounce-full-mailbox': 'sent-by-machine',
  'bounce-gmail': 'sent-by-machine',
  'bounce-postfix': 'sent-by-machine',
  'bounce-qmail': 'no-return-path',
  'calendar-reply': 'calendar',
  'delayed-postfix': 'sent-by-machine',
  newsletter: 'bulk',
  'read-receipt': 'receipt',
  'vacation-ar': 'vacation',
  'vacation-es': 'vacation',
  'vacation-exchange': 'auto-submitted',
  'vacation-fr': 'vacation',
  'vacation-unix': 'bulk',
}

test('every message of the corpus is a person’s or a machine’s, and both are told apart', async () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(40)
  expect([...Object.keys(OWN_WORDS), ...Object.keys(AUTOMATIC), BETWEEN_OUTLOOK].toSorted()).toEqual(CORPUS)
  const found = await Promise.all(
    CORPUS.map(async name => [name, (await readMail(mailOf(name, PLACES))).automatic]),
  )
  expect(Object.fromEntries(found.filter(([, kind]) => kind !== null))).toEqual(AUTOMATIC)
})

test.each(Object.entries(OWN_WORDS))('of “%s” the author’s own words are kept', async (name, words) => {
  const mail = await readMail(mailOf(name, PLACES))
  expect(ownWords(mail.text)).toBe(words)
})

test('whoever answers between our lines, below a quote that nothing marks, is not cut off', async () => {
  const { text } = await readMail(mailOf(BETWEEN_OUTLOOK, PLACES))
  expect(ownWords(text, SENT)).toContain('The Legal Aid Network does, see page 4.')
  const outlook = await readMail(mailOf('outlook', PLACES))
  expect(ownWords(outlook.text, SENT)).toBe(OWN_WORDS['outlook'])
})

test('who wrote, to which addresses, in answer to what, with which files, is read', async () => {
  const mail = await readMail(mailOf('attachments', PLACES))
  expect(mail).toMatchObject({
    messageId: 'files@legal-aid.example.org',
    answers: [PLACES.original],
    from: { address: 'mohamed@legal-aid.example.org', name: 'Mohamed Kamara' },
    recipients: [PLACES.reply],
    reports: [],
    isOurs: false,
    isForged: false,
  })
  // Neither the logo in the text nor the signature of the message is a document.
  expect(mail.files.map(({ name, type, content }) => [name, type, content.length])).toEqual([
    ['procès-verbal.pdf', 'application/pdf', 218],
    ['viewer.exe', 'application/x-msdownload', 32],
  ])
  expect(saidIn({ subject: '', text: ' \n', files: mail.files, goesOn: false })).toBe(
    'procès-verbal.pdf\nviewer.exe',
  )
  expect((await readMail(mailOf('forged-sender', PLACES))).isForged).toBe(true)
  expect((await readMail(mailOf('group-and-two-authors', PLACES))).from).toBeNull()
  expect((await readMail(mailOf('encrypted', PLACES))).files).toEqual([])
})

test.each([
  ['bounce-postfix', 'failed', '5.1.1'],
  ['bounce-exchange', 'failed', '5.1.10'],
  ['bounce-gmail', 'failed', '5.1.1'],
  ['bounce-full-mailbox', 'failed', '5.2.2'],
  ['delayed-postfix', 'delayed', '4.4.1'],
])('the report in “%s” says which email it is about, and what became of it', async (name, action, status) => {
  const { reports } = await readMail(mailOf(name, PLACES))
  expect(reports).toHaveLength(1)
  expect(reports[0]).toMatchObject({ action, status, messageId: PLACES.original })
  expect(reports[0]?.recipients).toContain('mohamed@legal-aid.example.org')
})

test('the secret of a link that is quoted is not shown again', () => {
  const words = saidIn({
    subject: '',
    text: 'See https://justice.example.org/en/follow/abcdefghijklmnopqrstuv0123 please',
    files: [],
    goesOn: false,
  })
  expect(words).toBe('See https://justice.example.org/en/follow/… please')
})

test('any bytes are read as some message or refused, and any text has own words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async bytes => {
      const read = await readMail(Buffer.from(bytes)).catch((error: unknown) => error)
      expect(read).toBeInstanceOf(Object)
    }),
    { numRuns: 60 },
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (text, sent) => {
      const words = ownWords(text, sent)
      expect(words === '').toBe(text.replaceAll('\u00A0', ' ').trim() === '')
    }),
  )
})

describe('of a message that is made to keep us busy', () => {
  const MILLION = 1_000_000
  // Far more than it takes on a slow machine, far less than what grows with the square would.
  const SOON_MS = 5000
  const long = (text: string) => text.repeat(Math.ceil(MILLION / text.length))
  const within = async (work: () => unknown) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }

  test.each([
    ['a rule that is none', `--${long(' ')}x`],
    ['a rule around nothing', `--${long(' ')}Original Message${long(' ')}x`],
    ['an address that never ends', `‹2026 <${long('@')}`],
    ['an address in each word', `2026-11-23 10:00 ${long('<a@b> ')}:`],
    ['“wrote” and spaces', `Am 23.11.2026 um 10:00 schrieb${long(' ')}x`],
    ['“wrote” again and again', `Am 23.11.2026 um 10:00 ${long('schrieb ')}:x`],
    ['“wrote” in Arabic', `في 2026 ${long('كتب ')}:x`],
    ['empty lines', `x${long('\n')}x`],
    ['lines of a letter', long('a\n')],
    ['quotes between answers', long('> a\nb\n')],
    ['headers', long('From: a\nTo: b\n')],
    ['links', long('/follow/abcdefghijklmno ')],
  ])('the text is read soon: %s', { timeout: 60_000 }, async (_, text) => {
    const raw = Buffer.from(
      `From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}`,
    )
    const took = await within(async () => {
      const mail = await readMail(raw)
      saidIn(mail, SENT)
      saidIn({ ...mail, text: `Yes.\n-----Original Message-----\n${mail.text}` }, SENT)
      // Also where it is not a message’s, and nobody has bounded it.
      ownWords(text.replaceAll('\n', ' '), SENT)
    })
    expect(took).toBeLessThan(SOON_MS)
  })

  test.each([
    ['Delivered-To', long('a')],
    ['Delivered-To', long('a@')],
    ['Content-Type', long('text/calendar ')],
    ['Subject', long('auto ')],
    ['Authentication-Results', long('dmarc ')],
    ['References', long('<')],
  ])('the header is read soon: %s', { timeout: 60_000 }, async (name, value) => {
    const raw = Buffer.from(`From: a@b.example\r\n${name}: ${value}\r\n\r\nHello`)
    expect(await within(() => readMail(raw))).toBeLessThan(SOON_MS)
  })

  test('the name of a file is read soon', () => {
    const file = { name: `${long('-aa')}x`, type: 'text/html', content: Buffer.from('') }
    return expect(within(() => languageOf(file))).resolves.toBeLessThan(SOON_MS)
  })

  test('no word is lost without a word: what is not read is said to stand in the message as it came', async () => {
    const quoted = `Yes.\r\n\r\nOn Mon, 23 Nov 2026 at 10:00, Coalition <a@b.example> wrote:\r\n${'> And?\r\n'.repeat(20_000)}No.`
    const mail = await readMail(Buffer.from(`From: a@b.example\r\n\r\n${quoted}`))
    expect(mail.text.length).toBeLessThanOrEqual(100_000)
    expect(saidIn(mail, SENT)).toMatch(
      /^Yes\.\n\n\[The message is longer than this .+ in the message as it came\.\]$/,
    )
    const short = await readMail(Buffer.from(`From: a@b.example\r\n\r\nYes.${'\r\n'.repeat(60_000)}`))
    expect(saidIn(short, SENT)).toBe('Yes.')
    const html = `<p>Yes.</p>${'<p>And so on.</p>'.repeat(200_000)}`
    const unread = await readMail(Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${html}`))
    expect(saidIn(unread, SENT)).toMatch(/^\[The message is longer than this/)
  })
})

describe('a winmail.dat', () => {
  const attribute = (level: number, id: number, held: Buffer) => {
    const head = Buffer.alloc(9)
    head.writeUInt8(level)
    head.writeUInt32LE(id, 1)
    head.writeUInt32LE(held.length, 5)
    return Buffer.concat([head, held, Buffer.alloc(2)])
  }
  const start = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0])
  const file = (name: string, content: string) => [
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${name}\0`, 'latin1')),
    attribute(2, 0x0006800f, Buffer.from(content)),
  ]
  const body = attribute(1, 0x0002800c, Buffer.from('rich text'))
  const packed = Buffer.concat([start, body, ...file('procès.pdf', 'one'), ...file('b.docx', 'two')])
  const named = (content: Buffer) => filesInWinmail(content).map(one => [one.name, one.content.toString()])

  test('gives out the files in it under their names', async () => {
    const [one, two] = [['procès.pdf', 'one'] as const, ['b.docx', 'two'] as const]
    expect(named(packed)).toEqual([one, two])
    const mail = `Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Disposition: attachment; filename="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n${packed.toString('base64')}\r\n`
    const { files } = await readMail(Buffer.from(`From: a@b.example\r\nMIME-Version: 1.0\r\n${mail}`))
    expect(files.map(({ name }) => name)).toEqual(['procès.pdf', 'b.docx'])
  })

  test('that breaks off, lies about a length, holds formatting alone or is none gives what can be read', () => {
    expect(named(packed.subarray(0, packed.length - 3))).toEqual([['procès.pdf', 'one']])
    expect(named(Buffer.concat([start, body]))).toEqual([])
    const lying = Buffer.from(packed)
    lying.writeUInt32LE(0xffffffff, start.length + 5)
    expect(named(lying)).toEqual([])
    expect(named(Buffer.from('nothing of the kind'))).toEqual([])
  })
})
