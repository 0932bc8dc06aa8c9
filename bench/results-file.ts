// RESULTS.md: each command of the bench writes its own section and leaves the others as they are.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** In the order of the file. */
const SECTIONS = ['submissions', 'pages', 'desk'] as const
type Section = (typeof SECTIONS)[number]

const FILE = join(import.meta.dirname, 'RESULTS.md')
const mark = (section: Section) => `<!-- ${section} -->`

/** Puts the Markdown, which begins with a heading of the first level, in the place of what the section was. */
export async function writeSection(section: Section, text: string): Promise<void> {
  const before = await readFile(FILE, 'utf8').catch(() => '')
  const sections = SECTIONS.map(
    name => [name, name === section ? text.trim() : sectionIn(before, name)] as const,
  )
  const file = sections
    .filter(([, content]) => content !== '')
    .map(([name, content]) => `${mark(name)}\n\n${content}\n`)
  await writeFile(FILE, file.join('\n'))
}

function sectionIn(file: string, name: Section): string {
  const begin = file.indexOf(mark(name))
  if (begin === -1) return ''
  const rest = file.slice(begin + mark(name).length)
  const ends = SECTIONS.map(other => rest.indexOf(mark(other))).filter(at => at !== -1)
  return rest.slice(0, Math.min(rest.length, ...ends)).trim()
}
