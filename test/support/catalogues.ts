// Where the words of the service stand: every object literal that has all our languages, and every file named for one.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import ts from 'typescript'
import { LANGUAGES, type Language } from '../../src/kernel/languages.ts'

/** What an object has for each language, as nodes of its file. A shorthand (`{ en, fr }`) has a name only. */
export type Entries = Record<Language, ts.PropertyAssignment | ts.ShorthandPropertyAssignment>

export const parsed = (path: string, source: string): ts.SourceFile =>
  ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)

/** The objects of the file that have a property for each language, outer ones first. */
export function catalogues(file: ts.SourceFile): Entries[] {
  const found: Entries[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const named = node.properties.flatMap((property): [string, Entries[Language]][] =>
        ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)
          ? [[property.name.getText().replace(/^'|'$/g, ''), property]]
          : [],
      )
      const entries = Object.fromEntries(named)
      if (LANGUAGES.every(language => language in entries)) found.push(entries as Entries)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** The words in a node: its strings, and the fixed parts of its templates. */
export function wordsIn(node: ts.Node): string[] {
  const words: string[] = []
  const visit = (at: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(at) || ts.isTemplateHead(at) || ts.isTemplateMiddleOrTemplateTail(at)
    if (isText && !isNoWord(at)) words.push(at.text)
    ts.forEachChild(at, visit)
  }
  visit(node)
  return words
}

// The name of a property, what is looked up by a name, the file that is imported.
const isNoWord = ({ parent, ...at }: ts.Node): boolean =>
  (ts.isPropertyAssignment(parent) && parent.name.pos === at.pos) ||
  (ts.isElementAccessExpression(parent) && parent.argumentExpression.pos === at.pos) ||
  ts.isImportDeclaration(parent)

interface Text {
  path: string
  words: readonly (readonly [Language, readonly string[]])[]
}

/** Every text of the sources: what each object, or each file named for a language, says in it. */
export function allTexts(): { objects: Text[]; files: Text[] } {
  const sources = globSync('src/**/*.ts').map(path => ({
    path,
    file: parsed(path, readFileSync(path, 'utf8')),
  }))
  return {
    objects: sources.flatMap(({ path, file }) =>
      catalogues(file).map(entries => ({
        path,
        words: LANGUAGES.map(language => [language, wordsIn(entries[language])] as const),
      })),
    ),
    files: sources.flatMap(({ path, file }) =>
      LANGUAGES.filter(language => basename(path) === `${language}.ts`).map(language => ({
        path,
        words: [[language, wordsIn(file)] as const],
      })),
    ),
  }
}
