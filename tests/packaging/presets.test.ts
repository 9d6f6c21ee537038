import { stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#content-schema/document.ts'
import {
  checkZip,
  type PackageFinding,
  type Publication,
  PublicationFields,
  suspendDataBudget,
} from '#packaging/index.ts'
import { type Format, formats } from '#packaging/package-source.ts'
import { checkPreset, type MeasuredPackage } from '#packaging/publication/check-preset.ts'
import { measurePackage } from '#packaging/publication/measure-package.ts'
import type { InBoth, Preset } from '#packaging/publication/preset.ts'
import { presetOf, presets } from '#packaging/publication/presets/index.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { builtPackage, saved, unzip } from '#tests/builders/zip.ts'
import { beside, with12 } from '#tests/corpus/broken/sources.ts'

const expected = [
  '360learning',
  'blackboard',
  'canvas',
  'chamilo',
  'cornerstone',
  'crossknowledge',
  'docebo',
  'ilias',
  'moodle',
  'rise-up',
  'scorm-cloud',
  'successfactors',
  'talentlms',
]

it('thirteen LMSs are known, each by an identifier of its own', () => {
  expect(presets.map(({ id }) => id).sort()).toEqual(expected)
  for (const { id } of presets) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(presetOf('rise-up')?.name).toBe('Rise Up')
  expect(presetOf('none-of-these')).toBeNull()
})

it('they are listed by name', () => {
  const names = presets.map(({ name }) => name)
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'fr')))
})

