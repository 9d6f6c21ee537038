import type { Editor } from '@tiptap/core'
import {
  findNext,
  findPrev,
  getSearchState,
  replaceAll,
  replaceCurrent,
  SearchQuery,
  search,
  setSearchState,
} from 'prosemirror-search'
import { run } from '../run.ts'

export type Wanted = {
  search: string
  replace: string
  caseSensitive: boolean
  wholeWord: boolean
}

const nothing = new SearchQuery({ search: '' })

/** Shows every place where words stand; nothing is looked for when there are none. */
export function lookFor(editor: Editor, wanted: Wanted): void {
  if (!getSearchState(editor.state)) editor.registerPlugin(search())
  const query = new SearchQuery({ ...wanted, literal: true })
  editor.view.dispatch(setSearchState(editor.state.tr, query))
}

export function stopLooking(editor: Editor): void {
  editor.unregisterPlugin('search')
}

/** Selects the next place, or the one before, and brings it into view; after the last, the first. */
export function goToMatch(editor: Editor, direction: 1 | -1): void {
  run(editor, direction === 1 ? findNext : findPrev)
  const { node } = editor.view.domAtPos(editor.state.selection.from)
  // ProseMirror only scrolls to a selection of its own, and the focus is in the field.
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/** Replaces what is selected when it is one of the places, and goes on to the next. */
export function replaceThis(editor: Editor): void {
  if (!isOnMatch(editor)) goToMatch(editor, 1)
  run(editor, replaceCurrent)
  goToMatch(editor, 1)
}

/** All at once: one undo brings all back. */
export function replaceEvery(editor: Editor): void {
  run(editor, replaceAll)
}

/** How many places there are, and which of them is selected: 0 when none is. */
export function countMatches({ state }: Editor): { count: number; current: number } {
  const query = getSearchState(state)?.query ?? nothing
  if (!query.valid) return { count: 0, current: 0 }
  let [count, current, from] = [0, 0, 0]
  for (let found = query.findNext(state, from); found; found = query.findNext(state, from)) {
    count += 1
    if (found.from === state.selection.from && found.to === state.selection.to) current = count
    from = Math.max(found.to, from + 1)
  }
  return { count, current }
}

function isOnMatch(editor: Editor): boolean {
  return countMatches(editor).current > 0
}
