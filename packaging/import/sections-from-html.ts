import { parseHTML } from 'linkedom'
import { splitSections } from '#content-schema/foreign-html/headings.ts'
import { type ForeignImage, sayNotBrought } from '#content-schema/foreign-html/images.ts'
import type { Losses } from '#content-schema/foreign-html/losses.ts'
import { readForeignHtml } from '#content-schema/foreign-html/read-foreign-html.ts'
import type { Imported, ImportedFile } from './imported.ts'

/** Formats of pictures that browsers show; Word also has drawings of its own. */
const shown = /^image\/(png|jpeg|gif|webp|avif|svg\+xml)$/

/** The sections that a converter's HTML comes to, cleaned as a paste is. */
export function sectionsFromHtml(html: string, language: string): Imported {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const { nodes, images, losses } = readForeignHtml(document.body, { language })
  const { title, sections } = splitSections(nodes, losses)
  const files = images.flatMap((image) => fileOf(image, losses))
  return {
    title,
    sections: nodes.length > 0 ? sections : [],
    files,
    findings: losses.findings(),
  }
}

function fileOf(image: ForeignImage, losses: Losses): ImportedFile[] {
  const { source, nodeId, name } = image
  if (source.kind !== 'data') sayNotBrought(image, losses)
  else if (!shown.test(source.mediaType)) losses.add('foreign.image-refused', name)
  else {
    const ending = source.mediaType.replace(/^image\/|\+xml$/g, '')
    const bytes = Buffer.from(source.base64, 'base64')
    return [
      { nodeId, name: `${name || 'image'}.${ending}`, mediaType: source.mediaType, bytes },
    ]
  }
  return []
}
