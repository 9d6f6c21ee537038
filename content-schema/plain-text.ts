import type { Node } from 'prosemirror-model'
import { cutText } from './cut-text.ts'

/** What a node says as text, blocks apart by a line; for search, lengths, anchors of remarks and LOM. */
export function plainText(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', (leaf) => leafText(leaf))
}

/** The first words of a node, to name it in a list: at most `longest` characters. */
export function excerpt(node: Node, longest = 80): string {
  const text = (node.isLeaf ? leafText(node) : plainText(node)).replace(/\s+/g, ' ').trim()
  return text.length <= longest ? text : `${cutText(text, longest - 1).trimEnd()}…`
}

function leafText(leaf: Node): string {
  if (leaf.type.spec.leafText) return leaf.type.spec.leafText(leaf)
  return leaf.attrs.alt || leaf.attrs.title || leaf.attrs.caption || ''
}
