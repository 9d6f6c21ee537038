import type { Node } from 'prosemirror-model'
import { isQuestion } from './schema.ts'

/** A node of a document with the section it stands in. */
export type Placed = { node: Node; section: Node; sectionIndex: number }

/** The sections of a document, in order. */
export function sectionsOf(doc: Node): Node[] {
  return doc.children as Node[]
}

/** The direct parts of each section, its title left out, in order. */
export function elementsOf(doc: Node): Placed[] {
  return sectionsOf(doc).flatMap((section, sectionIndex) =>
    section.children.slice(1).map((node) => ({ node, section, sectionIndex })),
  )
}

/** The questions, in order. They only stand directly in a section. */
export function questionsOf(doc: Node): Placed[] {
  return elementsOf(doc).filter(({ node }) => isQuestion(node.type.name))
}

export function findNode(doc: Node, id: string): Node | null {
  let found: Node | null = null
  doc.descendants((node) => {
    if (node.attrs.id === id) found = node
    return found === null
  })
  return found
}

/** Which files a document shows, and which node shows each. */
export type AssetUse = { nodeId: string; role: 'asset' | 'captions' | 'poster'; digest: string }

export function assetUses(doc: Node): AssetUse[] {
  const uses: AssetUse[] = []
  doc.descendants((node) => {
    for (const role of ['asset', 'captions', 'poster'] as const) {
      const digest = node.attrs[role]
      if (digest) uses.push({ nodeId: node.attrs.id, role, digest })
    }
  })
  return uses
}

/** The SHA-256 of each file a document shows, once each, sorted. */
export function assetDigests(doc: Node): string[] {
  return [...new Set(assetUses(doc).map((use) => use.digest))].sort()
}
