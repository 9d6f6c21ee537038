import { describe, expect, it } from 'vitest'
import { checkZip } from '#packaging/index.ts'
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
    const zip = rawZip([{ name: 'imsmanifest.xml', data: `<a>${' '.repeat(9_000_000)}</a>` }])
    expect(await checkZip(await saved(zip))).toContainEqual(
      expect.objectContaining({ code: 'manifest.unreadable' }),
    )
  })

  it('cannot make the checker read a file of this machine', async () => {
    const xml =
      '<!DOCTYPE m [<!ENTITY f SYSTEM "file:///etc/hostname">]><manifest>&f;</manifest>'
    const findings = await checkZip(
      await saved(rawZip([{ name: 'imsmanifest.xml', data: xml }])),
    )
    expect(findings).toContainEqual(expect.objectContaining({ code: 'manifest.not-xml' }))
  })

  it('cannot exhaust the checker by nesting', async () => {
    const xml = `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`
    const findings = await checkZip(
      await saved(rawZip([{ name: 'imsmanifest.xml', data: xml }])),
    )
    expect(findings).toContainEqual(expect.objectContaining({ code: 'manifest.not-xml' }))
  })
})
