import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { addChoice, choicesOf, mostChoices } from '../commands/choices.ts'
import { hostOf } from '../host.ts'
import { textButton } from '../node-views/dom.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
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
  const label = labelOf(node, parent, index, words)
  const empty = node.isTextblock && node.content.size === 0
  const placeholder = empty ? placeholderOf(node, parent, words) : ''
  if (!label && !placeholder) return null
  return {
    ...(label && { 'data-label': label }),
    ...(placeholder && { class: 'is-empty', 'data-placeholder': placeholder }),
  }
}

function labelOf(
  { type, attrs }: Node,
  parent: Node | null,
  index: number,
  words: EditorWords,
) {
  if (type.name === 'callout') return words.callout[attrs.kind as keyof EditorWords['callout']]
  if (type.name === 'table') return String(attrs.caption)
  if (type.name !== 'feedback') return ''
  const { feedback } = words
  if (parent?.type.name === 'choice') return feedback.choice
  if (parent?.type.name === 'trueFalse')
    return index === 1 ? feedback.saidTrue : feedback.saidFalse
  if (parent?.type.name === 'numeric') return index === 1 ? feedback.right : feedback.wrong
  return feedback.question
}

function placeholderOf(
  { type }: Node,
  parent: Node | null,
  { placeholder }: EditorWords,
): string {
  const name = type.name
  if (name === 'paragraph')
    return parent?.childCount === 1 ? paragraphAlone(parent, placeholder) : ''
  if (name === 'prompt' && parent?.type.name === 'trueFalse') return placeholder.statement
  return name in placeholder ? placeholder[name as keyof EditorWords['placeholder']] : ''
}

function paragraphAlone(parent: Node, placeholder: EditorWords['placeholder']): string {
  return parent.type.name === 'callout' ? placeholder.callout : ''
}

function buttonsIn(node: Node, position: number, editor: Editor): Decoration[] {
  const name = node.type.name
  if (name === 'section') return [addElementButton(node, position, editor)]
  const choices = name === 'singleChoice' || name === 'multipleChoice' ? choicesOf(node) : 0
  return choices > 0 && choices < mostChoices ? [addChoiceButton(node, position, editor)] : []
}

function addElementButton(section: Node, position: number, editor: Editor): Decoration {
  const { words, openInsertMenu } = hostOf(editor)
  return button(position + section.nodeSize - 1, `add-element-${section.attrs.id}`, (at) =>
    textButton('plus', words.insert.addElement, function press() {
      const anchor = editor.view.dom.ownerDocument.activeElement?.getBoundingClientRect()
      openInsertMenu({ at: at() ?? null, anchor: anchor ?? new DOMRect() })
    }),
  )
}

function addChoiceButton(question: Node, position: number, editor: Editor): Decoration {
  const { words } = hostOf(editor)
  const afterChoices = position + question.nodeSize - 1 - (question.lastChild?.nodeSize ?? 0)
  return button(afterChoices, `add-choice-${question.attrs.id}`, (at) =>
    textButton('plus', words.insert.addChoice, () => {
      const place = at()
      if (place !== undefined) run(editor, addChoice(place))
      editor.view.focus()
    }),
  )
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
