// From GOV.UK Frontend's Sass and our own to the style sheets that are committed and served, one for each direction of writing.
import { join } from 'node:path'
import rtlcss from 'rtlcss'
import { compile } from 'sass'

/** The sheets by their file names under src/web/assets. */
export function siteStyles(): Readonly<Record<string, string>> {
  const { css } = compile(join(import.meta.dirname, 'site.scss'), {
    style: 'compressed',
    quietDeps: true,
    charset: false,
  })
  return { 'site.css': `${css}\n`, 'site-rtl.css': `${rtlcss.process(css)}\n` }
}
