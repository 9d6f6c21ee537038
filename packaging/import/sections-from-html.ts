import { parseHTML } from 'linkedom'
import { splitSections } from '#content-schema/foreign-html/headings.ts'
import { readForeignHtml } from '#content-schema/foreign-html/read-foreign-html.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { withChecklists } from './checklists.ts'
import { type Delimiters, withFormulas } from './formulas.ts'
import { fileOf } from './image-files.ts'
import { type Imported, importFinding } from './imported.ts'

/** The sections that a converter's HTML comes to, cleaned as a paste is. */
export function sectionsFromHtml(
  html: string,
  language: string,
  delimiters?: Delimiters,
): Imported {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const options = { language, glossaries: true }
  const { nodes, images, losses } = readForeignHtml(document.body, options)
  const { title, sections } = splitSections(withChecklists(nodes), losses)
  const unread: string[] = []
  const read = delimiters
    ? sections.map((section) => sectionWithFormulas(section, delimiters, unread))
    : sections
  const files = images.flatMap((image) => fileOf(image, losses))
  return {
    title: delimiters ? title.replace(delimiters.pattern, delimiters.written) : title,
    sections: nodes.length > 0 ? read : [],
    files,
    findings: [
      ...losses.findings(),
      ...(unread.length > 0 ? [importFinding('import.formula', unread.length, unread)] : []),
    ],
  }
}

function sectionWithFormulas(
  section: NodeJson,
  delimiters: Delimiters,
  unread: string[],
): NodeJson {
  const content = withFormulas(section.content ?? [], delimiters, (latex) => unread.push(latex))
  return { ...section, content }
}
