import type { Node } from 'prosemirror-model'

/** A node, and the id that leads to it: its own, or else that of the closest node around it. */
export type OwnedNode = { node: Node; ownerId: string | null }

/** Every node below this one, in the order of the document. */
export function ownedNodes(root: Node): OwnedNode[] {
  return root.children.flatMap((child) => below(child, null))
}

function below(node: Node, around: string | null): OwnedNode[] {
  const ownerId = node.attrs.id || around
  return [{ node, ownerId }, ...node.children.flatMap((child) => below(child, ownerId))]
}
