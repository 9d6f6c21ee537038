import { deleteSelection, splitBlock } from '@tiptap/pm/commands'
import { redo, undo } from '@tiptap/pm/history'
import { Slice } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import type { NodeJson } from '#content-schema/identity.ts'
import { schema } from '#content-schema/schema.ts'
import { changeTextblock } from '#editor/commands/change-textblock.ts'
import { duplicatePart } from '#editor/commands/duplicate-part.ts'
import { makeGap } from '#editor/commands/gaps.ts'
import { movePart } from '#editor/commands/move-part.ts'
import { choice, p, question, section, type, Writing } from './writing.ts'

describe('an id', () => {
  it('survives typing', () => {
    const writing = new Writing(section('One', p('alpha')))
    const before = writing.allIds()
    writing.at('alpha', 5).run(type('!'))
    expect(writing.allIds()).toEqual(before)
    expect(writing.idsOf('alpha!')).toHaveLength(1)
  })

  it('stays with the first half of a paragraph that is split', () => {
    const writing = new Writing(section('One', p('alphabeta')))
    const [id] = writing.idsOf('alphabeta')
    writing.at('alphabeta', 5).run(splitBlock)
    expect(writing.idsOf('alpha')).toEqual([id])
    expect(writing.idsOf('beta')[0]).toMatch(/^[0-9a-z]{10}$/)
    expect(writing.idsOf('beta')).not.toEqual([id])
  })

  it('goes where its element is moved, within a section and to the next', () => {
    const writing = new Writing(section('One', p('a'), p('b')), section('Two', p('c')))
    const before = [writing.idsOf('a'), writing.idsOf('b'), writing.idsOf('c')]
    writing.at('a').run(movePart(1))
    writing.run(movePart(1))
    expect(writing.outline()).toEqual([['paragraph b'], ['paragraph a', 'paragraph c']])
    expect([writing.idsOf('a'), writing.idsOf('b'), writing.idsOf('c')]).toEqual(before)
  })

  it('comes back with what undo brings back, and goes again with redo', () => {
    const writing = new Writing(section('One', p('a'), p('b')))
    const [id] = writing.idsOf('b')
    writing.selectNode('paragraph', 1)
    writing.run(deleteSelection)
    writing.run(undo)
    expect(writing.idsOf('b')).toEqual([id])
    writing.run(redo)
    writing.run(undo)
    expect(writing.idsOf('b')).toEqual([id])
  })

  it('survives a change of kind: the same words, as a heading', () => {
    const writing = new Writing(section('One', p('a'), p('b')))
    const [id] = writing.idsOf('a')
    writing.at('a').run(changeTextblock('heading', { level: 3 }))
    expect(writing.idsOf('a')).toEqual([id])
    const paragraph = schema.nodes.paragraph
    writing.at('a').run((state, dispatch) => {
      const { pos } = state.selection.$from
      dispatch?.(state.tr.setBlockType(pos, pos, paragraph))
      return true
    })
    expect(writing.idsOf('a')).toEqual([id])
  })

  it('is given to whatever comes without one', () => {
    const writing = new Writing(section('One', p('a')))
    writing.at('a').run((state, dispatch) => {
      dispatch?.(
        state.tr.insert(state.selection.$from.after(), schema.nodeFromJSON(bareQuestion)),
      )
      return true
    })
    expect(writing.allIds().every((id) => /^[0-9a-z]{10}$/.test(id))).toBe(true)
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
  })
})

