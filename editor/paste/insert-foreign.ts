import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node, type NodeType, type ResolvedPos, Slice } from '@tiptap/pm/model'
import {
  type Command,
  type EditorState,
  NodeSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { asWords, fitInto, isList } from '#content-schema/foreign-html/fit.ts'
import {
  type Inline,
  lineBreak,
  textNode,
  withMarks,
} from '#content-schema/foreign-html/inline.ts'
import type { Losses } from '#content-schema/foreign-html/losses.ts'
import type { NodeJson } from '#content-schema/identity.ts'

/**
 * Puts elements from elsewhere where the caret is, in one step of the history.
 *
 * What the place cannot hold is brought to what it can; what even then does not fit stands after the
 * element. Adds to `losses` what that cost.
 */
export function insertForeign(nodes: NodeJson[], losses: Losses): Command {
  return (state, dispatch) => {
    if (nodes.length === 0) return false
    const change = closeHistory(state.tr)
    placeAt(state, change, nodes, losses)
    if (!change.docChanged) return false
    change.setMeta('paste', true).setMeta('uiEvent', 'paste')
    dispatch?.(change.scrollIntoView())
    return true
  }
}

function placeAt(
  state: EditorState,
  change: Transaction,
  nodes: NodeJson[],
  losses: Losses,
): void {
  const { $from } = state.selection
  const { parent } = $from
  if (state.selection instanceof NodeSelection) insertAfterElement(change, $from, nodes)
  else if (parent.type.name === 'sectionTitle' && nodes.length > 1) {
    insertUnderTitle(change, $from, nodes, losses)
  } else if (isSlot(parent)) insertWords(change, parent, asWords(nodes, losses))
  else if ($from.depth <= 2) replaceWith(change, nodes)
  else insertInside(change, $from, nodes, losses)
}

/** A textblock that is a part of something: it holds words, and never becomes two. */
function isSlot(parent: Node): boolean {
  return parent.isTextblock && !['paragraph', 'heading'].includes(parent.type.name)
}

function insertWords(change: Transaction, { type }: Node, words: Inline): void {
  const allowed = withMarks(words, (mark) => {
    const markType = type.schema.marks[mark]
    return markType !== undefined && type.allowsMarkType(markType)
  })
  const inline = allowed.map((node) => (holdsBreaks(type) ? node : withoutBreak(node)))
  change.replaceSelection(sliceOf(change, inline, 0, 0))
}

function holdsBreaks({ contentMatch, schema }: NodeType): boolean {
  const { hardBreak } = schema.nodes
  return hardBreak !== undefined && contentMatch.matchType(hardBreak) !== null
}

function withoutBreak(node: NodeJson): NodeJson {
  return node.type === lineBreak.type ? textNode(' ', []) : node
}

/** The first line is the title's; the others begin the section. */
function insertUnderTitle(
  change: Transaction,
  $title: ResolvedPos,
  [first, ...others]: NodeJson[],
  losses: Losses,
): void {
  insertWords(change, $title.parent, asWords(first ? [first] : [], losses))
  const place = change.mapping.map($title.after())
  change.insert(place, fragmentOf(change, others))
}

function insertAfterElement(change: Transaction, $from: ResolvedPos, nodes: NodeJson[]): void {
  const place = $from.depth >= 2 ? $from.after(2) : change.selection.to
  change.insert(place, fragmentOf(change, nodes))
}

/** In a box, a fold, a list or a cell: paragraphs and lists; the rest stands after the element. */
function insertInside(
  change: Transaction,
  $from: ResolvedPos,
  nodes: NodeJson[],
  losses: Losses,
): void {
  const place = isInCell($from) ? 'paragraphs' : 'flow'
  const { fitted, moved } = fitInto(nodes, place, losses)
  const list = $from.node(-1).type.name === 'listItem' ? $from.node(-2) : null
  if (list && fitted.length > 1) replaceItems(change, list, fitted)
  else if (fitted.length > 0) replaceWith(change, fitted)
  if (moved.length === 0) return
  change.insert(change.mapping.map($from.after(2)), fragmentOf(change, moved))
}

function isInCell($from: ResolvedPos): boolean {
  for (let depth = $from.depth; depth > 0; depth--)
    if (String($from.node(depth).type.spec.tableRole ?? '').includes('cell')) return true
  return false
}

/** Several paragraphs pasted in an item are items of its list. */
function replaceItems(change: Transaction, list: Node, nodes: NodeJson[]): void {
  const items = nodes.flatMap((node): NodeJson[] =>
    isList(node) ? (node.content ?? []) : [{ type: 'listItem', content: [node] }],
  )
  const content: NodeJson = { type: list.type.name, content: items }
  const isNested = (items.at(-1)?.content?.length ?? 0) > 1
  change.replaceSelection(sliceOf(change, [content], 3, isNested ? 1 : 3))
}

/** A paragraph at either end joins the words around it, anything else stands on its own. */
function replaceWith(change: Transaction, nodes: NodeJson[]): void {
  const [first] = nodes
  const last = nodes.at(-1)
  const alone = nodes.length === 1 && isText(first)
  const openStart = isText(first) ? 1 : 0
  const openEnd = alone || (isText(last) && nodes.length > 1) ? 1 : 0
  change.replaceSelection(sliceOf(change, nodes, openStart, openEnd))
}

function isText(node: NodeJson | undefined): boolean {
  return node?.type === 'paragraph'
}

function sliceOf(
  change: Transaction,
  nodes: NodeJson[],
  openStart: number,
  openEnd: number,
): Slice {
  return new Slice(fragmentOf(change, nodes), openStart, openEnd)
}

function fragmentOf({ doc }: Transaction, nodes: NodeJson[]): Fragment {
  return Fragment.from(nodes.map((node) => doc.type.schema.nodeFromJSON(node)))
}
