import type { Editor } from '@tiptap/core'
import { addSection } from '../commands/add-section.ts'
import { currentPart } from '../commands/current-part.ts'
import { insertElement } from '../commands/insert-element.ts'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import { reveal } from '../reveal.ts'
import { run } from '../run.ts'
import type { CatalogueEntry } from './catalogue.ts'

/** Inserts an entry of the catalogue, goes to it and says so. */
export function insertEntry(
  editor: Editor,
  entry: CatalogueEntry,
  at: number | null = null,
): void {
  const { words, announce, language } = hostOf(editor)
  const command = entry.create
    ? insertElement(entry.create(language), at ?? undefined)
    : addSection
  if (run(editor, command)) announce(words.said.inserted(elementLabel(entry.name, words)))
  editor.view.focus()
  const part = currentPart(editor.state)
  if (part) reveal(editor, part.position, 'nearest')
}
