import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkAnswers } from '../../src/forms/check-answers.ts'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { LANGUAGES } from '../../src/kernel/languages.ts'
import { observerApplication, supportRequest } from '../support/applications.ts'

const now = new Date('2026-05-20T12:00:00Z')
const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/
const forms = FORMS.map((form): [string, Form] => [form.name, form as Form])

// Any JSON; or a valid payload in which any values, at any depth, are replaced by any JSON, or dropped, or added to.
const anyJson = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })
const damage = fc.record({
  at: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
  value: anyJson,
  key: fc.string(),
})
const damaged = fc
  .tuple(
    fc.constantFrom(observerApplication, supportRequest),
    fc.array(damage, { minLength: 1, maxLength: 4 }),
  )
  .map(([make, damages]) => {
    const payload = make()
    for (const { at, value, key } of damages) replace(payload, at, value, key)
    return payload
  })

function replace(
  target: Record<string, unknown>,
  [at = 0, ...deeper]: number[],
  value: unknown,
  key: string,
): void {
  const keys = Object.keys(target)
  const name = keys[at % (keys.length + 1)] ?? key
  const inner = target[name]
  if (deeper.length > 0 && typeof inner === 'object' && inner !== null) {
    replace(inner as Record<string, unknown>, deeper, value, key)
  } else {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
  }
}

test.each(forms)('%s: whatever comes in is answered or refused with valid pointers', (_, form) => {
  fc.assert(
    fc.property(fc.oneof(anyJson, damaged), fc.constantFrom(...LANGUAGES), (input, language) => {
      const circumstances = { language, now, isJurisdiction: (id: string) => id === 'kenya' }
      const { answers, errors } = checkAnswers(form, input, circumstances)
      // What is accepted is accepted again, unchanged: nothing was cut on the way in.
      const again = errors ? undefined : checkAnswers(form, answers, circumstances).answers
      expect(again).toEqual(answers)
      expect(errors).not.toEqual([])
      expect(new Set(errors?.map(error => error.pointer)).size).toBe(errors?.length ?? 0)
      for (const { pointer, code, message } of errors ?? []) {
        expect(pointer).toMatch(POINTER)
        expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
        expect(message).not.toMatch(/undefined|NaN|\[object/)
        expect(message.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})
