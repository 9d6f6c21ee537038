import type { Node } from '@tiptap/pm/model'
import { type Command, Selection } from '@tiptap/pm/state'
import type { NodeJson } from '#content-schema/identity.ts'
import { addPieceAfter, holdsNothing, removePiece } from './pieces.ts'

/** What a new question is given to choose from. */
export function newChoices(): NodeJson[] {
  return [true, false, false].map((correct) => ({
    type: 'choice',
    attrs: { correct },
    content: [{ type: 'choiceText' }, { type: 'feedback' }],
  }))
}

/** Says whether the choice at a position is right; in a single choice, the others then are not. */
export function markRight(position: number, correct: boolean): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const { parent: question, nodeAfter: choice } = $position
    const change = state.tr.setNodeAttribute(position, 'correct', correct)
    if (hasOneRightChoice(question) && correct) {
      question.forEach((node, offset, index) => {
        const other = node.type === choice?.type && index !== $position.index()
        if (other) change.setNodeAttribute($position.start() + offset, 'correct', false)
      })
    }
    dispatch?.(change)
    return true
  }
}

/** Whether one choice alone can be right. */
export function hasOneRightChoice({ type, attrs }: Node): boolean {
  return type.name === 'singleChoice' || attrs.several === false
}

/** From a choice to the text of the next one, or from the last to the question's feedback. */
export const goToNextChoice: Command = (state, dispatch) => {
  const { $from } = state.selection
  if ($from.depth < 2 || $from.node(-1).type.name !== 'choice') return false
  const selection = Selection.findFrom(state.doc.resolve($from.after(-1)), 1, true)
  if (!selection) return false
  dispatch?.(state.tr.setSelection(selection).scrollIntoView())
  return true
}

/** From a choice to the next one, when nothing is written in that one. */
export const goToEmptyChoice: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const next = $from.node(-2).maybeChild($from.indexAfter(-2))
  if (next?.type !== $from.node(-1).type || !holdsNothing(next)) return false
  return goToNextChoice(state, dispatch, view)
}

/** Adds a choice after the one under the caret. */
export const addNextChoice: Command = (state, dispatch, view) =>
  addPieceAfter(state.selection.$from.before(-1))(state, dispatch, view)

/** Removes the choice under the caret when nothing is written in it. */
export const removeEmptyChoice: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if ($from.node(-1).textContent !== '') return false
  return removePiece($from.before(-1))(state, dispatch, view)
}
