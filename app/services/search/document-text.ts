import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { elements as definitions } from '#content-schema/nodes/index.ts'
import { isElement } from '#content-schema/schema.ts'

/** Attributes that hold words for learners; an author's notes are not found. */
const spoken = [
  'title',
  'label',
  'summary',
  'caption',
  'alt',
  'longDescription',
  'transcript',
  'hint',
  'spoken',
] as const

export type DocumentText = {
  /** All that a module says, blocks apart by a line. */
  body: string
  /** The types of its elements, each once; of text there is some in every module. */
  elements: string[]
}

/**
 * Reads the JSON as it stands: what is stored was checked when it was saved, and a search needs
 * neither its order nor its marks.
 */
export function documentText({ doc }: Pick<StoredDocument, 'doc'>): DocumentText {
  const lines: string[] = []
  const elements = new Set<string>()
  visit(doc)
  return { body: lines.join('\n'), elements: [...elements].sort() }

  function visit(node: NodeJson): void {
    if (isTelling(node.type)) elements.add(node.type)
    if (node.attrs && !node.attrs.decorative) lines.push(...said(node.attrs))
    const children = node.content ?? []
    if (children.some((child) => child.text !== undefined)) lines.push(inline(children))
    for (const child of children) if (child.text === undefined) visit(child)
  }
}

function isTelling(name: string): boolean {
  return isElement(name) && definitions[name].group !== 'text'
}

function said(attrs: Record<string, unknown>): string[] {
  return spoken.flatMap((name) => {
    const value = attrs[name]
    return typeof value === 'string' && value.trim() !== '' ? [value] : []
  })
}

/** A gap or a line break among words parts them. */
function inline(children: readonly NodeJson[]): string {
  return children.map((child) => child.text ?? ' ').join('')
}
