import type { PackageSource, PaperSettings } from '../package-source.ts'
import { Refused } from '../pipeline/refused.ts'
import { type WrittenFile, writeWhole } from '../pipeline/write-file.ts'
import { paperPage } from './paper-page.ts'
import { writePdf } from './write-pdf.ts'

/**
 * Makes what is read on paper, as one file: a page that holds all it shows, or the PDF that a browser
 * prints of it. Nothing stands at `out` until it is whole.
 *
 * @param browser path of a Chromium, `null` when there is none
 * @throws Refused `package.no-browser`, or `package.too-large-for-one-file`
 */
export async function buildPaper(
  source: PackageSource,
  settings: PaperSettings,
  out: string,
  browser: string | null,
): Promise<WrittenFile> {
  if (settings.format === 'pdf' && !browser) throw new Refused('package.no-browser')
  const html = await paperPage(source, settings)
  const isPdf = settings.format === 'pdf' && browser !== null
  return writeWhole(out, isPdf ? await writePdf(html, browser, source.publishedAt) : html)
}
