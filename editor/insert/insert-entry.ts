import type { Editor } from '@tiptap/core'
import { addSection } from '../commands/add-section.ts'
import { currentPart } from '../commands/current-part.ts'
import { insertElement } from '../commands/insert-element.ts'
import { insertTemplate } from '../commands/insert-template.ts'
import { holderDepth } from '../commands/nested-part.ts'
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
  if (entry.template || entry.reference) return void insertLater(editor, entry, at)
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

/** What is read or chosen first: meanwhile the editor may have gone, or the place in it. */
async function insertLater(editor: Editor, entry: CatalogueEntry, at: number | null) {
  const { words, announce, templates, reuse, recents } = hostOf(editor)
  const { doc } = editor.state
  editor.view.focus()
  const node = entry.reference
    ? await reuse?.choose(entry.reference, isInAssessment(editor, at))
    : await templates?.read(entry.template?.id ?? '')
  if (!node || editor.isDestroyed) return
  const there = at !== null && editor.state.doc.eq(doc) ? at : undefined
  // What was chosen keeps its id: what it draws depends on it.
  const insert = entry.reference ? insertElement : insertTemplate
  if (run(editor, insert(node, there))) {
    if (entry.reference) recents?.add(entry.name)
    announce(words.said.inserted(entry.label ?? elementLabel(entry.name, words)))
  }
  editor.view.focus()
  revealCurrent(editor)
}

function isInAssessment({ state }: Editor, at: number | null): boolean {
  if (at !== null) return state.doc.resolve(at).parent.type.name === 'evaluation'
  const { $from } = state.selection
  const depth = holderDepth($from)
  return depth !== null && $from.node(depth).type.name === 'evaluation'
}

function revealCurrent(editor: Editor): void {
  const part = currentPart(editor.state)
  if (part) reveal(editor, part.position, 'nearest')
}
