// Files that applicants send: which are taken in, what becomes of them, and who may read them.
import { readdir } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exifOrientation } from '../../src/documents/content/orientation.ts'
import { docm, docx, encrypted, lyingAboutSize, multipart, odt, overlapping, pdf } from '../support/files.ts'
import { jpeg, PLACE, png } from '../support/pictures.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService({ workers: false })
})
afterAll(() => service.close())

const upload = (name: string, content: Buffer | string, type = 'application/octet-stream') =>
  service.app.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    ...multipart([{ field: 'file', name, type, content }]),
  })

describe('is taken in', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string?]>([
    ['letter.pdf', pdf, 'application/pdf'],
    ['Statutes of 1987.DOCX', docx],
    ['text.odt', odt],
    ['photo.jpeg', jpeg, 'image/jpeg'],
    ['dot.png', png, 'image/png'],
  ])('%s', async (name, content, type) => {
    const answer = await upload(name, await content(), type)
    expect(answer.json()).toMatchObject({ name, scan: 'unscanned' })
    expect(answer.statusCode).toBe(201)
  })

  test('under a name that shows what it is, on one line, without a path', async () => {
    const names = async (name: string) => (await upload(name, pdf())).json().name
    expect(await names('C:\\Users\\Awa\\lettre.pdf')).toBe('lettre.pdf')
    expect(await names('../../etc/passwd.pdf')).toBe('passwd.pdf')
    // Shown from right to left it would read “gpj.exe.pdf” as something else.
    expect(await names('report\u202efdp.exe.pdf')).toBe('reportfdp.exe.pdf')
    expect(await names(`${'long '.repeat(60)}.pdf`)).toMatch(/^(long ){20,24}.*\.pdf$/)
    expect((await names(`${'é'.repeat(300)}.pdf`)).length).toBe(120)
  })

  test('a picture without where, when and by whom it was taken, and the same way up', async () => {
    for (const little of [false, true]) {
      const cleaned = await storedBytes('photo.jpg', jpeg({ orientation: 6, little }))
      expect(cleaned.includes(PLACE)).toBe(false)
      expect(exifOrientation(cleaned.subarray(cleaned.indexOf('Exif')))).toBe(6)
      expect(cleaned.includes('ICC_PROFILE')).toBe(true)
      // Its own data, as it was, and nothing behind its end.
      const data = jpeg().subarray(jpeg().indexOf(Buffer.from([0xff, 0xdb])))
      const end = Buffer.from([0xff, 0xd9])
      expect(cleaned.subarray(cleaned.indexOf(Buffer.from([0xff, 0xdb])))).toEqual(
        data.subarray(0, data.indexOf(end) + 2),
      )
    }
    expect((await storedBytes('photo.jpg', jpeg())).includes('Exif')).toBe(false)
    const dot = await storedBytes('dot.png', png())
    expect(dot.includes(PLACE)).toBe(false)
    for (const kept of ['IHDR', 'pHYs', 'IDAT', 'IEND']) expect(dot.includes(kept)).toBe(true)
    expect(dot.includes('eXIf')).toBe(false)
  })
})

async function storedBytes(name: string, content: Buffer): Promise<Buffer> {
  const { token, size } = (await upload(name, content)).json()
  const { rows } = await service.pool.query('select id from documents where token_hash = sha256($1)', [token])
  const bytes = await buffer(await service.files.read(rows[0].id))
  expect(bytes.length).toBe(size)
  return bytes
}

