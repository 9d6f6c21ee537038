import { undo } from '@tiptap/pm/history'
import { describe, expect, it } from 'vitest'
import { type NodeJson, repeatedIds } from '#content-schema/identity.ts'
import { duplicatePart } from '#editor/commands/duplicate-part.ts'
import { canInsert, insertElement } from '#editor/commands/insert-element.ts'
import { moveNested, nestedPart, removeNested } from '#editor/commands/nested-part.ts'
import { replaceNode } from '#editor/commands/replace-node.ts'
import { setAttributes } from '#editor/commands/set-attributes.ts'
import { elementLabel } from '#editor/element-label.ts'
import { offersFor } from '#editor/insert/offers.ts'
import { readOutline } from '#editor/panels/read-outline.ts'
import type { Reuse } from '#editor/reuse.ts'
import { en } from '#editor/words/en.ts'
import { fr } from '#editor/words/fr.ts'
import { p, section, Writing } from './writing.ts'

const reference = { id: 'reusereus1', moduleId: 'module', nodeId: 'nodenode01' }
const reused: NodeJson = { type: 'reuse', attrs: reference }
const draw: NodeJson = { type: 'questionDraw', attrs: { id: 'drawdraw01', moduleId: 'module' } }
const question: NodeJson = {
  type: 'trueFalse',
  attrs: { id: 'question01' },
  content: [{ type: 'prompt' }, { type: 'feedback' }, { type: 'feedback' }],
}
const evaluation: NodeJson = {
  type: 'evaluation',
  content: [{ type: 'evaluationTitle', content: [{ type: 'text', text: 'Bilan' }] }, question],
}

const typesIn = ({ state }: Writing) => state.doc.child(0).children.map(({ type }) => type.name)

describe('what is taken from another module', () => {
  it('is inserted under the id it was chosen with, and copied under another', () => {
    const writing = new Writing(section('Une page', p('Un')))
    writing.at('Un').run(insertElement(reused))
    writing.run(duplicatePart)
    const doc = writing.state.doc.toJSON() as NodeJson
    expect(typesIn(writing)).toEqual(['sectionTitle', 'paragraph', 'reuse', 'reuse'])
    expect(repeatedIds(doc)).toEqual([])
    const [first, second] = writing.state.doc.child(0).children.slice(2)
    expect(first!.attrs).toMatchObject(reference)
    expect(second!.attrs.nodeId).toBe(reference.nodeId)
  })

  it('becomes a copy of what it shows by one step, which one undo takes back', () => {
    const writing = new Writing(section('Une page', p('Un'), reused))
    writing.run(replaceNode('reusereus1', [question, question]))
    expect(typesIn(writing)).toEqual(['sectionTitle', 'paragraph', 'trueFalse', 'trueFalse'])
    expect(JSON.stringify(writing.state.doc.toJSON())).not.toContain('question01')
    writing.run(undo)
    expect(typesIn(writing)).toEqual(['sectionTitle', 'paragraph', 'reuse'])
  })

  it('is settled here only as the schema allows', () => {
    const writing = new Writing(section('Une page', reused))
    expect(writing.run(setAttributes('reusereus1', { points: 3, required: 'no' }))).toBe(true)
    expect(writing.run(setAttributes('reusereus1', { points: 101 }))).toBe(false)
    expect(writing.run(setAttributes('reusereus1', { text: 'Autre' }))).toBe(false)
  })

  it('stands in an assessment where it is questions, and nothing else does', () => {
    const writing = new Writing(section('Une page', evaluation))
    writing.at('Bilan')
    expect(canInsert(writing.state, 'questionDraw')).toBe(true)
    expect(canInsert(writing.state, 'reuse')).toBe(false)
    writing.run(insertElement(draw))
    const inside = () =>
      writing.state.doc
        .child(0)
        .child(1)
        .children.map(({ type }) => type.name)
    expect(inside()).toEqual(['evaluationTitle', 'questionDraw', 'trueFalse'])
    expect(nestedPart(writing.state)?.node.type.name).toBe('questionDraw')
    writing.run(moveNested(1))
    expect(inside()).toEqual(['evaluationTitle', 'trueFalse', 'questionDraw'])
    writing.run(removeNested)
    expect(inside()).toEqual(['evaluationTitle', 'trueFalse'])
  })

  it('has a name in the outline, and is not said to be empty', () => {
    const holding = { ...evaluation, content: [{ type: 'evaluationTitle' }, draw] }
    const own = { ...draw, attrs: { ...draw.attrs, id: 'drawdraw02' } }
    const writing = new Writing(section('Une page', reused, own, holding))
    const [page] = readOutline(writing.state.doc)
    expect(page!.elements.map(({ name, empty }) => [name, empty])).toEqual([
      ['reuse', false],
      ['questionDraw', false],
      ['evaluation', false],
    ])
    expect(elementLabel('reuse', fr)).toBe('Élément réutilisé')
    expect(elementLabel('questionDraw', en)).toBe('Questions from a bank')
  })
})

describe('the menu', () => {
  const reuse: Reuse = {
    choose: () => Promise.resolve(null),
    show: () => undefined,
    hide: () => undefined,
  }
  const found = (query: string, words = fr, offered: Reuse | null = reuse) =>
    offersFor(query, { words, templates: null, recents: null, reuse: offered }).map(
      ({ name }) => name,
    )

  it('offers it where the page can show other modules, and finds it by what it does', () => {
    expect(found('réutiliser')[0]).toBe('reuse')
    expect(found('tirer')[0]).toBe('questionDraw')
    expect(found('reuse', en)[0]).toBe('reuse')
    expect(found('draw', en)[0]).toBe('questionDraw')
    expect(found('réutiliser', fr, null)).toEqual([])
    expect(found('')).toContain('reuse')
  })
})
