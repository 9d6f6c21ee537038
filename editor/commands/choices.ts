import type { Node } from '@tiptap/pm/model'
import { type Command, Selection } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import type { Direction } from './move-part.ts'

const fewestChoices = 2
export const mostChoices = 8

/** Adds an empty choice at a position between the choices of a question, and goes to it. */
export function addChoice(position: number): Command {
  return (state, dispatch) => {
    const question = state.doc.resolve(position).parent
    if (choicesOf(question) >= mostChoices) return false
    const { schema } = state
    const choice = schema.node('choice', { id: newId() }, [
      schema.node('choiceText'),
      schema.node('feedback'),
    ])
    const change = state.tr.insert(position, choice)
    change.setSelection(Selection.near(change.doc.resolve(position + 1)))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Removes the choice at a position; a question keeps at least two. */
export function removeChoice(position: number): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const choice = $position.nodeAfter
    if (!choice || choicesOf($position.parent) <= fewestChoices) return false
    const change = state.tr.delete(position, position + choice.nodeSize)
    change.setSelection(Selection.near(change.doc.resolve(position), -1))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Swaps the choice at a position with the one before or after it. */
export function moveChoice(position: number, direction: Direction): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const choice = $position.nodeAfter
    const other = $position.parent.maybeChild($position.index() + direction)
    if (!choice || other?.type !== choice.type) return false
    // Both at once: taken out alone, it would leave too few, and a new one would be filled in.
    const start = direction === 1 ? position : position - other.nodeSize
    const pair = direction === 1 ? [other, choice] : [choice, other]
    const change = state.tr.replaceWith(start, start + choice.nodeSize + other.nodeSize, pair)
    const landing = direction === 1 ? start + other.nodeSize : start
    change.setSelection(Selection.near(change.doc.resolve(landing + 1)))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Says whether the choice at a position is right; in a single choice, the others then are not. */
export function markRight(position: number, correct: boolean): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const question = $position.parent
    const change = state.tr.setNodeAttribute(position, 'correct', correct)
    if (question.type.name === 'singleChoice' && correct) {
      question.forEach((node, offset, index) => {
        const other = node.type.name === 'choice' && index !== $position.index()
        if (other) change.setNodeAttribute($position.start() + offset, 'correct', false)
      })
    }
    dispatch?.(change)
    return true
  }
}

export function choicesOf(question: Node): number {
  return question.children.filter((node) => node.type.name === 'choice').length
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
