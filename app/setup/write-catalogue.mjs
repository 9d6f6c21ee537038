// Run after a file was added to one of the folders below (`npm run catalogue`): each has an index that
// only lists its files, so that adding an element touches nothing that was there before.
// `--check` only says whether an index has fallen behind (exit code 1).
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Folder, name of what its index exports, and how one file is imported. */
const folders = [
  ['content-schema/nodes', 'elements', 'default'],
  ['content-schema/scoring/kinds', 'kinds', 'named'],
  ['editor/elements', 'elementEditors', 'default'],
  ['packaging/render/elements', 'elementRenderers', 'default'],
  ['tests/catalogue/elements', 'elementSamples', 'default'],
]

const behind = folders.filter(([folder, exported, how]) => {
  const path = `${root}${folder}/index.ts`
  const written = indexOf(`${root}${folder}`, exported, how)
  if (existsSync(path) && readFileSync(path, 'utf8') === written) return false
  if (!process.argv.includes('--check')) writeFileSync(path, written)
  return true
})

if (process.argv.includes('--check')) {
  for (const [folder] of behind) console.error(`${folder}/index.ts: run npm run catalogue`)
  process.exit(behind.length > 0 ? 1 : 0)
}

function indexOf(folder, exported, how) {
  const entries = readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => entryOf(folder, entry))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const imports = entries.map(({ name, from }) => {
    return `import ${how === 'named' ? `{ ${name} }` : name} from '${from}'`
  })
  const names = entries.map(({ name }) => `  ${name},`)
  return `// Written by \`npm run catalogue\` from the files of this folder.
${imports.join('\n')}

export const ${exported} = {
${names.join('\n')}
}
`
}

/** A file of the folder, or a folder with an index of its own; what several share is left out. */
function entryOf(folder, entry) {
  const { name } = entry
  if (entry.isDirectory()) {
    const index = ['index.ts', 'index.tsx'].find((file) =>
      existsSync(`${folder}/${name}/${file}`),
    )
    return index ? [{ name: camel(name), from: `./${name}/${index}` }] : []
  }
  const stem = /^([a-z0-9-]+)\.tsx?$/.exec(name)?.[1]
  return !stem || stem === 'index' ? [] : [{ name: camel(stem), from: `./${name}` }]
}

function camel(name) {
  return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
}
