import { closeHistory, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import { Step } from '@tiptap/pm/transform'
import { nodeDigest } from '#content-schema/changes/node-digest.ts'
import { storedDocument } from './document-json.ts'

/** What one undo or redo does, and where the caret is then. */
type Move = { steps: unknown[]; selection: unknown }

/** All that can be undone and redone from one document, the nearest first. */
type KeptUndo = { digest: string; undo: Move[]; redo: Move[] }

/** Characters of JSON: older undos are left out beyond it. */
const most = 1_000_000

/**
 * Writes down what can be undone, so that a reload of the page does not end it. The history has no
 * JSON of its own; what undoing does has: it is done aside, step by step, on a state that only has
 * the history.
 */
export function writeUndo(state: EditorState): string {
  const aside = state.reconfigure({ plugins: state.plugins.filter(isHistory) })
  const room = { left: most }
  const kept: KeptUndo = {
    digest: digestOf(state.doc),
    undo: moves(aside, undo, undoDepth, room),
    redo: moves(aside, redo, redoDepth, room),
  }
  return JSON.stringify(kept)
}

/**
 * The state with what could be undone before, when the document is the one that it ended with;
 * `null` otherwise.
 *
 * It is played again from the oldest document on, so that ids of elements that were cut before are
 * known as well: pasted after the reload, they keep them.
 */
export function readUndo(state: EditorState, text: string | null): EditorState | null {
  try {
    const kept = JSON.parse(text ?? 'null') as KeptUndo | null
    if (!kept || kept.digest !== digestOf(state.doc)) return null
    const played = play(state, kept)
    return played.doc.eq(state.doc) ? played.reconfigure({ plugins: state.plugins }) : null
  } catch {
    return null
  }
}

type Command = typeof undo

function moves(
  state: EditorState,
  command: Command,
  depth: (state: EditorState) => number,
  room: { left: number },
): Move[] {
  const found: Move[] = []
  let at = state
  while (depth(at) > 0) {
    let move: Move = { steps: [], selection: null }
    command(at, (done) => {
      move = {
        steps: done.steps.map((step) => step.toJSON()),
        selection: done.selection.toJSON(),
      }
      at = at.apply(done)
    })
    room.left -= JSON.stringify(move).length
    if (room.left < 0) break
    found.push(move)
  }
  return found
}

function play(state: EditorState, kept: KeptUndo): EditorState {
  const plugins = state.plugins.filter((plugin) => isHistory(plugin) || isIdentity(plugin))
  const back = rewind(state, kept.undo)
  let at = EditorState.create({ doc: back.doc, plugins })
  for (const { steps, selection } of back.forth) at = doAgain(at, steps, selection)
  for (const move of kept.redo) at = doAgain(at, move.steps.map(stepIn(at)), null)
  for (const _ of kept.redo) undo(at, (done) => (at = at.apply(done)))
  return at.apply(at.tr.setSelection(state.selection.map(at.doc, at.tr.mapping)))
}

/** The oldest document, and how to come from it to the newest. */
function rewind(state: EditorState, undone: Move[]) {
  const change = state.tr
  const forth = undone.map(({ steps, selection }) => {
    const done = steps.map(stepIn(state)).map((step) => {
      const inverse = step.invert(change.doc)
      change.step(step)
      return inverse
    })
    return { steps: done.reverse(), selection }
  })
  return { doc: change.doc, forth: forth.reverse() }
}

/** One event of the history, as it was first done. */
function doAgain(state: EditorState, steps: Step[], selection: unknown): EditorState {
  const there = selection ? withSelection(state, selection) : state
  const change: Transaction = closeHistory(there.tr)
  for (const step of steps) change.step(step)
  return there.apply(change)
}

function withSelection(state: EditorState, json: unknown): EditorState {
  return state.apply(state.tr.setSelection(Selection.fromJSON(state.doc, json)))
}

function stepIn({ schema }: EditorState) {
  return (json: unknown) => Step.fromJSON(schema, json)
}

function isHistory({ spec }: Plugin): boolean {
  return nameOf(spec.key) === 'history'
}

function isIdentity({ spec }: Plugin): boolean {
  return nameOf(spec.key) === 'identity'
}

/** Plugin keys carry their name, then `$` and perhaps a number. */
function nameOf(key: unknown): string {
  return String((key as { key?: string } | undefined)?.key ?? '').replace(/\$\d*$/, '')
}

function digestOf(doc: Node): string {
  return nodeDigest(storedDocument(doc).doc)
}
