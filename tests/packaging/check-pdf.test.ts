import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildPaper, checkFile, findBrowser } from '#packaging/index.ts'
import { packageSource } from '#tests/builders/package-source.ts'
import { temporaryFolder } from '#tests/builders/zip.ts'

const browser = await findBrowser()

describe.skipIf(!browser)('a PDF that was spoilt (skipped where no Chromium is found)', () => {
  it.each([
    ['pdf.unreadable', (pdf: string) => pdf.slice(0, pdf.length / 2)],
    ['pdf.not-tagged', (pdf: string) => pdf.replace('/Marked true', '/Marked null')],
    [
      'pdf.no-title',
      (pdf: string) => pdf.replace('/DisplayDocTitle true', '/DisplayDocTitle null'),
    ],
    ['pdf.no-language', (pdf: string) => pdf.replaceAll('/Lang (fr)', '/Lang ()  ')],
    ['pdf.runs-code', (pdf: string) => pdf.replace('/MarkInfo', '/AA <<>>')],
  ])('gives %s', async (code, spoil) => {
    const out = join(await temporaryFolder(), 'module.pdf')
    const settings = { format: 'pdf', reader: 'learner', language: 'fr' } as const
    await buildPaper(packageSource(), settings, out, browser)
    const whole = await readFile(out, 'latin1')
    await writeFile(out, spoil(whole), 'latin1')
    const codes = (await checkFile(out)).map((finding) => finding.code)
    expect(codes).toContain(code)
  })
})

it('a page of one file that shows something of another host, or something that is not there, is refused', async () => {
  const out = join(await temporaryFolder(), 'module.html')
  const page = '<!doctype html><img src="https://example.org/a.png"><img src="media/b.png">'
  await writeFile(out, page)
  expect((await checkFile(out)).map(({ code }) => code)).toEqual([
    'page.external-host',
    'page.missing-file',
  ])
})
