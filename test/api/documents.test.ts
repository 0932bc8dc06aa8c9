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
