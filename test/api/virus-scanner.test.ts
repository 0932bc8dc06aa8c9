// What a virus scanner changes: nothing goes out before it was looked at, and nothing infected ever.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clamdScanner } from '../../src/kernel/virus-scanner.ts'
import { lookAfterFiles } from '../../workers/look-after-files.ts'
import { EICAR, startClamd, type Clamd } from '../support/clamd.ts'
import { silent } from '../support/database.ts'
import { multipart, pdf } from '../support/files.ts'
import { testService, type TestService } from '../support/service.ts'

let clamd: Clamd
let service: TestService
let lead: Awaited<ReturnType<TestService['person']>>
beforeAll(async () => {
  clamd = await startClamd()
  service = await testService({ scanner: clamdScanner(clamd.url) })
  lead = await service.person(['lead'])
})
afterAll(async () => {
  await service.close()
  await clamd.remove()
})

async function upload(content: Buffer) {
  const form = multipart([{ field: 'file', name: 'letter.pdf', type: 'application/pdf', content }])
  return service.app.inject({ method: 'POST', url: '/api/v1/uploads', ...form })
}
async function sent(content: Buffer) {
  const { token, scan } = (await upload(content)).json()
  const { reference } = (await service.submitObserver({ documents: [token] })).json()
  await service.openTo(lead, reference)
  return { scan, reference }
}
const fileOf = async (reference: string) => {
  const url = `/api/v1/cases/${reference}`
  const [file] = (await service.app.inject({ url, headers: lead.headers })).json().documents
  const download = await service.app.inject({ url: `${url}/documents/${file.id}`, headers: lead.headers })
  return { scan: file.scan, status: download.statusCode, code: download.headers['content-type'] }
}
const look = () => {
  const { db, clock, files } = service
  const scanner = clamdScanner(clamd.url)
  return lookAfterFiles({ db, clock, files, scanner, log: silent }, () => {})
}

test('an infected file is refused at the door, and a clean one is known to be clean', async () => {
  const infected = await upload(pdf(EICAR))
  expect(infected.statusCode).toBe(422)
  expect(infected.json().errors).toMatchObject([{ pointer: '/file', code: 'file-infected' }])
  const { scan, reference } = await sent(pdf())
  expect(scan).toBe('clean')
  expect(await fileOf(reference)).toMatchObject({ scan: 'clean', status: 200 })
})

test('while the scanner is away files wait, and are held back until it has looked at them', async () => {
  await clamd.stop()
  const clean = await sent(pdf('clean'))
  const infected = await sent(pdf(EICAR))
  for (const { scan, reference } of [clean, infected]) {
    expect(scan).toBe('pending')
    expect(await fileOf(reference)).toMatchObject({ scan: 'pending', status: 409 })
  }
  await expect(look()).rejects.toThrow('ENOENT')
  expect(await fileOf(clean.reference)).toMatchObject({ scan: 'pending', status: 409 })

  await clamd.start()
  await service.settled()
  await look()
  expect(await fileOf(clean.reference)).toMatchObject({ scan: 'clean', status: 200 })
  expect(await fileOf(infected.reference)).toMatchObject({ scan: 'infected', status: 409 })

  // Told once to whoever has the case, without the name that a stranger gave the file.
  await service.settled()
  await look()
  await service.settled()
  const { rows } = await service.pool.query(
    `select d.address, d.state from deliveries d join cases c on c.id = d.stream
     where c.reference = $1 and d.notification = 'document-infected'`,
    [infected.reference],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].state).toBe('accepted')
  const mails = (await service.inboxOf(rows[0].address)).map(({ text }) => text ?? '')
  expect(mails.filter(text => text.includes(infected.reference)).length).toBeGreaterThan(0)
  expect(mails.join()).not.toContain('letter.pdf')
  const page = await service.app.inject({
    url: `/api/v1/cases/${infected.reference}/audit-trail`,
    headers: lead.headers,
  })
  expect(page.json().items.map(({ type }: { type: string }) => type)).toContain('document.infected')
})

test('a submission cannot bring a file in which a virus was found meanwhile', async () => {
  await clamd.stop()
  const { token } = (await upload(pdf(EICAR))).json()
  await clamd.start()
  await look()
  const answer = await service.submitObserver({ documents: [token] })
  expect(answer.json().errors).toMatchObject([{ pointer: '/documents/0', code: 'unknown-file' }])
})
