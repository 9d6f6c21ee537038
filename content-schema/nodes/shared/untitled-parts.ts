import type { Node } from 'prosemirror-model'
import type { Fault } from '#content-schema/element.ts'

/** Parts whose title is still empty: the title is what they are opened by, or found by. */
export function untitledParts(element: Node, code: string): Fault[] {
  return (element.children as Node[])
    .filter((part) => isUntitled(part))
    .map((within) => ({ code, severity: 'blocks', within }))
}

function isUntitled(part: Node): boolean {
  return part.children.some(
    ({ type, textContent }) => type.name.endsWith('Title') && textContent.trim() === '',
  )
}
