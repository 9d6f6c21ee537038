import type { Node } from 'prosemirror-model'
import { elementOf, isElement, isQuestion } from './schema.ts'

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

/** The questions, in order: those that stand in a section and those inside other elements. */
export function questionsOf(doc: Node): Placed[] {
  return elementsOf(doc).flatMap(({ node, ...place }) =>
    within(node)
      .filter((each) => isQuestion(each.type.name))
      .map((each) => ({ node: each, ...place })),
  )
}

/** The elements that are no questions and that their author wants done, in order. */
export function requiredOf(doc: Node): Placed[] {
  return elementsOf(doc).flatMap(({ node, ...place }) =>
    within(node)
      .filter((each) => each.attrs.required === true && !isQuestion(each.type.name))
      .map((each) => ({ node: each, ...place })),
  )
}

/** The elements that ask the questions inside them together, in order. */
export function assessmentsOf(doc: Node): Placed[] {
  return elementsOf(doc).filter(({ node }) => elementOf(node)?.assessment !== undefined)
}

/** An element and the elements inside it, in order. */
export function within(element: Node): Node[] {
  const found: Node[] = isElement(element.type.name) ? [element] : []
  element.descendants((node) => {
    if (isElement(node.type.name)) found.push(node)
    return !node.inlineContent
  })
  return found
}

/** The questions inside an element, other than itself. */
export function questionsWithin(element: Node): Node[] {
  return within(element).filter((node) => node !== element && isQuestion(node.type.name))
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
export type AssetUse = { nodeId: string; role: AssetRole; digest: string }

/** Attributes under which a node names a file. */
const assetRoles = ['asset', 'captions', 'poster'] as const
export type AssetRole = (typeof assetRoles)[number]

export function assetUses(doc: Node): AssetUse[] {
  const uses: AssetUse[] = []
  doc.descendants((node, _position, parent) => {
    for (const role of assetRoles) {
      const digest = node.attrs[role]
      if (digest) uses.push({ nodeId: node.attrs.id || parent?.attrs.id, role, digest })
    }
  })
  return uses
}

/** The SHA-256 of each file a document shows, once each, sorted. */
export function assetDigests(doc: Node): string[] {
  return [...new Set(assetUses(doc).map((use) => use.digest))].sort()
}
