// A form as pages: what is split how, and that what is typed means the same answers as the API takes.
import { describe, expect, test } from 'vitest'
import type { Form } from '../../src/forms/define-form.ts'
import { FORMS } from '../../src/forms/index.ts'
import { checkTyped } from '../../src/forms/paging/check-typed.ts'
import { pagedForm } from '../../src/forms/paging/split-pages.ts'
import { answersTyped, askedAmong } from '../../src/forms/paging/typed.ts'
import type { Question } from '../../src/forms/question.ts'
import { typedExample } from '../support/form-typing.ts'

const circumstances = { language: 'en' as const, now: new Date('2026-03-02'), isJurisdiction: () => true }
const namesOn = (questions: readonly Question[]) =>
  questions.flatMap(({ name, kind, questions: inner = [] }) =>
    kind === 'group' ? inner.map(one => `${name}.${one.name}`) : [name],
  )

describe.each(FORMS.map(form => [form.name, form as Form] as const))('%s', (_, form) => {
  test('every question stands on exactly one page, in its order', () => {
    const { pages, closing } = pagedForm(form)
    const paged = [...pages.flatMap(page => namesOn(page.questions)), ...namesOn(closing)]
    expect(paged.toSorted()).toEqual(namesOn(form.questions).toSorted())
    expect(new Set(paged).size).toBe(paged.length)
  })

  test('what depends on an answer stands on a later page than it', () => {
    const { pages } = pagedForm(form)
    const pageOf = (name: string) => pages.findIndex(page => page.questions.some(one => one.name === name))
    const early = form.questions.filter(({ name, when }) => when && pageOf(name) <= pageOf(when.question))
    expect(early.map(({ name }) => name)).toEqual([])
  })

  test('the example typed into its fields means the example', () => {
    const typed = typedExample(form)
    expect(answersTyped(form, typed)).toEqual(form.example)
    expect(checkTyped(form, typed, circumstances).errors).toBeUndefined()
  })

  test('a blank form tells what is missing at fields, in the order of its pages', () => {
    const { errors = [] } = checkTyped(form, {}, circumstances)
    const { pages } = pagedForm(form)
    const places = errors.map(({ page }) => (page ? pages.indexOf(page) : Infinity))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(errors.map(({ field }) => field)).toContain('contact.email')
    expect(errors.every(({ message }) => message.length > 10)).toBe(true)
  })
})

const [observer] = FORMS
const asked = (typed: Record<string, string>) => askedAmong(observer.questions, typed).map(({ name }) => name)

test('a question that depends on one which is not asked is not asked', () => {
  const typed = { applicantType: 'civil-society', governmentControl: 'yes' }
  expect(asked(typed)).toContain('governmentControlDetails')
  expect(asked({ ...typed, applicantType: 'academia' })).not.toContain('governmentControlDetails')
})

test('what was typed into a question that is not asked any more is kept, but is no answer', () => {
  const typed = { ...typedExample(observer), governmentControl: 'yes', applicantType: 'academia' }
  expect(answersTyped(observer as Form, typed)).not.toHaveProperty('governmentControl')
})

test('an empty item between others is passed over, and an error is told at the field that is wrong', () => {
  const typed = {
    ...typedExample(observer),
    'website.0': '',
    'website.1': ' ',
    'website.2': 'nowhere',
  }
  const { errors = [] } = checkTyped(observer as Form, typed, circumstances)
  expect(errors.map(({ field, page }) => [field, page?.slug])).toEqual([['website.2', 'website']])
})

test.each([
  [['31', '2', '2027'], 'a day that exists'],
  [['', '', '2099'], 'a day that exists'],
  [['first', 'of', 'May'], 'a day that exists'],
  [['1', '1', '2020'], 'today'],
])('the date %j is told to be corrected in words for a page', ([day, month, year], says) => {
  const form = FORMS[1] as Form
  const typed = {
    ...typedExample(form),
    'neededBy.day': day as string,
    'neededBy.month': month as string,
    'neededBy.year': year as string,
  }
  const { errors = [] } = checkTyped(form, typed, circumstances)
  expect(errors).toHaveLength(1)
  expect(errors[0]).toMatchObject({ field: 'neededBy' })
  expect(errors[0]?.message).toContain(says)
})
