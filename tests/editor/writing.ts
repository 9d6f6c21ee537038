import { history } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'
import { identityPlugin } from '#editor/extensions/identity.ts'

/** An editor without a screen: a state, and commands run on it one after the other. */
export class Writing {
  state: EditorState

  constructor(...sections: NodeJson[]) {
    const doc = schema.nodeFromJSON(withIds({ type: 'doc', content: sections }))
    doc.check()
    this.state = EditorState.create({ doc, plugins: [history(), identityPlugin()] })
  }

  /** Runs a command, checks that what comes out may be stored, and says whether it acted. */
  run(command: Command): boolean {
    const acted = command(this.state, (transaction) => {
      this.state = this.state.apply(transaction)
    })
    this.state.doc.check()
    return acted
  }

  /** Puts the caret in the first node with these words, after `offset` characters of it. */
  at(words: string, offset = 0): this {
    const position = this.find(words) + 1 + offset
    return this.select(TextSelection.create(this.state.doc, position))
  }

  /** Selects so many characters of the first node with these words. */
  over(words: string, offset: number, count: number): this {
    const from = this.find(words) + 1 + offset
    return this.select(TextSelection.create(this.state.doc, from, from + count))
  }

  /** Puts the caret in the nth (from 0) node of a type, at its start. */
  in(type: string, nth = 0): this {
    return this.select(TextSelection.create(this.state.doc, this.positionsOf(type)[nth]! + 1))
  }

  selectNode(type: string, nth = 0): this {
    return this.select(NodeSelection.create(this.state.doc, this.positionsOf(type)[nth]!))
  }

  positionsOf(type: string): number[] {
    const positions: number[] = []
    this.state.doc.descendants((node, position) => {
      if (node.type.name === type) positions.push(position)
    })
    return positions
  }

  /** The ids of the nodes whose own text is exactly this. */
  idsOf(words: string): string[] {
    const ids: string[] = []
    this.state.doc.descendants((node) => {
      if (node.isTextblock && node.textContent === words) ids.push(node.attrs.id)
    })
    return ids
  }

  idAt(type: string, nth: number): string {
    return this.state.doc.nodeAt(this.positionsOf(type)[nth]!)?.attrs.id
  }

  allIds(): string[] {
    const ids: string[] = []
    this.state.doc.descendants((node) => {
      if ('id' in node.attrs) ids.push(node.attrs.id)
    })
    return ids
  }

  /** The elements of each section, as type and text. */
  outline(): string[][] {
    return this.state.doc.children.map((section) =>
      section.children
        .slice(1)
        .map((node: Node) => `${node.type.name} ${node.textContent}`.trim()),
    )
  }

  /** Type and text of the words that the caret is in. */
  place(): string {
    const { parent } = this.state.selection.$from
    return `${parent.type.name} ${parent.textContent}`.trim()
  }

  private find(words: string): number {
    let found = -1
    this.state.doc.descendants((node, position) => {
      if (found < 0 && node.isTextblock && node.textContent === words) found = position
    })
    if (found < 0) throw new RangeError(`nowhere is written “${words}”`)
    return found
  }

  private select(selection: TextSelection | NodeSelection): this {
    this.state = this.state.apply(this.state.tr.setSelection(selection))
    return this
  }
}

const words = (text: string): NodeJson[] => (text ? [{ type: 'text', text }] : [])

export const p = (text = ''): NodeJson => ({ type: 'paragraph', content: words(text) })

export const section = (title: string, ...elements: NodeJson[]): NodeJson => ({
  type: 'section',
  content: [{ type: 'sectionTitle', content: words(title) }, ...elements],
})

export const choice = (text: string, correct = false): NodeJson => ({
  type: 'choice',
  attrs: { correct },
  content: [{ type: 'choiceText', content: words(text) }, { type: 'feedback' }],
})

export const question = (asks: string, ...choices: NodeJson[]): NodeJson => ({
  type: 'singleChoice',
  content: [{ type: 'prompt', content: words(asks) }, ...choices, { type: 'feedback' }],
})

export function type(text: string): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.insertText(text))
    return true
  }
}
