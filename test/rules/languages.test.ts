import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acceptedLanguage, LANGUAGES } from '../../src/kernel/languages.ts'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'fr'],
  ['ES', 'es'],
  ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
  ['de, es;q=0.5, fr;q=0.7', 'fr'],
  ['en;q=0.1, es;q=0.2', 'es'],
  ['fr;q=0, es', 'es'],
  ['fr;q=0', 'en'],
  ['*', 'en'],
  ['de-DE,ja', 'en'],
  ['es-419', 'es'],
  ['pt, es', 'pt'],
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
  ['ar-MA, fr;q=0.9', 'ar'],
  ['zh-CN, zh;q=0.9', 'en'],
  [' fr ; q=0.3 , es ; q=0.4 ', 'es'],
])('%j is answered in %s', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language)
})

test('of two that are wanted alike the first is taken', () => {
  expect(acceptedLanguage('es, fr')).toBe('es')
  expect(acceptedLanguage('fr, es')).toBe('fr')
})

test('whatever is sent, one of our languages comes out, and soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), header => {
      expect(LANGUAGES).toContain(acceptedLanguage(header))
    }),
  )
  const start = performance.now()
  acceptedLanguage(';q='.repeat(100_000))
  expect(performance.now() - start).toBeLessThan(100)
})
