// `npm run css`
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { siteStyles } from './compile.ts'

for (const [name, css] of Object.entries(siteStyles())) {
  writeFileSync(join(import.meta.dirname, '../src/web/assets', name), css)
}