describe('a copy', () => {
  it('has ids of its own, down to its choices, when an element is duplicated', () => {
    const writing = new Writing(
      section('One', question('Why?', choice('x', true), choice('y'))),
    )
    const before = writing.allIds()
    writing.at('Why?').run(duplicatePart)
    const after = writing.allIds()
    expect(after.slice(0, before.length)).toEqual(before)
    expect(new Set(after).size).toBe(before.length * 2 - 1)
  })

  it('has ids of its own when a section is duplicated, its inner links following', () => {
    const writing = new Writing(section('One', p('target'), p('see')))
    link(writing, 'see', writing.idsOf('target')[0]!)
    writing.in('sectionTitle').run(duplicatePart)
    const targets = writing.idsOf('target')
    expect(new Set(targets).size).toBe(2)
    expect(linksOf(writing)).toEqual(targets.map((id) => `#${id}`))
  })

  it('is renewed even when a program inserts the very same node, before or after', () => {
    const writing = new Writing(section('One', p('a'), p('target')))
    link(writing, 'a', writing.idsOf('target')[0]!)
    const [id] = writing.idsOf('a')
    writing.at('a').run((state, dispatch) => {
      const start = state.selection.$from.before()
      dispatch?.(state.tr.insert(start, state.doc.nodeAt(start)!))
      return true
    })
    expect(writing.idsOf('a')[1]).toBe(id)
    expect(writing.idsOf('a')[0]).not.toBe(id)
  })
})

describe('a gap among words', () => {
  it('keeps its id when it is cut and pasted, wherever it comes from in the document', () => {
    const writing = new Writing(section('One', cloze('a ', 'b', ' c')))
    const id = writing.idAt('clozeGap', 0)
    writing.selectNode('clozeGap')
    const cut = writing.state.selection.content()
    writing.run(deleteSelection)
    pasteWords(writing.in('clozeText'), cut)
    expect(writing.idAt('clozeGap', 0)).toBe(id)
    expect(writing.positionsOf('clozeGap')).toHaveLength(1)
  })

  it('has an id of its own in a copy, pasted or inserted by a drop', () => {
    const writing = new Writing(section('One', cloze('a ', 'b', ' c')))
    writing.selectNode('clozeGap')
    const copied = writing.state.selection.content()
    pasteWords(writing.in('clozeText'), copied)
    writing.in('clozeText').run((state, dispatch) => {
      dispatch?.(state.tr.replaceSelection(copied))
      return true
    })
    expect(writing.positionsOf('clozeGap')).toHaveLength(3)
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
  })

  it('is known from the moment it was made: cut then, it keeps its id', () => {
    const writing = new Writing(section('One', cloze('before', 'b', 'after')))
    writing.in('clozeText').run((state, dispatch) => {
      const { from } = state.selection
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, from + 3)))
      return true
    })
    writing.run(makeGap)
    const id = writing.idAt('clozeGap', 0)
    writing.selectNode('clozeGap')
    const cut = writing.state.selection.content()
    writing.run(deleteSelection)
    pasteWords(writing.in('clozeText'), cut)
    expect(writing.idAt('clozeGap', 0)).toBe(id)
  })
})

describe('a paste', () => {
  it('keeps the ids of what was cut from this document', () => {
    const writing = new Writing(
      section('One', p('a'), question('Why?', choice('x'), choice('y'))),
    )
    const before = new Set(writing.allIds())
    writing.selectNode('singleChoice')
    const cut = writing.state.selection.content()
    writing.run(deleteSelection)
    paste(writing.selectNode('paragraph'), cut, 'before')
    expect(new Set(writing.allIds())).toEqual(before)
    expect(writing.outline()[0]?.map((line) => line.split(' ')[0])).toEqual([
      'singleChoice',
      'paragraph',
    ])
  })

  it('renews a second paste of what was cut once', () => {
    const writing = new Writing(section('One', p('a'), p('b')))
    const [id] = writing.idsOf('b')
    writing.selectNode('paragraph', 1)
    const cut = writing.state.selection.content()
    writing.run(deleteSelection)
    paste(writing.selectNode('paragraph'), cut, 'before')
    paste(writing.selectNode('paragraph', 1), cut, 'before')
    expect(writing.idsOf('b')).toHaveLength(2)
    expect(writing.idsOf('b').filter((each) => each === id)).toHaveLength(1)
  })

  it('renews what was copied, links between the parts of the copy following', () => {
    const writing = new Writing(section('One', p('target'), p('see'), p('end')))
    link(writing, 'see', writing.idsOf('target')[0]!)
    const first = writing.positionsOf('paragraph')[0]!
    const copied = new Slice(writing.state.doc.slice(first, first + 13).content, 0, 0)
    const before = writing.idsOf('target')
    paste(writing.at('end'), copied, 'before')
    expect(writing.idsOf('target')).toHaveLength(2)
    expect(writing.idsOf('target')).toContain(before[0])
    expect(new Set(linksOf(writing))).toEqual(
      new Set(writing.idsOf('target').map((id) => `#${id}`)),
    )
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
  })

  it('renews what comes from another module, even if its ids are free here', () => {
    const other = new Writing(section('Other', p('from elsewhere')))
    const [theirs] = other.idsOf('from elsewhere')
    const writing = new Writing(section('One', p('a')))
    paste(
      writing.selectNode('paragraph'),
      other.selectNode('paragraph').state.selection.content(),
      'before',
    )
    expect(writing.idsOf('from elsewhere')).toHaveLength(1)
    expect(writing.idsOf('from elsewhere')).not.toEqual([theirs])
  })

  it('keeps the id of a node that is pasted over itself', () => {
    const writing = new Writing(section('One', p('a'), p('b')))
    const [id] = writing.idsOf('b')
    writing.selectNode('paragraph', 1)
    paste(writing, writing.state.selection.content(), 'over')
    expect(writing.idsOf('b')).toEqual([id])
  })
})