describe.each(presets.map((preset) => [preset.name, preset] as const))('%s', (_, preset) => {
  it('takes formats that we make, each named once', () => {
    expect(preset.formats.length).toBeGreaterThan(0)
    expect(new Set(preset.formats).size).toBe(preset.formats.length)
    for (const format of preset.formats) expect(formats).toContain(format)
  })

  it('asks for a publication that can be read, and says why', () => {
    expect(PublicationFields.partial().safeParse(preset.publication).success).toBe(true)
    const proposed = PublicationFields.parse({})
    expect({ ...proposed, ...preset.publication }).toEqual(
      PublicationFields.parse(preset.publication),
    )
    expect(Object.keys(preset.reasons).sort()).toEqual(Object.keys(preset.publication).sort())
  })

  it('has limits that a real package can come near to', () => {
    const { zip, unpacked, files, suspendData, extensions = [] } = preset.limits
    for (const size of [zip, unpacked]) within(size, 100_000_000, 5_000_000_000)
    within(files, 1000, 1_000_000)
    within(suspendData, 4096, 1_000_000)
    for (const extension of extensions) expect(extension).toMatch(/^[a-z0-9]+$/)
  })

  it('says in both languages what to know and where, and what to do', () => {
    expect(preset.facts.length).toBeGreaterThanOrEqual(3)
    expect(preset.steps.length).toBeGreaterThanOrEqual(3)
    expect(preset.steps.length).toBeLessThanOrEqual(6)
    for (const said of sentencesOf(preset)) {
      expect(said.fr).toMatch(/^\S.*[.…]$/)
      expect(said.en).toMatch(/^\S.*[.…]$/)
      expect(said.en).not.toBe(said.fr)
      // Straight quotes and apostrophes are those of code.
      expect(`${said.fr} ${said.en}`).not.toMatch(/['"]/)
    }
    for (const { source } of preset.facts)
      expect(source).toMatch(/\.[a-z]+\/|#\d+|KBA \d+|(Moodle|ILIAS) [\d.]+,|SAP, /)
  })

  it('minds nothing of the sample package in the format that works best there', async () => {
    const { findings, measured } = await sampleFor(preset)
    expect(findings).toEqual([])
    expect(checkPreset(preset, measured)).toEqual([])
  })
})

describe('a package is measured against its LMS', () => {
  const strict: Preset = {
    id: 'strict',
    name: 'Strict',
    formats: ['scorm-12'],
    publication: {},
    reasons: {},
    limits: {
      ...{ zip: 200_000_000, unpacked: 500_000_000, files: 100, extensions: ['php', 'py'] },
      ...{ scosIn12: 1 },
    },
    facts: [],
    steps: [],
  }
  const fine: MeasuredPackage = {
    format: 'scorm-12',
    bytes: 200_000_000,
    unpacked: 500_000_000,
    files: 100,
    names: ['index.html', 'media/happy.mp4'],
    scos: 1,
    suspendDataCharacters: 4096,
  }

  it('and may be as large as all it takes', () => {
    expect(checkPreset(strict, fine)).toEqual([])
  })

  it.each<[string, Partial<MeasuredPackage>, Record<string, unknown>]>([
    ['preset.format-not-taken', { format: 'xapi' }, {}],
    ['preset.zip-too-large', { bytes: 200_000_001 }, { measured: 201, most: 200 }],
    ['preset.unpacked-too-large', { unpacked: 612_000_000 }, { measured: 612, most: 500 }],
    ['preset.too-many-files', { files: 101 }, { measured: 101, most: 100 }],
    [
      'preset.suspend-data-too-large',
      { suspendDataCharacters: 4097 },
      { measured: 4097, most: 4096 },
    ],
    ['preset.too-many-scos', { scos: 3 }, { measured: 3, most: 1 }],
    ['preset.extension-refused', { names: ['a.html', 'x/run.PHP'] }, { path: 'x/run.PHP' }],
  ])('%s', (code, more, params) => {
    expect(checkPreset(strict, { ...fine, ...more })).toEqual([
      { code, severity: 'warning', params: { lms: 'Strict', ...params } },
    ])
  })

  it('with as many SCOs as it has: SCORM 2004 takes several', async () => {
    const two = await with12((xml) =>
      beside(
        xml,
        '<resource identifier="RES-2" type="webcontent" adlcp:scormtype="sco" href="index.html"/>',
      ),
    )
    const made = { format: 'scorm-12', bytes: two.length, document: null } as const
    const measured = await measurePackage(await saved(two), made)
    expect(measured.scos).toBe(2)
    expect(checkPreset(presetOf('360learning')!, measured)).toEqual([
      expect.objectContaining({ code: 'preset.too-many-scos' }),
    ])
    const in2004 = { ...measured, format: 'scorm-2004-4' } as const
    expect(checkPreset(presetOf('360learning')!, in2004)).toEqual([])
  })

  it('once for each sort of file it refuses, even without a name before the dot', () => {
    const names = ['.php', 'b.php', 'c.py', 'copy', 'notes.python']
    expect(checkPreset(strict, { ...fine, names }).map(({ params }) => params.path)).toEqual([
      '.php',
      'c.py',
    ])
  })

  it('with the state that its standard or the LMS itself keeps', () => {
    const large = { ...fine, suspendDataCharacters: 64_000 }
    const roomy = { ...strict, limits: { suspendData: 64_000 } }
    expect(checkPreset(roomy, large)).toEqual([])
    const in2004: Preset = { ...strict, formats: ['scorm-2004-4', 'xapi'] }
    expect(checkPreset(in2004, { ...large, format: 'scorm-2004-4' })).toEqual([])
    expect(
      checkPreset(in2004, { ...fine, format: 'scorm-2004-4', suspendDataCharacters: 64_001 }),
    ).toMatchObject([{ code: 'preset.suspend-data-too-large', params: { most: 64_000 } }])
    expect(
      checkPreset(in2004, { ...fine, format: 'xapi', suspendDataCharacters: 1_000_000 }),
    ).toEqual([])
  })
})

type Sample = { findings: PackageFinding[]; measured: MeasuredPackage }
const samples = new Map<string, Promise<Sample>>()

/** Made and checked once for all the LMSs that ask for the same. */
function sampleFor({ formats: [format], publication }: Preset): Promise<Sample> {
  const key = JSON.stringify([format, publication])
  const sample = samples.get(key) ?? makeSample(format, PublicationFields.parse(publication))
  samples.set(key, sample)
  return sample
}

async function makeSample(format: Format, publication: Publication): Promise<Sample> {
  const path = await builtPackage(format, { more: { publication } })
  return { findings: await checkZip(path), measured: await measure(path, format) }
}

async function measure(path: string, format: Format): Promise<MeasuredPackage> {
  const files = await unzip(path)
  const budget = suspendDataBudget(readDocument(packageSource().document))
  return {
    format,
    bytes: (await stat(path)).size,
    files: files.size,
    unpacked: [...files.values()].reduce((sum, content) => sum + content.length, 0),
    names: [...files.keys()],
    suspendDataCharacters: budget.characters,
    scos: 1,
  }
}

function sentencesOf({ facts, steps, reasons }: Preset): InBoth[] {
  return [...facts.map(({ text }) => text), ...steps, ...Object.values(reasons)]
}

function within(value: number | undefined, least: number, most: number): void {
  if (value === undefined) return
  expect(value).toBeGreaterThanOrEqual(least)
  expect(value).toBeLessThanOrEqual(most)
}
