import { expect, test } from 'vitest'
import { NOTIFICATIONS } from '../../src/notifications/index.ts'
import { emailOf, factsFor } from './notifications-facts.ts'

const email = (name: string, language: 'ar' | 'en', change: { organisation?: string } = {}) => {
  const notification = NOTIFICATIONS.find(one => one.name === name)
  if (!notification) throw new Error(`There is no email ${name}.`)
  const facts = factsFor(notification.on[0] ?? '', language, { kind: 'observer' })
  return emailOf(notification, language, { ...facts, theCase: { ...facts.theCase, ...change } })
}

test('an Arabic email is set from right to left, also where web mail keeps nothing but the column', () => {
  const { html } = email('receipt', 'ar')
  expect(html).toContain('<html lang="ar" dir="rtl">')
  expect(html).toMatch(/<div lang="ar" dir="rtl" style="[^"]*text-align:right">/)
})

test('a name keeps its own direction in a sentence of another', () => {
  expect(email('observer-admitted', 'ar', { organisation: 'Justice (Inc.)' }).html).toContain(
    'تشارك <bdi>Justice (Inc.)</bdi> في التحالف',
  )
  expect(email('observer-admitted', 'en', { organisation: 'شبكة العدالة' }).html).toContain(
    'From today <bdi>شبكة العدالة</bdi> takes part',
  )
})

test('what people wrote turns the way it was written, beside questions in Arabic', () => {
  const { html } = email('receipt', 'ar')
  expect(html).toMatch(/<dd dir="auto"[^>]*>One of our board members/)
  expect(html).toContain('<li><bdi>https://legal-aid.example.org</bdi></li>')
})

test('no line of ours in plain text begins with a letter that would turn it from left to right', () => {
  const { subject, text } = email('assigned', 'ar')
  const turned = /^[^\p{L}\u200F]*(?!\p{Script=Arabic})\p{L}/u
  expect(subject).toMatch(/^\u200FOBS-/)
  expect(text.split('\n').filter(line => turned.test(line))).toEqual([])
  expect(email('assigned', 'en').text).not.toContain('\u200F')
})

test('Arabic dates are Gregorian, in the digits that references and addresses have', () => {
  const { text } = email('receipt', 'ar')
  expect(text).toContain('يوم الاثنين 23 نوفمبر 2026')
  expect(text).not.toMatch(/[٠-٩]/)
})
