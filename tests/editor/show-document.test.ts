import { EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schema } from '#content-schema/schema.ts'
import { showDocument } from '#editor/show-document.ts'
import { anyDocument } from '#tests/builders/random-document.ts'
import { p, section, Writing } from './writing.ts'

it('any document becomes any other, by steps that each leave a valid one', () => {
  fc.assert(
    fc.property(anyDocument, anyDocument, (before, after) => {
      const state = EditorState.create({ doc: schema.nodeFromJSON(before.doc) })
      const change = showDocument(state, after.doc)
      const shown = change ? state.apply(change).doc : state.doc
      expect(shown.toJSON()).toEqual(after.doc)
      shown.check()
    }),
    { numRuns: 300 },
  )
})

it('nothing is done when it is the same', () => {
  const { state } = lesson()
  expect(showDocument(state, state.doc.toJSON())).toBeNull()
})

describe('the caret stays where it is in the text', () => {
  it.each<[string, (text: string) => string]>([
    ['when a section before it grows', (text) => text.replace('"Un"', '"Un, bien plus long"')],
    ['when a section after it changes', (text) => text.replace('"Trois"', '"3"')],
    ['when words of its own section change', (text) => text.replace('"Deux bis"', '"2 bis"')],
  ])('%s', (_, change) => {
    const writing = lesson().at('Deux', 2)
    show(writing, change)
    expect([writing.place(), writing.state.selection.$from.parentOffset]).toEqual([
      'paragraph Deux',
      2,
    ])
  })

  it('when its section is moved', () => {
    const writing = lesson().at('Deux', 2)
    const { content, ...doc } = writing.state.doc.toJSON()
    const [one, two, three] = content
    const change = showDocument(writing.state, { ...doc, content: [two, three, one] })!
    writing.state = writing.state.apply(change)
    expect(writing.place()).toBe('paragraph Deux')
    expect(writing.state.selection).toBeInstanceOf(TextSelection)
  })
})

function lesson(): Writing {
  return new Writing(
    section('Une', p('Un')),
    section('Deuxième', p('Deux'), p('Deux bis')),
    section('Troisième', p('Trois')),
  )
}

function show(writing: Writing, change: (text: string) => string): void {
  const json = JSON.parse(change(JSON.stringify(writing.state.doc.toJSON())))
  writing.state = writing.state.apply(showDocument(writing.state, json)!)
}
