import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { elementsOf } from '#content-schema/elements.ts'
import { hostOf } from '../host.ts'
import { changesOnlyWords } from './only-words.ts'

type Locked = ReadonlyMap<string, Node>

const key = new PluginKey<Locked>('lock')

/** Said by a change that comes from elsewhere and is not this person's: locks do not hold it. */
export const fromElsewhere = 'fromElsewhere'

/** Elements that their author locked stay as they are until they are unlocked; they can be moved. */
export const lock = Extension.create({
  name: 'lock',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<Locked>({
        key,
        state: {
          init: (_, { doc }) => lockedIn(doc),
          apply(transaction, locked) {
            if (!transaction.docChanged) return locked
            if (locked.size === 0 && changesOnlyWords(transaction)) return locked
            return lockedIn(transaction.doc)
          },
        },
        filterTransaction(transaction, state) {
          const locked = key.getState(state)
          if (!transaction.docChanged || !locked?.size) return true
          if (transaction.getMeta(fromElsewhere) || keepsAll(transaction.doc, locked))
            return true
          const { announce, words } = hostOf(editor)
          announce(words.said.locked)
          return false
        },
        props: {
          decorations(state) {
            const locked = key.getState(state)
            return locked?.size ? marks(state.doc, locked) : null
          },
        },
      }),
    ]
  },
})

function lockedIn(doc: Node): Locked {
  const locked = elementsOf(doc).filter(({ node }) => node.attrs.locked === true)
  return new Map(locked.map(({ node }) => [String(node.attrs.id), node]))
}

/** Only their lock itself may have changed. */
function keepsAll(doc: Node, locked: Locked): boolean {
  const left = new Map(locked)
  for (const { node } of elementsOf(doc)) {
    const before = left.get(String(node.attrs.id))
    if (before && isSameBesideLock(before, node)) left.delete(String(node.attrs.id))
  }
  return left.size === 0
}

function isSameBesideLock(before: Node, now: Node): boolean {
  if (before === now) return true
  const asBefore = { ...now.attrs, locked: true }
  return before.hasMarkup(now.type, asBefore) && before.content.eq(now.content)
}

function marks(doc: Node, locked: Locked): DecorationSet {
  const drawn: Decoration[] = []
  doc.descendants((node, position, parent) => {
    if (locked.has(node.attrs.id)) {
      drawn.push(Decoration.node(position, position + node.nodeSize, { class: 'is-locked' }))
    }
    return parent === null || parent === doc
  })
  return DecorationSet.create(doc, drawn)
}
