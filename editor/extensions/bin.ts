import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Bin, Binned } from '../bin.ts'
import { holdsElements } from '../commands/nested-part.ts'
import { fromElsewhere } from './lock.ts'
import { changesOnlyWords } from './only-words.ts'

/** Keeps what is taken out, and lets go of what comes back: by undo, by paste, or from the bin. */
export const binning = Extension.create<{ bin: Bin | null; changed: () => void }>({
  name: 'binning',
  addOptions: () => ({ bin: null, changed: () => undefined }),
  addProseMirrorPlugins() {
    const { bin, changed } = this.options
    if (!bin) return []
    return [
      new Plugin({
        appendTransaction(transactions, before, after) {
          const ours = transactions.filter(
            (each) => each.docChanged && !each.getMeta(fromElsewhere),
          )
          if (ours.length === 0 || ours.every(changesOnlyWords)) return null
          const undone = ours.every((each) => each.getMeta(historyKey))
          settle(bin, partsOf(before.doc), partsOf(after.doc), undone, changed)
          return null
        },
      }),
    ]
  },
})

/** `sectionId` is that of the section, or of another element that it stands in. */
type Part = { node: Node; sectionId: string | null }
type Parts = Map<string, Part>

/** Where prosemirror-history says that a transaction undoes or redoes another. */
const historyKey = 'history$'

/** @param undone what came with an insertion goes with its undoing, and comes back by redoing it */
function settle(
  bin: Bin,
  before: Parts,
  after: Parts,
  undone: boolean,
  changed: () => void,
): void {
  const gone = undone
    ? []
    : [...before].filter(([id, { node }]) => !after.has(id) && isWorthKeeping(node))
  const kept = bin.read()
  const left = kept.filter(({ node }) => !after.has(String(node.attrs?.id)))
  if (gone.length === 0 && left.length === kept.length) return
  const goneIds = new Set(gone.map(([id]) => id))
  const binned = gone
    .filter(([, part]) => isKeptAlone(part, goneIds, after))
    .map(
      ([, { node, sectionId }]): Binned => ({
        node: node.toJSON(),
        sectionId,
        removedAt: Date.now(),
      }),
    )
  bin.write([...binned, ...left])
  changed()
}

/** What goes with what it stands in is in it; a section whose elements live on is only a title. */
function isKeptAlone({ node, sectionId }: Part, gone: Set<string>, after: Parts): boolean {
  if (sectionId !== null) return !gone.has(sectionId)
  return !node.children.some((element) => after.has(String(element.attrs.id)))
}

function partsOf(doc: Node): Parts {
  const parts: Parts = new Map()
  for (const section of doc.children) {
    parts.set(String(section.attrs.id), { node: section, sectionId: null })
    for (const element of section.children.slice(1)) {
      add(parts, element, section)
      if (!holdsElements(element)) continue
      for (const inner of element.children) add(parts, inner, element)
    }
  }
  return parts
}

function add(parts: Parts, node: Node, holder: Node): void {
  if (node.attrs.id) parts.set(String(node.attrs.id), { node, sectionId: holder.attrs.id })
}

/** An empty paragraph is no loss. */
function isWorthKeeping(node: Node): boolean {
  return node.textContent.trim() !== '' || Boolean(node.attrs.asset) || !node.isTextblock
}
