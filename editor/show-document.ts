import type { Editor } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { StoredDocument } from '#content-schema/document.ts'
import { type NodeJson, repeatedIds, withNewIds } from '#content-schema/identity.ts'
import { positionOfId } from './commands/current-part.ts'
import { fromElsewhere } from './extensions/lock.ts'
import { goToNode } from './go-to-node.ts'

/**
 * Turns the document into another by touching only what differs, as when somebody else's sections
 * arrive: the caret stays where it is in the text, and undo passes over it.
 *
 * @returns `null` when there is nothing to do
 */
export function showDocument(state: EditorState, json: NodeJson): Transaction | null {
  const wanted = state.schema.nodeFromJSON(json)
  if (wanted.eq(state.doc)) return null
  const change = state.tr.setMeta('addToHistory', false).setMeta(fromElsewhere, true)
  arrange(change, wanted)
  fill(change, wanted)
  keepCaret(change, state)
  return change
}

/** As {@link showDocument}, on an editor. */
export function showInstead(editor: Editor, { doc }: StoredDocument): void {
  const change = showDocument(editor.state, doc)
  if (change) editor.view.dispatch(change)
}

/** Adds a section that was written elsewhere at the end; its nodes are copies where theirs are still there. */
export function addKnownSection(editor: Editor, section: NodeJson): void {
  const { doc } = editor.state
  const taken = new Set(repeatedIds({ type: 'doc', content: [doc.toJSON(), section] }))
  const [added] = taken.size > 0 ? withNewIds([section]) : [section]
  const node = editor.schema.nodeFromJSON(added)
  editor.view.dispatch(editor.state.tr.insert(doc.content.size, node))
  goToNode(editor, node.attrs.id)
}

/** Brings the sections into the wanted order: those that come, move and go. */
function arrange(change: Transaction, wanted: Node): void {
  wanted.forEach((section, _, index) => {
    const now = change.doc.maybeChild(index)
    if (now && now.attrs.id === section.attrs.id) return
    const from = childWithId(change.doc, section.attrs.id, index)
    const at = offsetOf(change.doc, index)
    if (!from) change.insert(at, section)
    else {
      change.delete(from.position, from.position + from.node.nodeSize)
      change.insert(at, from.node)
    }
  })
  const end = offsetOf(change.doc, wanted.childCount)
  if (end < change.doc.content.size) change.delete(end, change.doc.content.size)
}

/** Replaces, in each section that differs, the run of elements that does. */
function fill(change: Transaction, wanted: Node): void {
  wanted.forEach((section, _, index) => {
    const now = change.doc.child(index)
    if (now.eq(section)) return
    const start = offsetOf(change.doc, index)
    if (now.sameMarkup(section)) fillSection(change, start + 1, now, section)
    else change.replaceWith(start, start + now.nodeSize, section)
  })
}

function fillSection(change: Transaction, inside: number, now: Node, wanted: Node): void {
  const [olds, news] = [now.children, wanted.children]
  const same = (a: Node | undefined, b: Node | undefined) => Boolean(a && b && a.eq(b))
  const shortest = Math.min(olds.length, news.length)
  let before = 0
  while (before < shortest && same(olds[before], news[before])) before += 1
  let after = 0
  while (after < shortest - before && same(olds.at(-1 - after), news.at(-1 - after))) after += 1
  const from = inside + offsetOf(now, before)
  const to = inside + offsetOf(now, olds.length - after)
  change.replaceWith(from, to, Fragment.from(news.slice(before, news.length - after)))
}

/** A caret in a section or an element that moved, or was replaced, goes with it. */
function keepCaret(change: Transaction, { doc, selection }: EditorState): void {
  const { $head, empty } = selection
  if (!empty || !$head.parent.inlineContent) return
  const depth = Array.from({ length: $head.depth }, (_, up) => $head.depth - up).find(
    (each) => $head.node(each).attrs.id,
  )
  if (depth === undefined) return
  const start = positionOfId(change.doc, $head.node(depth).attrs.id)
  const there = start === null ? null : change.doc.nodeAt(start)
  if (start === null || !there) return
  const inside = Math.min(selection.head - $head.before(depth), there.nodeSize - 1)
  if (doc.eq(change.doc) || change.selection.head === start + inside) return
  change.setSelection(TextSelection.near(change.doc.resolve(start + inside)))
}

function childWithId(doc: Node, id: unknown, from: number) {
  for (let index = from; index < doc.childCount; index += 1) {
    const node = doc.child(index)
    if (node.attrs.id === id) return { node, position: offsetOf(doc, index) }
  }
  return null
}

/** Where the child of an index starts, counted from the start of the content. */
function offsetOf(node: Node, index: number): number {
  return node.children.slice(0, index).reduce((size, child) => size + child.nodeSize, 0)
}
