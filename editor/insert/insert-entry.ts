import type { Editor } from '@tiptap/core'
import { addSection } from '../commands/add-section.ts'
import { currentPart } from '../commands/current-part.ts'
import { insertElement } from '../commands/insert-element.ts'
import { insertTemplate } from '../commands/insert-template.ts'
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
  if (entry.template) return void insertKept(editor, entry, at)
  const { words, announce, language, recents } = hostOf(editor)
  const command = entry.create
    ? insertElement(entry.create(language), at ?? undefined)
    : addSection
  if (run(editor, command)) {
    announce(words.said.inserted(elementLabel(entry.name, words)))
    recents?.add(entry.name)
  }
  editor.view.focus()
  revealCurrent(editor)
}

/** A template is read when it is chosen: meanwhile the editor may have gone, or the place in it. */
async function insertKept(editor: Editor, entry: CatalogueEntry, at: number | null) {
  const { words, announce, templates } = hostOf(editor)
  const { doc } = editor.state
  editor.view.focus()
  const node = await templates?.read(entry.template?.id ?? '')
  if (!node || editor.isDestroyed) return
  const there = at !== null && editor.state.doc.eq(doc) ? at : undefined
  if (run(editor, insertTemplate(node, there))) {
    announce(words.said.inserted(entry.label ?? elementLabel(entry.name, words)))
  }
  editor.view.focus()
  revealCurrent(editor)
}

function revealCurrent(editor: Editor): void {
  const part = currentPart(editor.state)
  if (part) reveal(editor, part.position, 'nearest')
}
