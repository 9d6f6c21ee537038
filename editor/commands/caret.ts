import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type Command, type EditorState, Selection } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import { currentPart } from './current-part.ts'
import { nestedPart } from './nested-part.ts'
import { selectInside } from './select-part.ts'

/** The caret, when nothing is selected and it stands in a node of this name; else `null`. */
function caretIn(state: EditorState, name: string): ResolvedPos | null {
  const { $from, empty } = state.selection
  return empty && $from.parent.type.name === name ? $from : null
}

/** Runs a command only while the caret stands in a node of this name, with nothing selected. */
export function inNode(name: string, command: Command): Command {
  return (state, dispatch, view) =>
    caretIn(state, name) !== null && command(state, dispatch, view)
}

export function atStart(command: Command): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parentOffset === 0 && command(state, dispatch, view)
}

export function whenEmpty(command: Command): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parent.content.size === 0 && command(state, dispatch, view)
}

export function whenWritten(command: Command): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parent.content.size > 0 && command(state, dispatch, view)
}

/** Goes to the next words after the node under the caret. */
export const goToNext: Command = (state, dispatch) => go(state, dispatch, 1)

/** Goes to the end of the words before the node under the caret. */
export const goToPrevious: Command = (state, dispatch) => go(state, dispatch, -1)

/** Has something to do, and does nothing: what stands here is not to be joined with its neighbour. */
export const stay: Command = () => true

/** Puts an empty paragraph after the current element and goes there; from a line, out of its holder. */
export const leavePart: Command = (state, dispatch) => {
  const nested = nestedPart(state)
  const leaves = nested === null || nested.node.isTextblock
  const part = currentPart(state)
  if (!part) return false
  if (!leaves) return addParagraph(state, dispatch, nested.position + nested.node.nodeSize)
  const end =
    part.kind === 'element'
      ? part.position + part.node.nodeSize
      : part.position + 1 + part.node.child(0).nodeSize
  return addParagraph(state, dispatch, end)
}

function addParagraph(state: EditorState, dispatch: Parameters<Command>[1], at: number): true {
  const change = state.tr.insert(at, state.schema.node('paragraph', { id: newId() }))
  dispatch?.(selectInside(change, at).scrollIntoView())
  return true
}

/**
 * At the start of the first words under a title, goes back to the end of the title, taking an
 * empty paragraph away when it is not the only one.
 */
export const backToTitle: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0 || $from.depth < 2) return false
  const around = $from.node(-1)
  const index = $from.index(-1)
  if (index === 0 || !isTitle(around.child(index - 1))) return false
  const change = state.tr
  const superfluous = $from.parent.content.size === 0 && around.canReplace(index, index + 1)
  if (superfluous) change.delete($from.before(), $from.after())
  dispatch?.(
    change
      .setSelection(Selection.near(change.doc.resolve($from.before() - 1), -1))
      .scrollIntoView(),
  )
  return true
}

/** The schema calls them so: `sectionTitle`, `accordionTitle`. */
function isTitle(node: Node): boolean {
  return node.isTextblock && node.type.name.endsWith('Title')
}

function go(state: EditorState, dispatch: Parameters<Command>[1], direction: -1 | 1): boolean {
  const { $from } = state.selection
  const edge = state.doc.resolve(direction === 1 ? $from.after() : $from.before())
  const selection = Selection.findFrom(edge, direction, true)
  if (!selection) return false
  dispatch?.(state.tr.setSelection(selection).scrollIntoView())
  return true
}
