import { isSafePath } from '../pipeline/parcel.ts'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'

/** The path that a file of a zip may be read under; `null` when it may under none. */
export type NamedEntry = { path: string | null; findings: PackageFinding[] }

/** Characters of the longest path that is kept: no disk takes a longer one. */
const longest = 1000

/**
 * Looks at the name of a file before anybody unpacks it. Backslashes are read as the slashes that
 * were meant, so that what else is wrong is found too.
 */
export function readName(name: string): NamedEntry {
  const said = name.length > 200 ? `${name.slice(0, 200)}…` : name
  if (/^([a-z]:|[/\\])/i.test(name)) return refused('zip.absolute-name', said)
  if (name.split(/[/\\]/).includes('..')) return refused('zip.escaping-name', said)
  if (name.length > longest) return refused('zip.long-name', said)
  const path = name.replace(/\\/g, '/')
  const backslash = path !== name && packageError('zip.backslash-name', { path: said })
  const unsafe = !isSafePath(path) && packageWarning('zip.unsafe-name', { path })
  return { path, findings: [backslash || unsafe].filter((each) => each !== false) }
}

function refused(code: PackageFinding['code'], path: string): NamedEntry {
  return { path: null, findings: [packageError(code, { path })] }
}

/** Names that only capitals tell apart: a server that does not see them keeps one of the files. */
export function namesAlike(names: Iterable<string>): PackageFinding[] {
  const seen = new Map<string, string>()
  return [...names].flatMap((path) => {
    const other = seen.get(path.toLowerCase())
    seen.set(path.toLowerCase(), path)
    return other === undefined ? [] : packageWarning('zip.names-alike', { path, other })
  })
}