const bareQuestion = question('Why?', choice('x'), choice('y'))

function cloze(before: string, missing: string, after: string): NodeJson {
  const gap = { type: 'clozeGap', attrs: { accepted: [missing] } }
  const text = (words: string) => ({ type: 'text', text: words })
  return {
    type: 'cloze',
    content: [
      { type: 'prompt', content: [text('Fill in')] },
      { type: 'clozeText', content: [text(before), gap, text(after)] },
      { type: 'feedback' },
      { type: 'feedback' },
    ],
  }
}

/** As {@link paste}, at the caret in a line of words. */
function pasteWords(writing: Writing, slice: Slice): void {
  const settled = settledBy(writing, slice, writing.state)
  writing.run((state, dispatch) => {
    dispatch?.(state.tr.replaceSelection(settled))
    return true
  })
}

/** Does what a view does with the clipboard: asks the plugins about the slice, then inserts it. */
function paste(writing: Writing, slice: Slice, where: 'before' | 'over'): void {
  const settled = settledBy(writing, slice, selectionFor(writing.state, where))
  writing.run((state, dispatch) => {
    const { from, to, $from } = state.selection
    const start = state.selection instanceof NodeSelection ? from : $from.before()
    dispatch?.(state.tr.replace(start, where === 'over' ? to : start, settled))
    return true
  })
}

function settledBy(writing: Writing, slice: Slice, state: EditorState): Slice {
  const view = { state, dragging: null } as unknown as EditorView
  return writing.state.plugins.reduce(
    (settled, plugin) =>
      plugin.props.transformPasted?.call(plugin, settled, view, false) ?? settled,
    slice,
  )
}

function selectionFor(state: EditorState, where: 'before' | 'over'): EditorState {
  if (where === 'over') return state
  const caret = state.selection.map(state.doc, state.tr.mapping)
  return {
    doc: state.doc,
    selection: { from: caret.from, to: caret.from },
    ...pluginsOf(state),
  } as EditorState
}

function pluginsOf(state: EditorState) {
  return Object.fromEntries(Object.entries(state).filter(([name]) => name.endsWith('$')))
}

function link(writing: Writing, words: string, id: string): void {
  writing.at(words).run((state, dispatch) => {
    const { $from } = state.selection
    const mark = schema.marks.link.create({ href: `#${id}` })
    dispatch?.(state.tr.addMark($from.start(), $from.end(), mark))
    return true
  })
}

function linksOf(writing: Writing): string[] {
  const links: string[] = []
  writing.state.doc.descendants((node) => {
    for (const mark of node.marks) if (mark.type.name === 'link') links.push(mark.attrs.href)
  })
  return links
}
