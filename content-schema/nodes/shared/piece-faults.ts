import type { Node } from 'prosemirror-model'
import type { Fault } from '#content-schema/element.ts'

/** Pieces of a question in which its author left a line blank, each once. */
export function blankFaults(question: Node, lines: readonly string[], code: string): Fault[] {
  const pieces = new Set<Node>()
  question.descendants((node, _position, parent) => {
    const blank = lines.includes(node.type.name) && node.textContent.trim() === ''
    if (blank && parent) pieces.add(parent)
  })
  return [...pieces].map((within) => ({ code, severity: 'blocks', within }))
}

/** The nodes of a type anywhere in an element, in order. */
export function partsOf(element: Node, name: string): Node[] {
  const found: Node[] = []
  element.descendants((node) => {
    if (node.type.name === name) found.push(node)
  })
  return found
}
