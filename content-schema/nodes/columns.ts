import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId, oneOf } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

export const columnRatios = ['equal', 'wide-start', 'wide-end'] as const

const attrs = {
  ...elementAttrs,
  /** All as wide, or the first or the last twice as wide as the others. */
  ratio: oneOf(columnRatios),
}
export type ColumnsAttrs = AttrsOf<typeof attrs>

/** Elements side by side; one below the other where there is no room. */
const columns: NodeSpec = {
  group: 'element',
  content: 'column{2,3}',
  isolating: true,
  ...element('div', 'columns', attrs),
}

const column: NodeSpec = {
  content: '(flow | callout | image | video | audio | attachment | table)+',
  isolating: true,
  holdsElements: true,
  ...element('div', 'column', { id: nodeId() }),
}

export default defineElement({
  nodes: { columns, column },
  names: { fr: 'Colonnes', en: 'Columns' },
  wave: 2,
  group: 'structure',
  tracks: {},
  unfinished: emptyColumns,
  sentences: { 'empty-column': { fr: 'une colonne est vide.', en: 'This column is empty.' } },
  // What stands in them is looked at by itself; they are read in the order they are written.
  accessibility: nothingToFind,
})

function emptyColumns(node: Node): Fault[] {
  return (node.children as Node[]).filter(isEmpty).map((within) => ({
    code: 'columns.empty-column',
    severity: 'warns',
    within,
  }))
}

function isEmpty(column: Node): boolean {
  return column.children.every(({ isTextblock, content }) => isTextblock && content.size === 0)
}
