// The files of a case: who reads them, how they go out, and how they end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseDeliveries } from '../../src/notifications/erase-deliveries.ts'
import { eraseLikeness } from '../../src/triage/duplicates/likeness.ts'
import { erasePersonalData } from '../../src/submissions/erase.ts'
import { sweepFiles, sweepStrays } from '../../src/documents/sweep.ts'
import { keepDocument } from '../../src/documents/keep-document.ts'
import { documentsOf } from '../../src/documents/documents.ts'
import { removeDocument } from '../../src/documents/remove.ts'
import { Readable } from 'node:stream'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signedInBrowser } from '../support/browser-session.ts'
import { silent } from '../support/database.ts'
import { multipart, pdf } from '../support/files.ts'
import { expectInvariants } from '../support/invariants.ts'
import { testService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const DAY_MS = 86_400_000
const NAME = 'Zanzibar & <b>statutes.pdf'

async function upload(name = NAME): Promise<string> {
  const form = multipart([{ field: 'file', name, type: 'application/pdf', content: pdf() }])
  return (await service.app.inject({ method: 'POST', url: '/api/v1/uploads', ...form })).json().token
}
async function submitted(overrides: object = {}): Promise<string> {
  const sent = await service.submitObserver({ documents: [await upload()], ...overrides })
  expect(sent.statusCode, sent.body).toBe(201)
  await service.settled()
  return sent.json().reference
}
const rowsOf = async (reference: string) =>
  (
    await service.pool.query<{ id: string; case_id: string; name: string }>(
      'select d.id, d.case_id, d.name from documents d join cases c on c.id = d.case_id where c.reference = $1',
      [reference],
    )
  ).rows
async function keys(): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of service.files.list()) found.push(key)
  return found
}

test('staff read a file once they have declared, as an attachment under a name of ours', async () => {
  const reference = await submitted()
  const [lead, auditor] = [await service.person(['lead']), await service.person(['auditor'])]
  const [file] = await rowsOf(reference)
  const url = `/api/v1/cases/${reference}/documents/${file?.id}`
  const get = (headers: Record<string, string>, address = url) =>
    service.app.inject({ url: address, headers })

  expect((await get({})).statusCode).toBe(401)
  expect((await get(auditor.headers)).statusCode).toBe(403)
  expect((await get(lead.headers)).json().code).toBe('declaration-needed')
  await service.openTo(lead, reference)
  const answer = await get(lead.headers)
  expect(answer.rawPayload).toEqual(pdf())
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${reference}-${file?.id.slice(0, 8)}.pdf"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  // Another case's file is not to be had by way of one's own.
  const other = await submitted()
  await service.openTo(lead, other)
  expect((await get(lead.headers, url.replace(reference, other))).statusCode).toBe(404)
  expect((await get(lead.headers, url.replace(file?.id ?? '', randomUUID()))).statusCode).toBe(404)

  const { documents, document } = (await get(lead.headers, `/api/v1/cases/${reference}`)).json()
  expect(documents).toMatchObject([{ id: file?.id, name: NAME, kind: 'pdf', scan: 'unscanned' }])
  expect(JSON.stringify(document)).toContain(`${NAME} (PDF, 1 kB)`)
  const browser = await signedInBrowser(service, lead.id)
  const page = await browser.get(`/desk/cases/${reference}`)
  expect(page.body).toContain(`href="/desk/cases/${reference}/documents/${file?.id}"`)
  expect(page.body).toContain('Zanzibar &amp; &lt;b&gt;statutes.pdf')
  expect(page.body).toContain('not scanned for viruses')
  expect((await browser.get(`/desk/cases/${reference}/documents/${file?.id}`)).rawPayload).toEqual(pdf())
})

test('who has a conflict of interest finds no file, as they find no case', async () => {
  const reference = await submitted({ country: 'SN' })
  const [file] = await rowsOf(reference)
  const conflicted = await service.person(['lead'], { country: 'SN' })
  const url = `/api/v1/cases/${reference}/documents/${file?.id}`
  const answer = await service.app.inject({ url, headers: conflicted.headers })
  expect(answer.statusCode).toBe(404)
  expect(answer.body).not.toContain('Zanzibar')
})

test('nothing that an applicant sent is changed or lost: the database refuses', async () => {
  const [file] = await rowsOf(await submitted())
  const ask = (statement: string) => service.pool.query(statement, [file?.id])
  for (const change of [
    `name = 'another.pdf'`,
    `size = 1`,
    `sha256 = '\\x00'`,
    'case_id = null',
    `kind = 'png'`,
  ]) {
    await expect(ask(`update documents set ${change} where id = $1`)).rejects.toThrow('is refused')
  }
  await expect(ask('delete from documents where id = $1')).rejects.toThrow('is refused')
})

