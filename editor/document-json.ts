import type { Node } from '@tiptap/pm/model'
import { currentFormat, type StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'

const written = new WeakMap<Node, NodeJson>()

/**
 * The document as it is stored. Nodes that did not change since last time give the very same
 * objects, so that a key press costs the paragraph it is in; the result must not be modified.
 */
export function storedDocument(doc: Node): StoredDocument {
  return { format: currentFormat, doc: jsonOf(doc) }
}

function jsonOf(node: Node): NodeJson {
  const known = written.get(node)
  if (known) return known
  const json =
    node.inlineContent || node.isLeaf ? (node.toJSON() as NodeJson) : withContent(node)
  written.set(node, json)
  return json
}

function withContent(node: Node): NodeJson {
  const { content: _, ...own } = node.copy().toJSON() as NodeJson
  return { ...own, content: node.children.map(jsonOf) }
}
