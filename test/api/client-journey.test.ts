// A generated client, as somebody else would make it: a folder of its own with the example, the types made from the
// committed document, and a strict compiler.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import openapiTS, { astToString } from 'openapi-typescript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testService, type TestService } from '../support/service.ts'

const root = join(import.meta.dirname, '..', '..')
const run = promisify(execFile)

let folder: string
let service: TestService

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'justice-intake-client-'))
  await cp(join(root, 'examples', 'client'), folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const types = astToString(await openapiTS(pathToFileURL(join(root, 'openapi', 'openapi.json'))))
  await writeFile(join(folder, 'openapi.d.ts'), types)
  service = await testService()
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

/** What the compiler complains about; empty when it is content. */
async function complaints(): Promise<string> {
  const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc')
  try {
    await run(process.execPath, [compiler, '--project', '.', '--pretty', 'false'], { cwd: folder })
    return ''
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error)
  }
}

test('the journey compiles strictly against the types of the committed document', async () => {
  expect(await complaints()).toBe('')
})

test.each([
  ['application.ts', 'a field that the form does not have', 'organisationName:', 'organizationName:'],
  ['application.ts', 'a word that is no choice', "'access-to-justice'", "'justice-for-all'"],
  ['application.ts', 'a missing answer', "  country: 'GH',\n", ''],
  ['journey.ts', 'an address that does not exist', '/review', '/reviews'],
  ['journey.ts', 'an outcome that nobody can choose', "outcome: 'accept'", "outcome: 'approve'"],
  ['journey.ts', 'a field that no answer has', 'receipt.next.dueAt', 'receipt.next.deadline'],
])('%s: %s does not compile', async (file, _, right, wrong) => {
  const path = join(folder, file)
  const source = await readFile(path, 'utf8')
  expect(source).toContain(right)
  await writeFile(path, source.replace(right, wrong))
  try {
    expect(await complaints()).toMatch(new RegExp(`^${file}\\(\\d+,\\d+\\): error TS`))
  } finally {
    await writeFile(path, source)
  }
})

test('the journey walks from the form to the audit trail', async () => {
  const [lead, reviewer, outsider] = await Promise.all([
    service.person(['lead']),
    service.person(['reviewer']),
    service.person(['reviewer']),
  ])
  const env = {
    INTAKE: await service.listen(),
    LEAD_TOKEN: lead.token,
    REVIEWER_TOKEN: reviewer.token,
    OUTSIDER_TOKEN: outsider.token,
  }
  const { stdout } = await run(process.execPath, [join(folder, 'journey.ts')], { env, timeout: 30_000 })
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringContaining('the form is “Apply to join'),
    expect.stringContaining('taken in; due 2026-03-'),
    '- sent again with the same key: the same answer',
    '- two wrong answers: both are named',
    expect.stringMatching(/^- routed: \S.+/),
    '- reviewed, asked, answered, recommended',
    '- decided by a lead, not by the reviewer',
    expect.stringMatching(/^- the audit trail: .*submission.*/),
    '- not there for who may not see it',
  ])
})
