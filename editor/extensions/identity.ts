import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { carriesId, mayHoldIds, newId, redirected } from '#content-schema/identity.ts'
import { changesOnlyWords } from './only-words.ts'

/** Ids that this document has held since it was opened; those it no longer holds were cut or deleted. */
type KnownIds = Set<string>

const key = new PluginKey<KnownIds>('identity')

/** Keeps the promise of design §3: an id is given once, moves with its node, and is never shared. */
export const identity = Extension.create({
  name: 'identity',
  addProseMirrorPlugins: () => [identityPlugin()],
})

/**
 * Gives ids to new nodes, new ones to copies, and lets moved nodes keep theirs.
 *
 * A pasted node keeps its id when this document had it and no longer does: it was cut, or what
 * is pasted replaces it. Everything else that is pasted is a copy.
 */
export function identityPlugin(): Plugin<KnownIds> {
  return new Plugin<KnownIds>({
    key,
    state: {
      init: (_, state) => idsOf(state.doc),
      apply: (transaction, known) =>
        changesOnlyWords(transaction) ? known : remember(known, transaction.doc),
    },
    appendTransaction: (transactions, before, after) =>
      transactions.every(changesOnlyWords) ? null : settle(transactions, before, after),
    props: {
      transformPasted: (slice, view) => (view.dragging ? slice : settlePasted(slice, view)),
    },
  })
}

/** One pass over the new document: who has no id, and who has somebody else's. */
function settle(transactions: readonly Transaction[], before: EditorState, after: EditorState) {
  const { nameless, holders } = survey(after.doc)
  const shared = [...holders].filter(([, positions]) => positions.length > 1)
  if (nameless.length === 0 && shared.length === 0) return null
  const moved = new Mapping(transactions.flatMap((each) => each.mapping.maps))
  const change = after.tr
  for (const position of nameless) {
    const id = formerId(position, before.doc, after.doc, moved, holders) ?? newId()
    holders.set(id, [position])
    change.setNodeAttribute(position, 'id', id)
  }
  renewCopies(change, shared, originals(before.doc, shared, moved))
  return change
}

type Survey = { nameless: number[]; holders: Map<string, number[]> }

function survey(doc: Node): Survey {
  const nameless: number[] = []
  const holders = new Map<string, number[]>()
  doc.descendants((node, position) => {
    if (carriesId(node.type.name)) {
      const id = node.attrs.id as string
      if (!id) nameless.push(position)
      else holders.set(id, [...(holders.get(id) ?? []), position])
    }
    return mayHoldIds(node)
  })
  return { nameless, holders }
}

/** The id of a node that only changed its kind: same words, same place, its id gone with its type. */
function formerId(
  position: number,
  old: Node,
  doc: Node,
  moved: Mapping,
  holders: Map<string, number[]>,
): string | null {
  const before = nodeAt(old, moved.invert().map(position, 1))
  const now = doc.nodeAt(position)
  const id = before?.attrs.id as string | undefined
  const same = before && now && before.content.size > 0 && before.content.eq(now.content)
  return same && id && !holders.has(id) ? id : null
}

function nodeAt(doc: Node, position: number): Node | null {
  return position < doc.content.size ? doc.nodeAt(position) : null
}

/** Where the first bearer of each shared id now stands. */
function originals(
  old: Node,
  shared: [string, number[]][],
  moved: Mapping,
): Map<string, number> {
  const wanted = new Set(shared.map(([id]) => id))
  const found = new Map<string, number>()
  if (wanted.size === 0) return found
  old.descendants((node, position) => {
    const id = node.attrs.id
    if (wanted.has(id)) found.set(id, moved.map(position, 1))
    return mayHoldIds(node)
  })
  return found
}

function renewCopies(
  change: Transaction,
  shared: [string, number[]][],
  original: Map<string, number>,
): void {
  const renewed = new Map<string, string>()
  const copies: number[] = []
  for (const [id, positions] of shared) {
    const there = original.get(id)
    const keeper = positions.find((position) => position === there) ?? positions[0]
    for (const position of positions.filter((each) => each !== keeper)) {
      const fresh = newId()
      renewed.set(id, fresh)
      copies.push(position)
      change.setNodeAttribute(position, 'id', fresh)
    }
  }
  for (const position of copies) redirectLinks(change, position, renewed)
}

/** Inside a copy, a link or an attribute that names a node copied with it names the copy. */
function redirectLinks(
  change: Transaction,
  position: number,
  renewed: Map<string, string>,
): void {
  const copy = change.doc.nodeAt(position)
  if (!copy) return
  const from = position + 1
  copy.descendants((node, offset) => {
    for (const [name, value] of Object.entries(redirected(node.attrs, renewed))) {
      if (value !== node.attrs[name]) change.setNodeAttribute(from + offset, name, value)
    }
    const link = node.marks.find((mark) => mark.type.name === 'link')
    const target = link && renewed.get(targetOf(link))
    if (link && target) {
      const end = from + offset + node.nodeSize
      change.addMark(from + offset, end, link.type.create({ href: `#${target}` }))
    }
  })
}

function settlePasted(slice: Slice, view: EditorView): Slice {
  const known = key.getState(view.state) ?? new Set()
  const staying = stayingIds(view.state)
  const renewed = new Map<string, string>()
  slice.content.descendants((node) => {
    const id = node.attrs.id
    if (id && (staying.has(id) || !known.has(id))) renewed.set(id, newId())
  })
  const content = mapFragment(slice.content, (node) => renewNode(node, renewed))
  return new Slice(content, slice.openStart, slice.openEnd)
}

/** Ids that will still be in the document once the selection has been replaced. */
function stayingIds({ doc, selection }: EditorState): Set<string> {
  const staying = new Set<string>()
  const { from, to } = selection
  doc.descendants((node, position) => {
    const replaced = position >= from && position + node.nodeSize <= to
    if (node.attrs.id && !replaced) staying.add(node.attrs.id)
    return mayHoldIds(node)
  })
  return staying
}

function mapFragment(fragment: Fragment, change: (node: Node) => Node): Fragment {
  const mapped: Node[] = []
  fragment.forEach((node) => {
    const inner = node.isText ? node : node.copy(mapFragment(node.content, change))
    mapped.push(change(inner))
  })
  return Fragment.from(mapped)
}

function renewNode(node: Node, renewed: Map<string, string>): Node {
  const marks = node.marks.map((mark) => {
    const target = mark.type.name === 'link' ? renewed.get(targetOf(mark)) : undefined
    return target ? mark.type.create({ href: `#${target}` }) : mark
  })
  if (node.isText) return node.mark(marks)
  const id = renewed.get(node.attrs.id)
  if (!id) return node.mark(marks)
  return node.type.create({ ...redirected(node.attrs, renewed), id }, node.content, marks)
}

function targetOf(link: Mark): string {
  return String(link.attrs.href).slice(1)
}

function idsOf(doc: Node): KnownIds {
  return remember(new Set(), doc)
}

/** Grows in place: an id once known stays known whatever is undone, so nothing has to be undone here. */
function remember(known: KnownIds, doc: Node): KnownIds {
  doc.descendants((node) => {
    if (node.attrs.id) known.add(node.attrs.id)
    return mayHoldIds(node)
  })
  return known
}
