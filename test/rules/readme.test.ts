// The README is true: its settings exist, its commands exist, what it tells people to send is accepted.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { checkAnswers } from '../../src/forms/check-answers.ts'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'

const fileOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const readme = fileOf('README.md')
const documents = readme + fileOf('docs/operations.md') + fileOf('CONTRIBUTING.md')

test('every setting stands in the README, and every one there exists', () => {
  const table = readme.slice(readme.indexOf('## Settings'), readme.indexOf('## The walk'))
  const named = table.match(/^\| .*? \|/gm)?.flatMap(cell => cell.match(/[A-Z][A-Z0-9_]+/g) ?? [])
  const read = [...fileOf('src/kernel/settings.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
    match => match[1] ?? '',
  )
  expect(named?.toSorted()).toEqual(read.toSorted())
})

test('every npm command that the documents name exists', () => {
  const named = [...documents.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)].map(match => match[1] ?? '')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(name => !(name in packageJson.scripts))).toEqual([])
})

test('every file that the README names exists', () => {
  const named = [...readme.matchAll(/`((?:src|workers|test|docs|bench)\/[\w./-]+\.\w+)`/g)].map(
    match => match[1] ?? '',
  )
  expect(named.length).toBeGreaterThan(10)
  for (const path of named) expect(() => fileOf(path), path).not.toThrow()
})

test.each(FORMS.map((form: Form) => [form.path, form] as const))(
  'what the README sends to %s is accepted',
  (path, form) => {
    const command = readme.slice(readme.indexOf(`/api/v1/${path}`))
    const body = /-d '(\{.*?\n\})'/s.exec(command)?.[1] ?? ''
    const circumstances = { language: 'en', now: new Date(), isJurisdiction: () => true } as const
    expect(checkAnswers(form, JSON.parse(body), circumstances).errors).toBeUndefined()
  },
)
