import { withIds } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'
import type { Imported } from '#packaging/import/imported.ts'
import { readImport } from '#packaging/import/read-import.ts'
import { linesOf } from './foreign.ts'
import { rawZip } from './zip.ts'

/** What a file comes to, checked against the schema. */
export async function read(name: string, content: Buffer | string) {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content)
  const imported = (await readImport({ name, bytes }, 'fr')) as Imported
  if (imported.sections.length > 0) {
    schema.nodeFromJSON(withIds({ type: 'doc', content: imported.sections })).check()
  }
  return {
    imported,
    lines: imported.sections.flatMap((section) => linesOf(section)),
    codes: imported.findings.map(({ code }) => code),
  }
}

const ooxml = 'http://schemas.openxmlformats.org'
export const wordNamespace = `${ooxml}/wordprocessingml/2006/main`

/** A line of it, in a style that Word has by that id. */
export function wordParagraph(text: string, style?: string): string {
  const named = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  return `<w:p>${named}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** The smallest file that Word opens. */
export function wordFile(body: string, more: Record<string, string> = {}): Buffer {
  const main =
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const files = {
    '[Content_Types].xml': `<Types xmlns="${ooxml}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${ooxml}/package/2006/relationships"><Relationship Id="r1" Type="${ooxml}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${ooxml}/package/2006/relationships"><Relationship Id="r1" Type="${ooxml}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${wordNamespace}"><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return rawZip(Object.entries(files).map(([name, data]) => ({ name, data })))
}
