import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

/** One import of a file: of what, and whether anything of it is there when the program runs. */
export type Import = { from: string; specifier: string; to: string | null; typeOnly: boolean }

const folders = ['app', 'content-schema', 'editor', 'packaging', 'tests']

/** Every file below these folders whose name ends so, from the project's root. */
export function filesBelow(ending: RegExp, within: string[] = folders): string[] {
  return within
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
    )
    .filter((path) => ending.test(path))
    .sort()
}

/** The imports and re-exports of every TypeScript file; `to` is `null` for a package. */
export function readImports(): Import[] {
  return filesBelow(/\.tsx?$/).flatMap(importsOf)
}

function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(
    from,
    readFileSync(from, 'utf8'),
    ts.ScriptTarget.ES2022,
    false,
  )
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node)
    if (specifier) {
      found.push({ from, specifier, to: resolve(from, specifier), typeOnly: isTypeOnly(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function specifierOf(node: ts.Node): string | null {
  const given = ts.isCallExpression(node)
    ? node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]
    : ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : undefined
  return given && ts.isStringLiteralLike(given) ? given.text : null
}

/** `import type`, `export type`, `import { type A }` and `import('…').A` leave nothing behind. */
function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true
  if (ts.isExportDeclaration(node)) return node.isTypeOnly
  if (!ts.isImportDeclaration(node) || !node.importClause) return false
  const { isTypeOnly: whole, name, namedBindings } = node.importClause
  if (whole || name || !namedBindings || !ts.isNamedImports(namedBindings)) return whole
  return namedBindings.elements.every((element) => element.isTypeOnly)
}

function resolve(from: string, specifier: string): string | null {
  const path = specifier.replace(/\?.*$/, '')
  if (path.startsWith('#')) return normalize(path.slice(1))
  if (!path.startsWith('.')) return null
  const target = join(dirname(from), path)
  return existsSync(target) ? target : `${target} (missing)`
}
