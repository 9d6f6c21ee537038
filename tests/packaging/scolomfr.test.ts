import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { formats } from '#packaging/package-source.ts'
import { doc, paragraph } from '#tests/builders/document.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, temporaryFolder, unzip } from '#tests/builders/zip.ts'

const run = promisify(execFile)
const shared = resolve('../shared')
const schemas = [
  ['ScoLOMFR 3.1', 'fixtures/scolomfr/xsd-3.1/scolomfr.xsd'],
  ['LOM with vocabularies of others', 'schemas/lom-ieee/lomLoose.xsd'],
] as const

const canLint =
  existsSync(shared) &&
  (await run('xmllint', ['--version']).then(
    () => true,
    () => false,
  ))

async function record(source = packageSource(), format: (typeof formats)[number] = 'web') {
  return String((await unzip(await builtPackage(format, { source }))).get('scolomfr.xml'))
}

it.skipIf(!canLint).each(schemas)(
  'the record is valid for %s, with all its fields and with the fewest (skipped without xmllint or ../shared)',
  async (_, schema) => {
    const path = join(shared, schema)
    const bare = packageSource(doc(paragraph('À lire.')))
    Object.assign(bare.facts, { summary: '', objective: '', prerequisites: '', keywords: [] })
    bare.alignments = []
    for (const source of [packageSource(), bare]) {
      const file = join(await temporaryFolder(), 'scolomfr.xml')
      await writeFile(file, await record(source))
      const args = ['--nonet', '--noout', '--schema', path, file]
      expect((await run('xmllint', args)).stderr).toContain('validates')
    }
  },
)

it.each(formats)('every package in %s has the record', async (format) => {
  expect(await record(packageSource(), format)).toContain('<lom:lom')
})

it('says what is asked of a French catalogue: title, language, learning time, licence, competency', async () => {
  const xml = await record()
  expect(xml).toContain('<lom:string language="fre">Choisir &#38; utiliser un « extincteur »')
  expect(xml).toContain('<lom:duration>PT12M</lom:duration>')
  expect(xml).toContain('https://creativecommons.org/licenses/by/4.0/')
  expect(xml).toContain('<lom:id>RNCP99001BC01</lom:id>')
  expect(xml).toContain('FN:Nadia Ferrand')
  expect(xml).toContain('scolomfr-voc-018-num-003')
})

it('names an exercise only where something is asked', async () => {
  const reading = packageSource(doc(paragraph('À lire.')))
  expect(await record()).toContain('concept/exercise')
  expect(await record(reading)).not.toContain('concept/exercise')
})
