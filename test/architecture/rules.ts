// The rules of the house. Each takes every source file and returns what breaks it, as `path: what is wrong`.
import { posix } from 'node:path'
import type { Import, SourceFile } from './source-file.ts'

/** From the ground up. A folder imports only from lower floors. */
const FLOORS: readonly (readonly string[])[] = [
  ['kernel'],
  ['events', 'web'],
  ['staff', 'roster', 'forms'],
  ['routing'],
  ['cases'],
  // Files belong to cases; submissions, drafts and answers bring them in.
  ['documents'],
  ['submissions'],
  // They invite whom an application brought in, and know what was asked for there.
  ['meetings'],
  // Beside the desk: an applicant's own page reads what it reads, and the emails that lead there.
  ['triage', 'notifications', 'reports', 'follow'],
  // What comes back to our emails, and what is made of the desk and the emails together: nobody below knows of it.
  ['inbound', 'digest'],
]
// Over the floors: the app and the workers side by side, then what puts them together, then what people and machines start.
const TOP = FLOORS.length
const PUTS_TOGETHER = /^src\/service\.ts$/
const STARTED = /^(src\/main\.ts|workers\/main\.ts|src\/operations\/.+)$/

const MOST_LINES = 200

/** `cases` for `src/cases/tables.ts`, `workers` for `workers/main.ts`, null for `src/main.ts` and all outside. */
function folderOf(path: string): string | null {
  const [root, folder, ...rest] = path.split('/')
  if (root === 'workers') return 'workers'
  return root === 'src' && rest.length > 0 ? (folder ?? null) : null
}

function floorOf(path: string): number | undefined {
  if (STARTED.test(path)) return TOP + 2
  if (PUTS_TOGETHER.test(path)) return TOP + 1
  const folder = folderOf(path)
  if (folder === null || folder === 'workers') return TOP
  const floor = FLOORS.findIndex(folders => folders.includes(folder))
  return floor === -1 ? undefined : floor
}

const inProduct = (path: string) => /^(src|workers)\//.test(path)
const name = (path: string) => posix.basename(path)

const eachImport = (
  files: readonly SourceFile[],
  wrong: (file: SourceFile, imported: Import) => string | false | undefined,
): string[] =>
  files.flatMap(file =>
    file.imports.flatMap(imported => {
      const complaint = wrong(file, imported)
      return complaint ? [`${file.path}: ${complaint}`] : []
    }),
  )

const eachFile = (
  files: readonly SourceFile[],
  wrong: (file: SourceFile) => string | false | undefined,
): string[] =>
  files.flatMap(file => {
    const complaint = wrong(file)
    return complaint ? [`${file.path}: ${complaint}`] : []
  })

/** Only the files that `allowed` names may import the packages. */
const packageOnlyIn = (packages: RegExp, allowed: RegExp) => (files: readonly SourceFile[]) =>
  eachImport(
    files,
    (file, { from, local }) => !local && packages.test(from) && !allowed.test(file.path) && `imports ${from}`,
  )

function floors(files: readonly SourceFile[]): string[] {
  const homeless = eachFile(files, file => floorOf(file.path) === undefined && 'stands on no floor')
  const wrong = eachImport(files, (file, { from, local }) => {
    const mine = floorOf(file.path)
    if (!local || mine === undefined) return false
    if (!inProduct(from)) return mine < TOP && from.endsWith('.ts') && `imports ${from} from outside src`
    const theirs = floorOf(from)
    if (theirs === undefined || theirs < mine || folderOf(from) === folderOf(file.path)) return false
    return `imports ${from}, which is not on a lower floor`
  })
  return [...homeless, ...wrong]
}

// They react to what happens and read the rest: what they join they must not write.
const READS_ALL_TABLES = ['meetings', 'triage', 'notifications', 'reports', 'follow', 'inbound', 'digest']

