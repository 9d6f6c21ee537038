import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'
import { validateXML } from 'xmllint-wasm'

/** Schemas of others, which stand beside a checkout and are no part of it. */
export const shared = [resolve('../shared'), resolve('../../shared')].find((folder) =>
  existsSync(join(folder, 'schemas/lom-ieee/lomStrict.xsd')),
)

/** What a validator says of XML by a schema and all that it draws in; nothing when it is valid. */
export async function faultsOf(xml: string, schema: string): Promise<string[]> {
  const folder = dirname(schema)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xsd'))
    .map((name) => ({ fileName: flat(name), contents: flattened(folder, name) }))
  const entry = files.find(({ fileName }) => schema === join(folder, fileName))!
  const result = await validateXML({
    xml: { fileName: 'answer.xml', contents: xml },
    schema: entry,
    preload: files.filter((file) => file !== entry),
  })
  return result.errors.map(({ rawMessage }) => rawMessage)
}

/** The validator knows no folders. */
function flat(path: string): string {
  return normalize(path).replaceAll('/', '_')
}

function flattened(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8').replace(
    /schemaLocation="([^"]+)"/g,
    (whole, path: string) =>
      path.startsWith('http') ? whole : `schemaLocation="${flat(join(dirname(name), path))}"`,
  )
}
