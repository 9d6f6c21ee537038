import { readFileSync } from 'node:fs'
import Ajv2019 from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeCase } from '#app/services/competencies/case/write-case.ts'
import {
  lookIntoFile,
  searchEntries,
} from '#app/services/competencies/files/look-into-file.server.ts'
import { addBlock, createFramework } from '#app/services/competencies/own-framework.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { saveBlock } from '#app/services/competencies/save-block.server.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { rawZip } from '#tests/builders/zip.ts'
import { entry, registerFile } from '../rncp/register-files.ts'
import {
  bring,
  countsOf,
  fileOf,
  fixtures,
  frameworkOf,
  haveFixtures,
  outlineOf,
  sampleFile,
  textOf,
} from './frameworks.ts'

const register = `${fixtures}/rncp/export_fiches_RNCP_V4_1_extrait.xml`
const cases = `${fixtures}/case`
const moodle = `${fixtures}/moodle-competencies`
const base = 'https://bank.example/id'
let place: Workplace

beforeEach(() => {
  place = workplace()
})

const described = describe.skipIf(!haveFixtures)

described('real files (skipped when the shared fixtures are absent)', () => {
  it.each([
    ['case/opensalt-sample.case10.json', 'CASE-20c5134f', [2, 6, 8]],
    ['case/rncp40792.case11.json', 'RNCP40792-CASE', [5, 22, 101]],
    ['digcomp/digcomp-3.0-core-framework.en.csv', 'DIGCOMP-3.0', [5, 21, 0]],
    ['moodle-competencies/rncp40792.moodle.csv', 'RNCP40792-MOODLE', [5, 22, 101]],
    ['moodle-competencies/moodle-lpimportcsv-example.extract.csv', 'OECD-CORE', [2, 5, 8]],
  ])('%s', async (file, code, counts) => {
    expect(await bring(place, `${fixtures}/${file}`)).toEqual([code])
    expect(countsOf(frameworkOf(place, code).blocks)).toEqual(counts)
    const before = frameworkOf(place, code)
    expect(await bring(place, `${fixtures}/${file}`)).toEqual([code])
    expect(frameworkOf(place, code)).toEqual(before)
    expect(listFrameworks(place.bank, place.organisationId)).toHaveLength(1)
  })

  it('CASE and Moodle say of an entry what the register says', async () => {
    await bring(place, register, ['RNCP40792'])
    await bring(place, `${cases}/rncp40792.case11.json`)
    await bring(place, `${moodle}/rncp40792.moodle.csv`)
    const labels = (code: string) =>
      outlineOf(frameworkOf(place, code).blocks).map(({ competencies }) => competencies)
    const known = labels('RNCP40792')
    expect(labels('RNCP40792-CASE')).toEqual(known)
    expect(labels('RNCP40792-MOODLE')).toEqual(known)
  })

  it('statements and outcomes of DigComp detail its competences, once, and never come first', async () => {
    const files = ['statements', 'outcomes'].map(
      (name) => `${fixtures}/digcomp/digcomp-3.0-${name}.en.csv`,
    )
    await expect(bring(place, files[0]!)).rejects.toMatchObject({
      code: 'framework.digcomp-first',
    })
    await bring(place, `${fixtures}/digcomp/digcomp-3.0-core-framework.en.csv`)
    for (const file of [...files, ...files]) await bring(place, file)
    expect(countsOf(frameworkOf(place, 'DIGCOMP-3.0').blocks)).toEqual([5, 21, 362 + 523])
    const levels = `${fixtures}/digcomp/digcomp-3.0-levels.en.csv`
    await expect(bring(place, levels)).rejects.toMatchObject({
      code: 'framework.no-competency',
    })
  })

  it('the register says of each block what was published, and only the entry asked for comes', async () => {
    expect(await bring(place, register, ['RNCP40792'])).toEqual(['RNCP40792'])
    expect(countsOf(frameworkOf(place, 'RNCP40792').blocks)).toEqual([5, 22, 101])
  })

  it.each(['RNCP40792', 'CASE', 'DIGCOMP', 'own'])(
    'what is exported of %s as CASE is valid 1.1',
    async (what) => {
      const { framework, blocks } = await anyOf(what)
      const ajv = new Ajv2019({ strict: false })
      addFormats(ajv)
      const schema = `${cases}/case_v1p1_cfpackage-jsonschema1.json`
      const validate = ajv.compile(JSON.parse(textOf(schema)))
      const written = JSON.parse(JSON.stringify(writeCase({ framework, blocks }, base)))
      expect(validate(written), JSON.stringify(validate.errors?.[0])).toBe(true)
      expect(written.CFItems).toHaveLength(countsOf(blocks).reduce((sum, each) => sum + each))
    },
  )
})

