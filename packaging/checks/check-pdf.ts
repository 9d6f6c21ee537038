import { type PackageFinding, type PackageFindingCode, packageError } from './finding.ts'

/**
 * Looks a PDF over as our browser writes one, its structure in plain text: what a screen reader needs
 * is there, and nothing in it runs.
 *
 * @see ISO 14289-1 (PDF/UA), §7.1 and §7.2
 */
export function checkPdf(pdf: Buffer): PackageFinding[] {
  const text = pdf.toString('latin1').replace(/\bstream\r?\n[\s\S]*?endstream/g, '')
  if (!/%%EOF\s*$/.test(text) || !text.includes('/Catalog'))
    return [packageError('pdf.unreadable')]
  return rules.flatMap(([code, holds]) => (holds(text) ? [] : packageError(code)))
}

const rules: [PackageFindingCode, (text: string) => boolean][] = [
  ['pdf.not-tagged', (text) => /\/Marked true/.test(text) && text.includes('/StructTreeRoot')],
  [
    'pdf.no-title',
    (text) => /\/Title\s*[(<]/.test(text) && /\/DisplayDocTitle true/.test(text),
  ],
  ['pdf.no-language', (text) => /\/Lang\s*\(\w/.test(catalog(text))],
  ['pdf.runs-code', (text) => !/\/(JavaScript|JS|Launch|OpenAction|AA)\b/.test(text)],
]

/** What speaks of the whole document: single words may have a language of their own. */
function catalog(text: string): string {
  const start = text.indexOf('/Type /Catalog')
  return start === -1 ? '' : text.slice(start, text.indexOf('endobj', start))
}
