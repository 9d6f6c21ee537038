import type { Editor } from '@tiptap/core'
import { currentPart, type Part } from './commands/current-part.ts'
import { duplicatePart } from './commands/duplicate-part.ts'
import { type Direction, movePart } from './commands/move-part.ts'
import {
  duplicateNested,
  moveNested,
  nestedPart,
  removeNested,
} from './commands/nested-part.ts'
import { removePart } from './commands/remove-part.ts'
import { elementLabel } from './element-label.ts'
import { hostOf } from './host.ts'
import { firstOf, run } from './run.ts'
import type { EditorWords } from './words/fr.ts'

/** What a person does with the current element or section, by key or by button: acts, then says it. */
export function move(editor: Editor, direction: Direction): boolean {
  const { announce, words } = hostOf(editor)
  const nested = nestedPart(editor.state)
  const moved = run(editor, nested ? moveNested(direction) : movePart(direction))
  const part = currentPart(editor.state)
  const place = nestedPart(editor.state)?.$place
  if (moved && nested && place) {
    const name = elementLabel(nested.node.type.name, words)
    announce(words.said.moved(name, place.index() + 1, place.parent.childCount))
  } else if (moved && part)
    announce(words.said.moved(nameOf(part, words), part.index + 1, part.count))
  else announce(words.said.cannotMove)
  return true
}

export function duplicate(editor: Editor): boolean {
  const part = nestedPart(editor.state) ?? currentPart(editor.state)
  const { announce, words } = hostOf(editor)
  const acted = run(editor, firstOf(duplicateNested, duplicatePart))
  if (acted && part) announce(words.said.duplicated(nameOf(part, words)))
  return true
}

export function remove(editor: Editor): boolean {
  const part = nestedPart(editor.state) ?? currentPart(editor.state)
  const { offerUndo, words } = hostOf(editor)
  const acted = run(editor, firstOf(removeNested, removePart))
  if (acted && part) offerUndo(words.said.removed(nameOf(part, words)))
  return true
}

function nameOf(part: Pick<Part, 'node'>, words: EditorWords): string {
  return elementLabel(part.node.type.name, words)
}
