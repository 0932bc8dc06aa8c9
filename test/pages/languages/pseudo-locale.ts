// Puts the language that nobody speaks in the place of one of ours: wherever the sources have words in all languages.
import type { Plugin } from 'vitest/config'
import { catalogues, parsed } from '../../support/catalogues.ts'
import type { Language } from '../../../src/kernel/languages.ts'

const PSEUDO = new URL('pseudo.ts', import.meta.url).pathname

/** A plugin for tests whose process is to speak it. `place` is the language that gives way. */
export const pseudoLocale = (place: Language): Plugin => ({
  name: 'pseudo-locale',
  enforce: 'pre',
  transform(source, id) {
    const [path = ''] = id.split('?')
    if (!/\/src\/.*\.ts$/.test(path)) return null
    const code = inPseudo(path, source, place)
    return code === source ? null : { code, map: null }
  },
})

/** The source with its words in `place` made from those in English when it runs. */
function inPseudo(path: string, source: string, place: Language): string {
  const file = parsed(path, source)
  const changes = catalogues(file).map(({ en, [place]: other }) => ({
    from: other.getStart(file),
    to: other.end,
    english: 'initializer' in en ? en.initializer.getText(file) : en.name.getText(file),
  }))
  const outermost = changes.filter(one => !changes.some(two => two.from < one.from && one.to <= two.to))
  if (outermost.length === 0) return source
  // From the last one up: what stands before keeps its place.
  const code = outermost
    .toSorted((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to, english }) =>
        `${text.slice(0, from)}${place}: inPseudo(${english})${text.slice(to)}`,
      source,
    )
  return `import { pseudo as inPseudo } from '${PSEUDO}'\n${code}`
}