test('erasing a case takes its files, their names and their bytes; the chain of events holds', async () => {
  const reference = await submitted()
  const lead = await service.person(['lead'])
  await service.openTo(lead, reference)
  const spam = {
    url: `/api/v1/cases/${reference}/spam`,
    method: 'POST',
    payload: { reason: 'An advertisement.' },
    headers: lead.headers,
  } as const
  expect((await service.app.inject(spam)).statusCode).toBe(200)
  await service.settled()
  const [file] = await rowsOf(reference)
  expect(await keys()).toContain(file?.id)
  const at = service.clock.now()
  const actor = { kind: 'system', id: 'operator' } as const
  const caseId = file?.case_id ?? ''
  await service.db.transaction(async tx => {
    await erasePersonalData(tx, caseId, { actor, at, reasonCode: 'person-asked' })
    await eraseLikeness(tx, caseId)
    await eraseDeliveries(tx, caseId)
  })
  expect((await rowsOf(reference)).map(({ name }) => name)).toEqual([''])
  const view = await service.app.inject({ url: `/api/v1/cases/${reference}`, headers: lead.headers })
  expect(view.json()).toMatchObject({ documents: [], answers: null })
  await sweepFiles(service, at)
  expect(await rowsOf(reference)).toEqual([])
  expect(await keys()).not.toContain(file?.id)
  await expectInvariants(service.db)
})

test('a draft has up to five files, takes one away, and leaves the rest to its case or to nobody', async () => {
  const { db, clock, files } = service
  const deps = { db, clock, files, log: silent, scanner: undefined }
  const draftId = randomUUID()
  const expires = new Date(clock.now().getTime() + DAY_MS)
  await service.pool.query(
    `insert into drafts (id, form, language, pages, began_at, touched_at, expires_at)
     values ($1, 'observer-interest', 'en', '{}', $2, $2, $3)`,
    [draftId, clock.now(), expires],
  )
  const keep = (name: string) =>
    keepDocument(deps, draftId, { name, type: 'application/pdf', bytes: Readable.from([pdf()]) })
  // Two tabs at once: six files, five places.
  const kept = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map(name => keep(`${name}.pdf`)))
  expect(kept.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  expect(kept.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'too-many-files' },
  })
  const [first, second] = await documentsOf(db, { draftId })
  expect(await removeDocument(db, randomUUID(), first?.id ?? '', clock.now())).toBe(false)
  expect(await removeDocument(db, draftId, first?.id ?? '', clock.now())).toBe(true)
  await keep('g.pdf')
  expect(await documentsOf(db, { draftId })).toHaveLength(5)

  // Forgotten, it has no files any more.
  await service.pool.query('delete from drafts where id = $1', [draftId])
  await sweepFiles(service, new Date(clock.now().getTime() + DAY_MS + 1))
  expect(await documentsOf(db, { draftId })).toEqual([])
  expect(await keys()).not.toContain(second?.id)
})

test('what nobody names within a day goes, and so do bytes that no row knows; a case’s file stays', async () => {
  const [owned] = await rowsOf(await submitted())
  await upload('nobody.pdf')
  const { clock, files } = service
  const stray = randomUUID()
  await writeFile(join(files.spool, stray), 'left by a process that was killed')
  await files.keep(stray, { path: join(files.spool, stray), size: 1, sha256: Buffer.alloc(32) })
  await writeFile(join(files.spool, 'half'), 'half a file')
  const unclaimed = () =>
    service.pool
      .query(`select 1 from documents where case_id is null and draft_id is null`)
      .then(r => r.rowCount)
  await sweepFiles(service, new Date(clock.now().getTime() + DAY_MS - 1))
  expect(await unclaimed()).toBe(1)
  await sweepFiles(service, new Date(clock.now().getTime() + DAY_MS + 1))
  expect(await unclaimed()).toBe(0)
  // The file system's clock is not ours to move: a day from its own present.
  expect(await sweepStrays(service, new Date(Date.now() + DAY_MS - 60_000))).toBe(0)
  expect(await sweepStrays(service, new Date(Date.now() + DAY_MS + 1))).toBe(2)
  expect(await keys()).toContain(owned?.id)
  expect(await keys()).not.toContain(stray)
})

test('what anybody can bring does not fill the store: beyond ten gigabytes that no case has, it is told to wait', async () => {
  const held = await service.pool.query<{ id: string }>(
    `insert into documents (id, name, kind, size, sha256, scan, created_at)
     select gen_random_uuid(), 'large.pdf', 'pdf', 10485760, '\\x00', 'clean', $1 from generate_series(1, 1024) returning id`,
    [service.clock.now()],
  )
  const form = multipart([{ field: 'file', name: NAME, type: 'application/pdf', content: pdf() }])
  const send = () => service.app.inject({ method: 'POST', url: '/api/v1/uploads', ...form })
  const full = await send()
  expect([full.statusCode, full.json().code]).toEqual([503, 'temporarily-unavailable'])
  expect((await service.submitObserver()).statusCode).toBe(201)
  await service.pool.query('delete from documents where id = any($1)', [held.rows.map(({ id }) => id)])
  expect((await send()).statusCode).toBe(201)
})
