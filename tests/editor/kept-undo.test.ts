import { redo, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import { expect, it } from 'vitest'
import { removePart } from '#editor/commands/remove-part.ts'
import { readUndo, writeUndo } from '#editor/kept-undo.ts'
import { showDocument } from '#editor/show-document.ts'
import { p, section, type, Writing } from './writing.ts'

it('what was deleted before a reload comes back with its id', () => {
  const writing = new Writing(section('Une section', p('Un'), p('Deux')))
  const [id] = writing.idsOf('Deux')
  writing.at('Deux').run(removePart)
  const after = reloaded(writing)
  expect(after.idsOf('Deux')).toEqual([])
  after.run(undo)
  expect(after.idsOf('Deux')).toEqual([id])
})

it('each thing done is undone and redone on its own, in order', () => {
  const writing = new Writing(section('Une section', p('Un'), p('Deux')))
  writing.at('Deux', 4).run(type(' et demi'))
  writing.at('Un', 2).run(type(' et quart'))
  writing.at('Deux et demi').run(removePart)
  writing.run(undo)
  const after = reloaded(writing)
  expect(after.outline()).toEqual([['paragraph Un et quart', 'paragraph Deux et demi']])
  after.run(undo)
  expect(after.outline()).toEqual([['paragraph Un', 'paragraph Deux et demi']])
  after.run(undo)
  expect(after.outline()).toEqual([['paragraph Un', 'paragraph Deux']])
  expect(after.run(undo)).toBe(false)
  for (let times = 0; times < 3; times += 1) after.run(redo)
  expect(after.outline()).toEqual([['paragraph Un et quart']])
})

it('undo puts the caret back where it was', () => {
  const writing = new Writing(section('Une section', p('Un'), p('Deux')))
  writing.at('Deux', 4).run(type(' et demi'))
  const after = reloaded(writing.at('Un'))
  after.run(undo)
  expect(after.place()).toBe('paragraph Deux')
})

it('undo passes over what arrived from somebody else, before and after a reload', () => {
  const writing = new Writing(section('Une section', p('Un')), section('Une autre', p('Deux')))
  writing.at('Un', 2).run(type(' et quart'))
  arrive(writing, 'Deux', 'Deux, relu')
  const after = reloaded(writing)
  arrive(after, 'Deux, relu', 'Deux, relu deux fois')
  after.run(undo)
  expect(after.outline()).toEqual([['paragraph Un'], ['paragraph Deux, relu deux fois']])
})

it('nothing is undone in a document that is not the one it was written for', () => {
  const writing = new Writing(section('Une section', p('Un')))
  writing.at('Un', 2).run(type(' et quart'))
  const kept = writeUndo(writing.state)
  writing.run(type(' de plus'))
  const { doc, plugins } = writing.state
  expect(readUndo(EditorState.create({ doc, plugins }), kept)).toBeNull()
})

it.each([null, '', '{', '{}', '{"digest":"x","undo":1}'])('%j is no history', (text) => {
  expect(readUndo(new Writing(section('Une section', p('Un'))).state, text)).toBeNull()
})

it('a history that is damaged is left out, and the document stays', () => {
  const writing = new Writing(section('Une section', p('Un')))
  writing.at('Un', 2).run(type(' et quart'))
  const damaged = writeUndo(writing.state).replace('"to"', '"too"')
  expect(readUndo(writing.state, damaged)).toBeNull()
})

it('what was cut before a reload is still known: pasted, it keeps its id', () => {
  const writing = new Writing(section('Une section', p('Un'), p('Deux')))
  const [id] = writing.idsOf('Deux')
  writing.at('Deux').run(removePart)
  const { state } = reloaded(writing)
  const identity = state.plugins.find(({ props }) => props.transformPasted)
  expect(identity?.getState(state)).toContain(id)
})

it('a thousand things done are written down within the room there is', () => {
  const writing = new Writing(section('Une section', p('Un')))
  for (let times = 0; times < 60; times += 1)
    writing.at(`Un${'!'.repeat(times)}`).run((state, dispatch) => {
      const { tr } = state
      tr.setTime(times * 5000).insertText('!', state.selection.$from.end())
      dispatch?.(tr)
      return true
    })
  const written = writeUndo(writing.state)
  expect(written.length).toBeLessThan(1_000_000)
  expect(JSON.parse(written).undo).toHaveLength(60)
})

/** What the page does when it is loaded again: another state, the same document. */
function reloaded(writing: Writing): Writing {
  const kept = writeUndo(writing.state)
  const after = new Writing(...writing.state.doc.toJSON().content)
  after.state = readUndo(after.state, kept)!
  expect(after.state).not.toBeNull()
  return after
}

function arrive(writing: Writing, before: string, words: string): void {
  const json = JSON.parse(
    JSON.stringify(writing.state.doc.toJSON()).replace(`"${before}"`, `"${words}"`),
  )
  writing.run((state, dispatch) => {
    const change = showDocument(state, json)
    if (change) dispatch?.(change)
    return change !== null
  })
}
