import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { isControl } from './dom.ts'

type Frame = {
  dom: HTMLElement
  /** Where ProseMirror writes; all else in `dom` is ours. */
  contentDOM: HTMLElement
  /** Shows what the attributes of the node say, at first and after each change. */
  follow: (node: Node) => void
  destroy?: () => void
}

/** A frame with controls around the words of a node. */
export function frameView(
  first: Node,
  { dom, contentDOM, follow, destroy }: Frame,
): NodeView & { dom: HTMLElement; contentDOM: HTMLElement } {
  follow(first)
  return {
    dom,
    contentDOM,
    update(node) {
      if (node.type !== first.type) return false
      follow(node)
      return true
    },
    stopEvent: isControl,
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    ...(destroy && { destroy }),
  }
}
