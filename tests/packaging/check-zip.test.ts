import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { checkForeign, checkZip, packageFindingParams } from '#packaging/index.ts'
import { rawZip, saved } from '#tests/builders/zip.ts'
import { brokenZips } from '#tests/corpus/broken/index.ts'

describe('a broken package', () => {
  it.each(Object.entries(brokenZips))('gives %s', async (code, build) => {
    const findings = await checkZip(await saved(await build()))
    expect(findings.map((finding) => finding.code)).toContain(code)
  })
})

describe('a hostile package', () => {
  it('is not believed about the size of a text', async () => {
    const data = deflateRawSync(`<a>${' '.repeat(9_000_000)}</a>`)
    const small = { name: 'imsmanifest.xml', data, method: 8, unpacked: 100 }
    expect(await checkZip(await saved(rawZip([small])))).toContainEqual(
      expect.objectContaining({ code: 'manifest.unreadable' }),
    )
  })

  it('is refused for a file that swells when it is unpacked, or that has too many', async () => {
    const swelling = rawZip([
      {
        name: 'index.html',
        data: deflateRawSync(Buffer.alloc(3_000_000)),
        method: 8,
        unpacked: 3_000_000,
      },
    ])
    expect(await checkZip(await saved(swelling))).toContainEqual(
      expect.objectContaining({ code: 'zip.swelling-file' }),
    )
    const many = rawZip(
      Array.from({ length: 50_002 }, (_, index) => ({ name: `f${index}`, data: '' })),
    )
    expect(await checkZip(await saved(many))).toContainEqual(
      expect.objectContaining({ code: 'zip.too-many-files' }),
    )
  })

  it('cannot make the checker read a file of this machine', async () => {
    const xml =
      '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/hostname">]><manifest>&f;</manifest>'
    const findings = await checkZip(
      await saved(rawZip([{ name: 'imsmanifest.xml', data: xml }])),
    )
    expect(findings).toEqual([expect.objectContaining({ code: 'manifest.own-doctype' })])
  })

  it('cannot make the checker read a page again and again', async () => {
    for (const data of [`<a "'`, '<a<a ', `<a'`].map((each) => each.repeat(1_500_000))) {
      const zip = rawZip([{ name: 'index.html', data }])
      expect(await checkZip(await saved(zip))).toEqual([])
    }
  })

  it('with many faults of one kind is told of twenty, and of how many more', async () => {
    const page = { name: 'index.html', data: '<!doctype html>' }
    const files = Array.from({ length: 70 }, (_, at) => ({ name: `${at}.php`, data: '' }))
    const { findings } = await checkForeign(await saved(rawZip([page, ...files])), null)
    expect(findings).toHaveLength(21)
    expect(findings.at(-1)).toEqual({
      code: 'package.more-findings',
      severity: 'warning',
      params: { count: 50, said: 'zip.refused-extension' },
    })
  })

  it('cannot exhaust the checker by nesting', async () => {
    const xml = `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`
    const findings = await checkZip(
      await saved(rawZip([{ name: 'imsmanifest.xml', data: xml }])),
    )
    expect(findings).toContainEqual(expect.objectContaining({ code: 'manifest.not-xml' }))
  })
})

it('the corpus holds a broken package for each finding, but for those of sheer size', () => {
  const tested = [...Object.keys(brokenZips), ...hostile].sort()
  // What an LMS would mind of a sound package has its own tests, in presets.test.ts.
  const ofZips = Object.keys(packageFindingParams).filter((code) => !/^preset\./.test(code))
  expect(tested).toEqual(ofZips.sort())
})

/**
 * Tested above, or only reached by files too large for a corpus; `check-pdf.test.ts` and
 * `paper.test.ts` reach those of what is no zip.
 */
const hostile = [
  // Of the module and not of its zip: `tests/app/guarantees/at-its-end.test.ts` reaches it.
  'package.guarantee-ended',
  ...['package.no-browser', 'package.too-large-for-one-file', 'package.more-findings'],
  ...['unreadable', 'not-tagged', 'no-title', 'no-language', 'runs-code'].map(
    (fault) => `pdf.${fault}`,
  ),
  ...['manifest.not-validated', 'cmi5.relative-url'],
  'zip.swelling-file',
  'zip.too-large',
  'zip.too-many-files',
]
