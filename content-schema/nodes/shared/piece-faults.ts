import type { Node } from 'prosemirror-model'
import type { Fault } from '#content-schema/element.ts'

/** Lines of a question that its author left blank; each is looked for in the piece it stands in. */
export function blankFaults(question: Node, lines: readonly string[], code: string): Fault[] {
  const faults: Fault[] = []
  question.descendants((node, _position, parent) => {
    const blank = lines.includes(node.type.name) && node.textContent.trim() === ''
    const within = node.attrs.id ? node : parent
    if (blank) faults.push({ code, severity: 'blocks', ...(within && { within }) })
  })
  return faults
}

/** The nodes of a type anywhere in an element, in order. */
export function partsOf(element: Node, name: string): Node[] {
  const found: Node[] = []
  element.descendants((node) => {
    if (node.type.name === name) found.push(node)
  })
  return found
}
