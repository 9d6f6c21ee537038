import type { Node } from '@tiptap/pm/model'
import { excerpt } from '#content-schema/plain-text.ts'
import { isReference } from '#content-schema/reuse/reference.ts'
import { holdsNothing } from '../commands/pieces.ts'

export type OutlineElement = {
  id: string
  /** Of an element, or of what stands for one. */
  name: string
  excerpt: string
  /** Neither words nor a file. */
  empty: boolean
  /** Its own id and those of all that stands in it. */
  ids: readonly string[]
}
export type OutlineSection = { id: string; title: string; elements: OutlineElement[] }

const known = new WeakMap<Node, OutlineElement>()

/** The sections of a document with the first words of each element; what did not change is not read again. */
export function readOutline(doc: Node): OutlineSection[] {
  return doc.children.map((section) => ({
    id: String(section.attrs.id),
    title: section.child(0).textContent,
    elements: section.children.slice(1).map(readElement),
  }))
}

/** Whether it, or something in it, is another module's. */
function lends(node: Node): boolean {
  return [node, ...node.children].some(({ type }) => isReference({ type: type.name }))
}

function idsIn(node: Node): string[] {
  const ids = [String(node.attrs.id)]
  node.descendants((inner) => {
    if (inner.attrs.id) ids.push(String(inner.attrs.id))
    return !inner.inlineContent
  })
  return ids
}

function readElement(node: Node): OutlineElement {
  const before = known.get(node)
  if (before) return before
  const element = {
    id: String(node.attrs.id),
    name: node.type.name,
    excerpt: excerpt(node, 48),
    empty: holdsNothing(node) && !lends(node),
    ids: idsIn(node),
  }
  known.set(node, element)
  return element
}
