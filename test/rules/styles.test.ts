import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { siteStyles } from '../../styles/compile.ts'

test.each(Object.entries(siteStyles()))('%s is what its Sass makes, and light enough', (name, css) => {
  const committed = readFileSync(join(import.meta.dirname, '../../src/web/assets', name), 'utf8')
  expect(committed === css, 'run npm run css and commit what it writes').toBe(true)
  expect(gzipSync(css).length).toBeLessThan(12 * 1024)
})
