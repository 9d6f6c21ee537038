import { type Editor, Extension } from '@tiptap/core'
import type { Node, NodeType } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { NodeName } from '#content-schema/schema.ts'
import { addPiece } from '../commands/pieces.ts'
import { hostOf } from '../host.ts'
import { textButton } from '../node-views/dom.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import type { Hint, NodeManners, Place } from './from-spec.ts'
import { manners } from './manners.ts'
import { changesOnlyWords } from './only-words.ts'

const key = new PluginKey<DecorationSet>('hints')

/** What the page says beside the author's own words: what an empty line is for, and where to add. */
export const hints = Extension.create({
  name: 'hints',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_, state) => hintsOf(state.doc, editor),
          apply(transaction, drawn) {
            if (!transaction.docChanged) return drawn
            if (!changesOnlyWords(transaction)) return hintsOf(transaction.doc, editor)
            return drawn.map(transaction.mapping, transaction.doc)
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

function hintsOf(doc: Node, editor: Editor): DecorationSet {
  const { words } = hostOf(editor)
  const drawn: Decoration[] = []
  doc.descendants((node, position, parent, index) => {
    const attributes = attributesFor(node, parent, index, words)
    if (attributes) drawn.push(Decoration.node(position, position + node.nodeSize, attributes))
    if (editor.isEditable) drawn.push(...buttonsIn(node, position, editor))
    return !node.inlineContent
  })
  return DecorationSet.create(doc, drawn)
}

function attributesFor(node: Node, parent: Node | null, index: number, words: EditorWords) {
  const { label, placeholder } = hintOf({ node, parent, index }, words)
  const empty = node.isTextblock && node.content.size === 0 && placeholder
  if (!label && !empty) return null
  return {
    ...(label && { 'data-label': label }),
    ...(empty && { class: 'is-empty', 'data-placeholder': placeholder }),
  }
}

/** What a node says of itself, or else its parent of it: a feedback's is a label, others' fill a gap. */
function hintOf(place: Place, words: EditorWords): Hint {
  const { node, parent } = place
  const own = mannersOf(node)?.hint?.(place, words) ?? {}
  const said = (parent && mannersOf(parent)?.hintInside?.(place, words)) || ''
  const isFeedback = node.type.name === 'feedback'
  if (isFeedback) return { label: said, placeholder: words.placeholder.feedback }
  if (said && !(node.type.name === 'paragraph' && parent!.childCount > 1)) {
    return { ...own, placeholder: said }
  }
  return own
}

function mannersOf(node: Node): NodeManners | undefined {
  return manners[node.type.name as NodeName]
}

function buttonsIn(node: Node, position: number, editor: Editor): Decoration[] {
  const { words } = hostOf(editor)
  const { language } = words
  const adds = node.type.name === 'section' ? words.insert.addElement : mannersOf(node)?.adds
  if (adds) {
    const label = typeof adds === 'string' ? adds : adds(language)
    return [addElementButton(node, position, label, editor)]
  }
  const pieces = mannersOf(node)?.pieces ?? {}
  return Object.entries(pieces).flatMap(([name, wordsOf]) => {
    return addPieceButton(node, position, name, wordsOf(language).add, editor)
  })
}

/** At the end of a section, or of another node that elements stand in. */
function addElementButton(
  holder: Node,
  position: number,
  label: string,
  editor: Editor,
): Decoration {
  const { openInsertMenu } = hostOf(editor)
  return button(position + holder.nodeSize - 1, `add-element-${holder.attrs.id}`, (at) =>
    textButton('plus', label, function press() {
      const anchor = editor.view.dom.ownerDocument.activeElement?.getBoundingClientRect()
      openInsertMenu({ at: at() ?? null, anchor: anchor ?? new DOMRect() })
    }),
  )
}

/** After the last of the pieces, or where the first would be, while the schema allows one more. */
function addPieceButton(
  parent: Node,
  position: number,
  name: string,
  label: string,
  editor: Editor,
): Decoration[] {
  const type = editor.schema.nodes[name]
  const index = type ? placeForOneMore(parent, type) : -1
  if (index === -1) return []
  const before = parent.children.slice(0, index)
  const end = before.reduce((sum, child) => sum + child.nodeSize, position + 1)
  const press = (at: () => number | undefined) =>
    textButton('plus', label, () => {
      const place = at()
      if (place !== undefined) run(editor, addPiece(place, name))
      editor.view.focus()
    })
  return [button(end, `add-${name}-${parent.attrs.id}`, press)]
}

/** -1 where there is none. */
function placeForOneMore(parent: Node, type: NodeType): number {
  const last = parent.children.findLastIndex((child) => child.type === type)
  const fits = (index: number) => parent.canReplaceWith(index, index, type)
  if (last !== -1) return fits(last + 1) ? last + 1 : -1
  return [...parent.children.keys()].find(fits) ?? -1
}

function button(
  position: number,
  name: string,
  make: (at: () => number | undefined) => HTMLButtonElement,
): Decoration {
  const draw = (_: unknown, at: () => number | undefined) => {
    const element = make(at)
    element.classList.add('me-add')
    element.contentEditable = 'false'
    return element
  }
  return Decoration.widget(position, draw, {
    key: name,
    side: 1,
    ignoreSelection: true,
    stopEvent: () => true,
  })
}