it('an identifier that came with a framework is the one it leaves with', async () => {
  await bring(place, fileOf(caseFile()))
  const { framework, blocks } = frameworkOf(place, 'CASE-aaaaaaaa')
  const { CFDocument, CFItems, CFAssociations } = writeCase({ framework, blocks }, base)
  expect(CFDocument.identifier).toBe(uuid('a'))
  expect(CFItems.map(({ identifier }) => identifier)).toEqual(['b', 'c', 'd', 'e'].map(uuid))
  const parents = CFAssociations.map((each) => each.destinationNodeURI.identifier)
  expect(parents).toEqual(['a', 'b', 'c', 'd'].map(uuid))
})

it('what was exported here is recognised, and nothing doubled', async () => {
  await bring(place, sampleFile)
  const written = JSON.stringify(writeCase(frameworkOf(place, 'RNCP99001'), base))
  await expect(bring(place, fileOf(written))).rejects.toMatchObject({
    code: 'framework.already-here',
    params: { code: 'RNCP99001' },
  })
})

it('a framework without a licence is private', async () => {
  await bring(place, fileOf(caseFile()))
  expect(frameworkOf(place, 'CASE-aaaaaaaa').framework.licence).toBe('')
})

describe('a file is refused in words', () => {
  it.each([
    ['JSON that is no CASE package', '{"a":1}', 'framework.not-case'],
    ['a table of another kind', 'a;b;c\n1;2;3', 'framework.unknown-format'],
    ['nothing at all', '', 'framework.unknown-format'],
  ])('%s', async (_, content, code) => {
    await expect(bring(place, fileOf(content))).rejects.toMatchObject({ code, status: 422 })
  })

  it('when an item stands below itself, naming it', async () => {
    const looped = caseFile([...below, ['b', 'e']])
    await expect(bring(place, fileOf(looped))).rejects.toMatchObject({
      code: 'framework.cycle',
      params: { item: expect.stringContaining('Item') },
    })
    expect(listFrameworks(place.bank, place.organisationId)).toEqual([])
  })
})

it('a table saved by a French spreadsheet is read: Windows-1252, semicolons, no formula computed', async () => {
  const rows = [
    'Parent;Id;Short name;Description;F;S;C;R;O;K;X;E;Is framework;T',
    ';ATELIER;Métiers de l’atelier;;1;;;;;;;;1;',
    'ATELIER;A1;Préparer;;1;;;;;;;;;',
    "A1;A1.1;'=SOMME(1;2) à lire;;1;;;;;;;;;".replace('(1;2)', '(1,2)'),
  ]
  await bring(place, fileOf(windows1252(rows.join('\r\n'))))
  const { framework, blocks } = frameworkOf(place, 'ATELIER')
  expect(framework.title).toBe('Métiers de l’atelier')
  expect(outlineOf(blocks)[0]).toMatchObject({
    label: 'Préparer',
    competencies: [{ label: '=SOMME(1,2) à lire' }],
  })
})