describe('is refused', () => {
  const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))
  const huge = 'a'.repeat(30 * 1024 * 1024)
  test.each<[string, string, () => Buffer | Promise<Buffer>, string?]>([
    ['file-type', 'run.exe', pdf],
    ['file-type', 'letter.docm', docm],
    ['file-type', 'pdf', pdf],
    ['file-not-as-named', 'letter.pdf', docx],
    ['file-not-as-named', 'letter.pdf', pdf, 'image/png'],
    ['file-not-as-named', 'letter.odt', docx],
    ['file-not-as-named', 'letter.docx', odt],
    ['file-not-as-named', 'photo.jpg', png],
    ['file-not-as-named', 'page.pdf', () => Buffer.from('<script>alert(1)</script>')],
    ['file-macros', 'letter.docx', docm],
    ['file-macros', 'letter.docx', () => docx({ 'word/vbaProject.bin': 'Sub AutoOpen()' })],
    ['file-macros', 'letter.odt', () => odt({ 'Basic/Standard/Module1.xml': 'Sub Main' })],
    ['file-locked', 'letter.odt', () => odt({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' })],
    ['file-locked', 'letter.docx', async () => encrypted(await docx())],
    ['file-damaged', 'letter.docx', async () => cut(await docx())],
    ['file-damaged', 'photo.jpg', () => cut(jpeg())],
    ['file-damaged', 'dot.png', () => cut(png())],
    [
      'file-damaged',
      'bomb.docx',
      () => docx(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(at => [`word/${at}.xml`, huge]))),
    ],
    [
      'file-damaged',
      'lying.docx',
      async () => lyingAboutSize(await docx({ 'word/big.xml': huge }), huge.length),
    ],
    ['file-damaged', 'overlapping.docx', async () => overlapping(await docx())],
    ['file-empty', 'letter.pdf', () => Buffer.alloc(0)],
    ['file-too-large', 'letter.pdf', () => Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.4')],
  ])('%s: %s', async (code, name, content, type) => {
    const before = await count('select count(*)::int as n from documents')
    const answer = await upload(name, await content(), type)
    expect(answer.json().errors).toMatchObject([{ pointer: '/file', code }])
    expect(answer.statusCode).toBe(422)
    expect(await count('select count(*)::int as n from documents')).toBe(before)
    // Nothing of it stays, not even for a moment.
    expect(await readdir(service.files.spool)).toEqual([])
  })

  test('a form that is broken, cut off, of another type, or has no file', async () => {
    const form = multipart([{ field: 'file', name: 'letter.pdf', type: 'application/pdf', content: pdf() }])
    const send = (payload: Buffer | string, headers: Record<string, string> = form.headers) =>
      service.app.inject({ method: 'POST', url: '/api/v1/uploads', payload, headers })
    expect((await send(cut(form.payload))).statusCode).toBe(400)
    expect((await send('not a form')).statusCode).toBe(400)
    expect((await send(form.payload, { 'content-type': 'multipart/form-data' })).statusCode).toBe(400)
    expect((await send('{}', { 'content-type': 'application/json' })).statusCode).toBe(415)
    const nothing = multipart([{ field: 'file', name: '', type: 'application/octet-stream', content: '' }])
    const missing = await send(nothing.payload, { ...nothing.headers, 'accept-language': 'ar' })
    expect(missing.json().errors).toMatchObject([{ pointer: '/file', code: 'file-missing' }])
    const two = multipart([1, 2].map(() => ({ field: 'file', name: 'a.pdf', content: pdf() })))
    expect((await send(two.payload, two.headers)).statusCode).toBe(413)
    expect(await readdir(service.files.spool)).toEqual([])
  })
})

const count = async (query: string): Promise<number> => (await service.pool.query(query)).rows[0].n

describe('a submission', () => {
  const token = async (name = 'letter.pdf') => (await upload(name, pdf())).json().token as string

  test('brings its files to its case, and names them in what is kept', async () => {
    const documents = [await token('Lettre du préfet.pdf'), await token()]
    const sent = await service.submitObserver({ documents })
    expect(sent.statusCode).toBe(201)
    const { rows } = await service.pool.query(
      `select answers -> 'documents' as files, (select count(*)::int from documents where case_id = submissions.case_id) as owned
       from submissions join cases on id = case_id where reference = $1`,
      [sent.json().reference],
    )
    expect(rows[0].owned).toBe(2)
    expect(rows[0].files).toMatchObject([
      { name: 'Lettre du préfet.pdf', kind: 'pdf', size: pdf().length },
      { name: 'letter.pdf' },
    ])
  })

  test('is answered again under its key, with the files that its case has by now', async () => {
    const documents = [await token()]
    const headers = { 'idempotency-key': 'with-a-file' }
    const first = await service.submitObserver({ documents }, headers)
    expect((await service.submitObserver({ documents }, headers)).json()).toEqual(first.json())
  })

  test('names each wrong file: unknown, used, too old, too many', async () => {
    const used = await token()
    expect((await service.submitObserver({ documents: [used] })).statusCode).toBe(201)
    const unknown = 'x'.repeat(32)
    const refused = await service.submitObserver({ documents: [unknown, await token(), used, 7] })
    expect(refused.statusCode).toBe(422)
    expect(refused.json().errors).toMatchObject([
      { pointer: '/documents/3', code: 'not-text' },
      { pointer: '/documents/0', code: 'unknown-file' },
      { pointer: '/documents/2', code: 'unknown-file' },
    ])
    const old = await token()
    service.clock.advance(24 * 3_600_000 + 1)
    const late = await service.submitObserver({ documents: [old] }, { 'accept-language': 'fr' })
    expect(late.json().errors).toMatchObject([{ pointer: '/documents/0', code: 'unknown-file' }])
    const six = await service.submitObserver({
      documents: await Promise.all(Array.from({ length: 6 }, () => token())),
    })
    expect(six.json().errors).toMatchObject([{ pointer: '/documents', code: 'too-many' }])
  })

  test('does not get a file that another one sent at the same moment', async () => {
    const documents = [await token()]
    const answers = await Promise.all([1, 2, 3].map(() => service.submitObserver({ documents })))
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })
})
