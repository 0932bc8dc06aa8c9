// Files that applicants send: which are taken in, what becomes of them, and who may read them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docm, docx, multipart, odt, pdf } from '../support/files.ts'
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
    ['text.odt', odt, 'application/octet-stream'],
  ])('%s', async (name, content, type) => {
    const answer = await upload(name, await content(), type)
    expect(answer.json()).toMatchObject({ name, scan: 'unscanned' })
    expect(answer.statusCode).toBe(201)
  })
})

describe('is refused', () => {
  test.each<[string, string, () => Buffer | Promise<Buffer>, string?]>([
    ['file-type', 'run.exe', pdf],
    ['file-not-as-named', 'letter.pdf', docx],
    ['file-not-as-named', 'letter.pdf', pdf, 'image/png'],
    ['file-macros', 'letter.docx', docm],
    ['file-empty', 'letter.pdf', () => Buffer.alloc(0)],
    ['file-too-large', 'letter.pdf', () => Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-1.4')],
  ])('%s: %s', async (code, name, content, type) => {
    const answer = await upload(name, await content(), type)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ pointer: '/file', code }])
  })
})

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
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409, 409])
  })
})