describe('a zip', () => {
  it('of a register is read as what is inside', async () => {
    const zip = rawZip([
      { name: 'lisez-moi.txt', data: 'Note' },
      { name: 'export.xml', data: readFileSync(sampleFile) },
    ])
    expect(await bring(place, fileOf(zip))).toEqual(['RNCP99001'])
  })

  it('of something else is refused, as is one that is cut', async () => {
    const zip = rawZip([{ name: 'photo.png', data: 'Note' }])
    for (const bytes of [zip, zip.subarray(0, 40)])
      await expect(bring(place, fileOf(bytes))).rejects.toMatchObject({
        code: 'framework.zipped',
      })
  })
})

describe('a register file is looked into before anything is imported', () => {
  it('its entries are found by number and by words, those in force first', async () => {
    const active = '<ACTIF>Oui</ACTIF>'
    const many = registerFile(entry('', 'RNCP1'), entry(active, 'RNCP2'), entry(active, 'RS3'))
    const reading = await lookedInto(fileOf(many))
    if (reading.state !== 'read' || reading.content.format !== 'register') throw reading
    const { entries } = reading.content
    const codes = (q: string, active = false) =>
      searchEntries(entries, { q, active }).map(({ code }) => code)
    expect(codes('atelier')).toEqual(['RNCP2', 'RS3', 'RNCP1'])
    expect(codes('AGENT atelier', true)).toEqual(['RNCP2', 'RS3'])
    expect(codes('rs3')).toEqual(['RS3'])
    expect(codes('boulanger')).toEqual([])
  })

  it('what is wrong with it is said', async () => {
    const reading = await lookedInto(fileOf('<FICHES><FICHE>'))
    expect(reading).toMatchObject({ refusal: { code: 'framework.cut-short' } })
  })
})

async function lookedInto(path: string) {
  for (;;) {
    const reading = lookIntoFile(path)
    if (reading.state !== 'reading') return reading
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function anyOf(what: string) {
  if (what === 'own') return ownFramework()
  const files: Record<string, string> = {
    RNCP40792: register,
    CASE: `${cases}/opensalt-sample.case10.json`,
    DIGCOMP: `${fixtures}/digcomp/digcomp-3.0-core-framework.en.csv`,
  }
  const codes = await bring(place, files[what]!)
  return frameworkOf(place, codes.at(-1)!)
}

/** Written by hand: a framework, a block, a competency with a criterion. */
function ownFramework() {
  const { bank, organisationId, people } = place
  const made = { title: 'Métiers du dépôt', code: '', organisationId, now }
  const frameworkId = createFramework(bank, made)
  const key = { frameworkId, organisationId }
  const blockId = addBlock(bank, { ...key, code: '', label: 'Ranger' })
  const criteria = [{ id: null, code: '', label: 'Rien ne dépasse' }]
  const competencies = [{ id: null, code: 'R1', label: 'Empiler', criteria }]
  const by = { personId: people.designer.id, now, reading: 'confirmed' as const }
  saveBlock(bank, { ...key, blockId, ...by, competencies })
  return frameworkOf(place, 'METIERS-DU-DEPOT')
}

function uuid(letter: string): string {
  return `${letter.repeat(8)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`
}

const below: [string, string][] = [
  ['b', 'a'],
  ['c', 'b'],
  ['d', 'c'],
  ['e', 'd'],
]

/** A package of four items, each below the one before. */
function caseFile(places = below): string {
  const link = (letter: string) => ({ identifier: uuid(letter), uri: '', title: letter })
  const items = ['b', 'c', 'd', 'e'].map((letter) => ({
    ...{ identifier: uuid(letter), fullStatement: `Item ${letter}` },
  }))
  const associations = places.map(([child, parent]) => ({
    associationType: 'isChildOf',
    originNodeURI: link(child),
    destinationNodeURI: link(parent),
  }))
  const document = { identifier: uuid('a'), title: 'Cadre' }
  const ordered = [...associations].reverse()
  return JSON.stringify({
    CFDocument: document,
    CFItems: items,
    CFAssociations: places.length > 4 ? ordered : associations,
  })
}

function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1')
}