function tables(files: readonly SourceFile[]): string[] {
  return eachImport(files, (file, { from, local, names }) => {
    if (!local || name(from) !== 'tables.ts' || folderOf(from) === folderOf(file.path)) return false
    // A foreign key refers to a table of a lower floor.
    if (name(file.path) === 'tables.ts') return false
    if (!READS_ALL_TABLES.includes(folderOf(file.path) ?? '')) return `uses the tables of ${from}`
    const written = names.filter(table => file.written.includes(table))
    return written.length > 0 && `writes ${written.join(', ')} of ${from}`
  })
}

const PURE =
  /^src\/(.+\/)?(form|lifecycle|criteria|roles|choose-reviewer|working-days|service-standard)\.ts$|^src\/notifications\/(?!catalogue\/)[^/]+\/[^/]+\.ts$/
const IMPURE =
  /^(fastify|@fastify\/.+|fastify-.+|pg|drizzle-orm|bullmq|ioredis|nodemailer|node:(fs|http|https|net|child_process))(\/.+)?$/

/** A pure file must not even reach an impure package by way of others, type imports aside. */
function purity(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  return files
    .filter(({ path }) => PURE.test(path))
    .flatMap(pure => {
      const seen = new Set<string>()
      const waiting = [pure.path]
      const found: string[] = []
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        if (seen.has(path)) continue
        seen.add(path)
        for (const { from, local, typeOnly } of byPath.get(path)?.imports ?? []) {
          if (typeOnly) continue
          if (local) waiting.push(from)
          else if (IMPURE.test(from)) found.push(`${pure.path}: reaches ${from} through ${path}`)
        }
      }
      return found
    })
}

/** Every rule by its name. */
export const RULES: Readonly<Record<string, (files: readonly SourceFile[]) => string[]>> = {
  'a folder imports only lower floors': floors,
  'Fastify stays in routes, pages, web, session, guard, desk page, app and main': packageOnlyIn(
    /^(fastify|@fastify\/.+|fastify-.+|@bull-board\/fastify)$/,
    /^src\/(web\/.+|(.+\/)?(routes|pages)\.ts|staff\/(session|guard|desk-page)\.ts|follow\/entrance\.ts|app\.ts|administration\.ts|public-site\.ts|main\.ts)$/,
  ),
  'nodemailer stays in kernel/mailer.ts': packageOnlyIn(/^nodemailer(\/|$)/, /^src\/kernel\/mailer\.ts$/),
  'BullMQ stays in two files of the kernel and the workers': packageOnlyIn(
    /^bullmq(\/|$)/,
    /^(src\/kernel\/(migrate-)?queues\.ts$|workers\/)/,
  ),
  'the environment is read in kernel/config.ts only': files =>
    eachFile(
      files,
      file => file.readsEnvironment && file.path !== 'src/kernel/config.ts' && 'reads process.env',
    ),
  'nothing is imported while running': files =>
    eachFile(files, file => file.dynamicImports && 'uses import() or require()'),
  'a folder’s tables are its own': tables,
  'rules and texts are pure': purity,
  'time and chance come in from outside': files =>
    eachFile(
      files,
      file =>
        folderOf(file.path) !== 'kernel' &&
        file.machineTime.length > 0 &&
        `uses ${file.machineTime.join(', ')}`,
    ),
  [`no file is longer than ${MOST_LINES} lines`]: files =>
    eachFile(files, file => file.lines > MOST_LINES && `has ${file.lines} lines`),
  'a file is named for what it does': files =>
    eachFile(
      files,
      file =>
        ((/(^|[/-])(helpers?|utils?|common|misc|managers?|services?)(\.ts|\/)/.test(file.path) &&
          // The service itself, all of it: not a layer of that name.
          !PUTS_TOGETHER.test(file.path)) ||
          !/^[a-z0-9/-]+\.ts$/.test(file.path)) &&
        'has a name that says nothing, or not in kebab-case',
    ),
}
