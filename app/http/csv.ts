import type { Language } from '#app/i18n/languages.ts'

export type Cell = string | number | null

/**
 * A file that a spreadsheet opens as it is: French ones part columns by semicolons, and only read
 * UTF-8 that says so at its beginning.
 *
 * @see RFC 4180
 */
export function writeCsv(lines: readonly (readonly Cell[])[], language: Language): string {
  const separator = language === 'fr' ? ';' : ','
  const text = lines.map((line) => line.map(cell).join(separator))
  return `\uFEFF${text.join('\r\n')}\r\n`
}

/** Sends such a file to be kept under this name. */
export function csvResponse({ name, text }: { name: string; text: string }): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** What begins as a formula is text: a spreadsheet would compute it. */
function cell(value: Cell): string {
  if (value === null) return ''
  const text = String(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
