import type { Node } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'

/**
 * What the author is working on: an element (a direct part of a section), or the section itself
 * while its title is being written.
 */
export type Part = {
  kind: 'element' | 'section'
  node: Node
  /** Position just before the node. */
  position: number
  /** Its place among its siblings, from 0; a section's title does not count. */
  index: number
  /** How many siblings there are, itself included. */
  count: number
}

export function currentPart(state: Pick<EditorState, 'doc' | 'selection'>): Part | null {
  const { $from } = state.selection
  const selected = state.selection instanceof NodeSelection ? state.selection.node : null
  if ($from.depth === 0) return selected && partAt(state.doc, $from.pos)
  if ($from.depth === 1) return selected && partAt(state.doc, $from.pos)
  const inTitle = $from.node(2).type.name === 'sectionTitle'
  return partAt(state.doc, inTitle ? $from.before(1) : $from.before(2))
}

/** The section or element that starts at a position, `null` when none does. */
export function partAt(doc: Node, position: number): Part | null {
  if (position < 0 || position >= doc.content.size) return null
  const $position = doc.resolve(position)
  const node = $position.nodeAfter
  if (!node || $position.depth > 1) return null
  if (node.type.name === 'sectionTitle') return partAt(doc, $position.before(1))
  const titles = $position.depth
  return {
    kind: $position.depth === 0 ? 'section' : 'element',
    node,
    position,
    index: $position.index() - titles,
    count: $position.parent.childCount - titles,
  }
}

/** Where the node that carries an id starts, `null` when there is none. */
export function positionOfId(doc: Node, id: string): number | null {
  let found: number | null = null
  doc.descendants((node, position) => {
    if (node.attrs.id === id) found = position
    return found === null
  })
  return found
}
