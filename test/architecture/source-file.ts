// What the rules of the house need to know of a source file, read from its syntax tree (so never from its comments).
import { posix } from 'node:path'
import ts from 'typescript'

export interface Import {
  /** A path inside the project (`src/kernel/clock.ts`) or what follows `from` (`pg`, `node:fs`). */
  readonly from: string
  readonly local: boolean
  /** `import type`: gone at run time. */
  readonly typeOnly: boolean
  /** The names by which this file knows what it imports. */
  readonly names: readonly string[]
}

export interface SourceFile {
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly dynamicImports: boolean
  readonly readsEnvironment: boolean
  /** Where time or chance comes from the machine: `new Date()`, `Math.random()`… */
  readonly machineTime: readonly string[]
  /** Names given to `.insert(…)`, `.update(…)` or `.delete(…)`. */
  readonly written: readonly string[]
}

/** `path` is relative to the project's root, with forward slashes. */
export function readSource(path: string, text: string): SourceFile {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  const machineTime: string[] = []
  const written: string[] = []
  let dynamicImports = false
  let readsEnvironment = false

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const found = importIn(path, node)
      if (found) imports.push(found)
      if (found && /^(node:)?process$/.test(found.from) && found.names.includes('env'))
        readsEnvironment = true
    }
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(tree)
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword || callee === 'require') dynamicImports = true
      if (isMachineTime(callee, node.arguments.length)) machineTime.push(`${callee}()`)
      const [target] = node.arguments
      if (/\.(insert|update|delete)$/.test(callee) && target && ts.isIdentifier(target))
        written.push(target.text)
    }
    if (ts.isNewExpression(node) && node.expression.getText(tree) === 'Date' && !node.arguments?.length) {
      machineTime.push('new Date()')
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      if (/^(globalThis\.)?process(\.env|\[['"]env['"]\])$/.test(node.getText(tree))) readsEnvironment = true
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return { path, lines, imports, dynamicImports, readsEnvironment, machineTime, written }
}

function importIn(path: string, node: ts.ImportDeclaration | ts.ExportDeclaration): Import | undefined {
  const { moduleSpecifier } = node
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined
  const local = moduleSpecifier.text.startsWith('.')
  return {
    from: local ? posix.join(posix.dirname(path), moduleSpecifier.text) : moduleSpecifier.text,
    local,
    typeOnly: ts.isExportDeclaration(node) ? node.isTypeOnly : isTypeOnly(node.importClause),
    names: ts.isExportDeclaration(node) ? [] : namesIn(node.importClause),
  }
}

/** `import { type A }` leaves `import {}` behind, which still runs the file: only `import type` is gone. */
const isTypeOnly = (clause: ts.ImportClause | undefined): boolean =>
  clause?.phaseModifier === ts.SyntaxKind.TypeKeyword

function namesIn(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings
  const named =
    bindings && ts.isNamedImports(bindings) ? bindings.elements.map(element => element.name.text) : []
  const space = bindings && ts.isNamespaceImport(bindings) ? [bindings.name.text] : []
  return [...(clause?.name ? [clause.name.text] : []), ...named, ...space]
}

const isMachineTime = (callee: string, count: number): boolean =>
  ['Date.now', 'Date', 'Math.random', 'DateTime.now'].includes(callee) ||
  (['DateTime.local', 'DateTime.utc'].includes(callee) && count === 0)
