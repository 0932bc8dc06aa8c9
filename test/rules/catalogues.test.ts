// No language is second class: each says everything, in its own words. What is missing does not compile; the rest is held here.
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { counted, PLURAL_FORMS } from '../../src/kernel/counted.ts'
import { LANGUAGES, localeOf, type Language } from '../../src/kernel/languages.ts'
import { allTexts, catalogues, parsed, wordsIn } from '../support/catalogues.ts'

interface Said {
  path: string
  language: Language
  words: string
}

const { objects: texts, files } = allTexts()
const said: Said[] = [...texts, ...files].flatMap(({ path, words }) =>
  words.flatMap(([language, all]) => all.map(one => ({ path, language, words: one }))),
)

// Words so common in each language, and in no other of ours, that a sentence without one is rare.
const COMMON: Readonly<Record<Exclude<Language, 'ar'>, RegExp>> = {
  en: /(?<![\p{L}’-])(?:the|and|of|your|you|we|with|what|this|please|enter|choose|have|has|been)(?![\p{L}’-])/iu,
  fr: /(?<![\p{L}’-])(?:vous|votre|nous|est|avec|dans|une|aux|ou)(?![\p{L}’-])/iu,
  es: /(?<![\p{L}’-])(?:usted|su|el|los|las|una|y|del|con)(?![\p{L}’-])/iu,
  pt: /(?<![\p{L}’-])(?:não|seu|sua|uma|em|pelo|pela|do|da|com|você)(?![\p{L}’-])/iu,
}
const isOf = (language: keyof typeof COMMON, words: string) => COMMON[language].test(words)
// OGP's challenge has no other name; “Asked of us” is a view of the desk, which is in English.
const outsideNames = (words: string) =>
  words.replaceAll(/Open Gov Challenge|Asked of us|https?:\S*|\S+@\S+|\{\w+\}/g, '')

describe('every catalogue', () => {
  test('is found: hundreds of texts, in hundreds of places', () => {
    expect(texts.length).toBeGreaterThan(300)
    expect(new Set(texts.map(({ path }) => path)).size).toBeGreaterThan(50)
  })

  test.each(['fr', 'es', 'pt', 'ar'] as const)('has nothing in English left in %s', language => {
    const left = said.filter(one => one.language === language && isOf('en', outsideNames(one.words)))
    expect(left).toEqual([])
  })

  test('has no sentence of French, Spanish or Portuguese in another of them', () => {
    const odd = said.filter(({ language, words }) => {
      if (language === 'ar' || isOf(language, words)) return false
      return (['fr', 'es', 'pt'] as const).some(
        other =>
          other !== language &&
          [...words.matchAll(new RegExp(COMMON[other], 'giu'))].length > 1 &&
          words.length > 30,
      )
    })
    expect(odd).toEqual([])
  })

  test('is written in Arabic letters where it is Arabic, in Latin ones where it is not', () => {
    const wrong = said.filter(({ language, words }) =>
      language === 'ar'
        ? /\p{Script=Latin}{3}/u.test(outsideNames(words)) && !/\p{Script=Arabic}/u.test(words)
        : /\p{Script=Arabic}/u.test(words),
    )
    // What is compared and never shown has small letters only.
    expect(wrong.filter(({ words }) => !/^[a-z-]+$/.test(words))).toEqual([])
  })

  test('leaves the same places open in each language', () => {
    const places = (words: readonly string[]) => words.flatMap(one => one.match(/\{\w+\}/g) ?? []).toSorted()
    const differing = texts.filter(({ words }) => {
      const [first, ...others] = words.map(([, all]) => places(all).join(' '))
      return others.some(other => other !== first)
    })
    expect(differing).toEqual([])
  })

  test('gives every number the forms that the platform has for the language', () => {
    for (const language of LANGUAGES) {
      const { pluralCategories } = new Intl.PluralRules(localeOf(language)).resolvedOptions()
      expect(new Set<string>(PLURAL_FORMS[language])).toEqual(new Set(pluralCategories))
    }
  })
})

test.each([
  [0, '0 كلمة'],
  [1, 'كلمة واحدة'],
  [2, 'كلمتين'],
  [3, '3 كلمات'],
  [10, '10 كلمات'],
  [11, '11 كلمة'],
  [100, '100 كلمة'],
  [103, '103 كلمات'],
])('%i words in Arabic', (number, words) => {
  const forms = {
    zero: '# كلمة',
    one: 'كلمة واحدة',
    two: 'كلمتين',
    few: '# كلمات',
    many: '# كلمة',
    other: '# كلمة',
  }
  expect(counted('ar', number, forms)).toBe(words)
})

test('the applicants’ pages have no words of their own: all come from a catalogue', () => {
  const views = globSync('src/**/views/*.njk').filter(
    path => path.startsWith('src/web/site/') || /extends "web\/site\//.test(readFileSync(path, 'utf8')),
  )
  expect(views.length).toBeGreaterThan(5)
  const words = views.flatMap(path => {
    const html = readFileSync(path, 'utf8').replaceAll(/\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}/gs, '')
    const shown =
      html.replaceAll(/<!doctype html>|<[^>]*>|[\w-]+="[^"]*"/gs, '\n').match(/\p{L}{2,}.*/gu) ?? []
    const read = html.match(/(?:aria-label|alt|title|placeholder)="[^"]*\p{L}{2}[^"]*"/gu) ?? []
    return [...shown, ...read].map(found => `${path}: ${found}`)
  })
  expect(words).toEqual([])
})

test('a catalogue is known by its languages alone', () => {
  const template = ['`v $', "{b['k']} u`"].join('')
  const source = `const a = { en: 'x', fr: 'y', es: 'z', pt: 'w', ar: ${template} }; const c = { en: 'x' }`
  const [only, ...others] = catalogues(parsed('a.ts', source))
  expect(others).toEqual([])
  expect(only && wordsIn(only.ar)).toEqual(['v ', ' u'])
  expect(ts.version).toMatch(/^5\./)
})
