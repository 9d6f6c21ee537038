import { type NodeJson, walk } from '../identity.ts'
import { withPages } from './placed.ts'
import { isReference } from './reference.ts'

export type Filled = {
  doc: NodeJson
  /** The reference that each node came by, by the node's id. */
  origins: Map<string, string>
  /** A reference is there of which nothing is known. */
  incomplete: boolean
}

/**
 * A document with what is known to stand for each of its references, by their ids: for whoever has
 * been told what they lead to. One of which nothing is known is left out.
 */
export function filled(doc: NodeJson, known: ReadonlyMap<string, NodeJson[]>): Filled {
  const origins = new Map<string, string>()
  let incomplete = false
  const replace = (node: NodeJson) => {
    if (!isReference(node)) return null
    const id = String(node.attrs?.id)
    const nodes = known.get(id)
    incomplete ||= nodes === undefined
    for (const each of nodes ?? [])
      walk(each, ({ attrs }) => attrs?.id && origins.set(String(attrs.id), id))
    return nodes ?? []
  }
  return { doc: withPages(doc, replace, () => undefined), origins, incomplete }
}
