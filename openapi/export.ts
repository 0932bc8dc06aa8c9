// `npm run openapi` writes what the routes say; with `--check` it only says whether the committed file says the same.
// Another file than `openapi.json` can be named as the last argument.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { documentText } from './document.ts'

const { values, positionals } = parseArgs({ options: { check: { type: 'boolean' } }, allowPositionals: true })
const file = positionals[0] ?? join(import.meta.dirname, 'openapi.json')
const text = await documentText()

if (!values.check) {
  await writeFile(file, text)
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  console.error('openapi/openapi.json is not what the routes say: run “npm run openapi” and commit the file.')
  process.exitCode = 1
}
