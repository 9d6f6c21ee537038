import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { foundRights } from '#app/services/assets/found-rights.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { addImport } from '#app/services/imports/add-import.server.ts'
import { previewOf, readFile } from '#app/services/imports/preview-import.server.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import { repeatedIds } from '#content-schema/identity.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { hugePng } from '#tests/builders/huge-png.ts'

/** A PNG of one pixel. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let place: Workplace
let dataDir: string

beforeEach(async () => {
  place = workplace()
  dataDir = await mkdtemp(join(tmpdir(), 'grain-imports-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('stands after what the module already says, under ids of its own, in one version', async () => {
  const before = draft()
  await add('quai.md', '# Le quai\n\nUn texte.')
  await add('quai.md', '# Le quai\n\nUn texte.')
  const after = draft()
  expect(after.version).toBe(before.version + 2)
  const sections = after.document.doc.content ?? []
  expect(sections.slice(0, -2)).toEqual(before.document.doc.content)
  expect(repeatedIds(after.document.doc)).toEqual([])
})

it('is all there is in a module that nobody has begun', async () => {
  const { designer } = place.people
  const moduleId = createModule(place.bank, {
    ...{ title: 'Quai', code: 'quai', language: 'fr', author: designer, now },
    organisationId: place.organisationId,
  })
  await add('quai.md', '# Le quai\n\nUn texte.', moduleId)
  expect(readDocument(draft(moduleId).document).childCount).toBe(1)
})

it('brings its pictures under unknown rights', async () => {
  await add('palette.docx', readFileSync('tests/corpus/import/palette.docx'))
  const digest = assetDigests(readDocument(draft().document)).at(-1)!
  const { organisationId } = place
  expect(findAsset(place.bank, { digest, organisationId })?.rights.licence).toBe('unknown')
})

it('says of its pictures what it says of itself, for a person to confirm', async () => {
  const picture = `![a](data:image/png;base64,${onePixel})`
  const facts = 'author: [Nadia Ferrand, "Luc Oudin"]\nlicense: CC BY-SA 4.0'
  await add('quai.md', `---\n${facts}\n---\n# Quai\n\n${picture}`)
  const digest = assetDigests(readDocument(draft().document)).at(-1)!
  const { bank, organisationId, people } = place
  const read = () => findAsset(bank, { digest, organisationId })!
  const found = () => foundRights({ bank, dataDir }, { ...read(), organisationId })
  expect(read().rights).toMatchObject({ licence: 'unknown', authors: [] })
  expect(await found()).toMatchObject({
    from: 'quai.md',
    authors: ['Nadia Ferrand', 'Luc Oudin'],
    reading: { licence: 'cc-by-sa-4.0', confidence: 'certain' },
  })
  const record = completeRights({ title: 'Quai', licence: 'cc-by-4.0' })
  recordRights(bank, { digest, organisationId, personId: people.designer.id, record, now })
  expect(await found()).toBeNull()
})

it('whose pictures are broken, too large or something else says so before anything is kept', async () => {
  const image = (bytes: Buffer) => `![a](data:image/png;base64,${bytes.toString('base64')})`
  const text = [Buffer.from('rien'), hugePng(20_000, 10_000), Buffer.from('%PDF-1.4\n%âãÏÓ\n')]
  const imported = await readFile(
    { name: 'x.md', bytes: Buffer.from(`# Quai\n\n${text.map(image).join('\n\n')}`) },
    'fr',
  )
  expect(imported.files).toEqual([])
  expect(imported.findings).toMatchObject([{ code: 'import.picture', params: { count: 3 } }])
  expect(JSON.stringify(imported.sections).match(/"image"/g)).toHaveLength(3)
})

it('that was refused changes nothing', async () => {
  const before = draft()
  await expect(add('x.docx', 'no zip')).rejects.toMatchObject({ code: 'import.refused' })
  expect(draft()).toEqual(before)
})

it('of a kind that is not read is refused by name', async () => {
  await expect(add('photo.png', 'x')).rejects.toMatchObject({ code: 'import.unknown-format' })
})

it('is shown before anything is kept, its pictures in the page itself', async () => {
  const before = draft()
  const bytes = readFileSync('tests/corpus/import/palette.docx')
  const imported = await readFile({ name: 'palette.docx', bytes }, 'fr')
  const preview = previewOf(imported, { language: 'fr', contentLanguage: 'fr' })
  expect(preview).toMatchObject({ sections: 1, files: 1 })
  expect(preview.html).toContain('src="data:image/png;base64,')
  expect(preview.html).toContain('gilet de haute visibilité')
  expect(draft()).toEqual(before)
})

function draft(moduleId = place.moduleId) {
  return findDraft(place.bank, { moduleId, organisationId: place.organisationId })
}

async function add(name: string, content: string | Buffer, moduleId = place.moduleId) {
  const imported = await readFile({ name, bytes: Buffer.from(content) }, 'fr')
  const { organisationId, people, bank } = place
  const by = { moduleId, organisationId, personId: people.designer.id, now }
  await addImport({ bank, dataDir }, { ...by, imported, fileName: name })
}
