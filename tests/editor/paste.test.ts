import { undo } from '@tiptap/pm/history'
import { describe, expect, it } from 'vitest'
import { Losses } from '#content-schema/foreign-html/losses.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { insertForeign } from '#editor/paste/insert-foreign.ts'
import { pasted } from '#tests/builders/foreign.ts'
import { choice, p, question, section, Writing } from './writing.ts'

const twoParagraphs = '<p>un</p><p>deux</p>'
const mixed = '<h2>Titre</h2><p>texte</p><ul><li>a<li>b</ul>'

describe('a paste among the elements of a section', () => {
  it('takes the place of an empty paragraph', () => {
    const writing = paste(new Writing(section('S', p())).in('paragraph'), mixed)
    expect(writing.outline()).toEqual([['heading Titre', 'paragraph texte', 'bulletList ab']])
  })

  it('joins its first and last paragraph to the words around', () => {
    const writing = paste(new Writing(section('S', p('abcd'))).at('abcd', 2), twoParagraphs)
    expect(writing.outline()).toEqual([['paragraph abun', 'paragraph deuxcd']])
  })

  it('keeps one paragraph inside the line', () => {
    const writing = paste(new Writing(section('S', p('abcd'))).at('abcd', 2), '<p>X</p>')
    expect(writing.outline()).toEqual([['paragraph abXcd']])
  })

  it('leaves no empty paragraph behind at the end of a line', () => {
    const writing = paste(new Writing(section('S', p('ab'), p('z'))).at('ab', 2), mixed)
    expect(writing.outline()).toEqual([
      ['paragraph ab', 'heading Titre', 'paragraph texte', 'bulletList ab', 'paragraph z'],
    ])
  })

  it('stands before a line whose start the caret is at', () => {
    const writing = paste(new Writing(section('S', p('ab'))).at('ab'), mixed)
    expect(writing.outline()).toEqual([
      ['heading Titre', 'paragraph texte', 'bulletList ab', 'paragraph ab'],
    ])
  })

  it('gives every node an id, and the line it joined keeps its own', () => {
    const writing = new Writing(section('S', p('ab')))
    const [id] = writing.idsOf('ab')
    paste(writing.at('ab', 2), twoParagraphs)
    expect(writing.idsOf('abun')).toEqual([id])
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
    expect(writing.allIds().every((each) => /^[0-9a-z]{10}$/.test(each))).toBe(true)
  })

  it('is undone in one go', () => {
    const writing = new Writing(section('S', p('ab')))
    const before = writing.outline()
    paste(writing.at('ab', 2), mixed).run(undo)
    expect(writing.outline()).toEqual(before)
  })
})

describe('a paste where only words fit', () => {
  it('is one text in a choice, its lines kept apart', () => {
    const asked = question('Quoi ?', choice('x', true), choice('y'))
    const writing = paste(new Writing(section('S', asked)).at('x', 1), mixed)
    expect(writing.positionsOf('choice')).toHaveLength(2)
    const text = writing.state.doc.nodeAt(writing.positionsOf('choiceText')[0]!)!
    expect(text.textBetween(0, text.content.size)).toBe('xTitre\ntexte\na\nb')
  })

  it('gives a section its title and its first elements', () => {
    const writing = paste(new Writing(section('', p('z'))).in('sectionTitle'), mixed)
    expect(writing.state.doc.child(0).child(0).textContent).toBe('Titre')
    expect(writing.outline()).toEqual([['paragraph texte', 'bulletList ab', 'paragraph z']])
  })

  it('is plain words in a title', () => {
    const writing = paste(new Writing(section('S', p())).at('S', 1), '<p><b>gras</b><br>x</p>')
    expect(writing.state.doc.child(0).child(0).toJSON().content).toEqual([
      { type: 'text', text: 'Sgras x' },
    ])
  })
})

describe('a paste inside an element', () => {
  const picture = '<p>un</p><img alt="A" src="https://exemple.fr/a.png"><p>deux</p>'

  it('stays in a box, and the image stands after it', () => {
    const losses = new Losses()
    const box: NodeJson = { type: 'callout', content: [p('box')] }
    const writing = paste(new Writing(section('S', box, p('z'))).at('box', 3), picture, losses)
    expect(writing.outline()).toEqual([['callout boxundeux', 'image', 'paragraph z']])
    expect(losses.findings().map(({ code }) => code)).toEqual(['foreign.image-moved'])
  })

  it('gives more items to a list', () => {
    const items = ['a', 'b'].map((text) => ({ type: 'listItem', content: [p(text)] }))
    const list: NodeJson = { type: 'bulletList', content: items }
    const writing = paste(new Writing(section('S', list)).at('a', 1), twoParagraphs)
    expect(writing.positionsOf('listItem')).toHaveLength(3)
    expect(writing.positionsOf('bulletList')).toHaveLength(1)
    expect(writing.outline()).toEqual([['bulletList aundeuxb']])
  })

  it('stays in a cell', () => {
    const cell = (text: string): NodeJson => ({ type: 'tableCell', content: [p(text)] })
    const table: NodeJson = {
      type: 'table',
      content: [{ type: 'tableRow', content: [cell('c'), cell('d')] }],
    }
    const writing = paste(new Writing(section('S', table)).at('c', 1), mixed)
    expect(writing.positionsOf('table')).toHaveLength(1)
    expect(writing.positionsOf('tableCell')).toHaveLength(2)
    expect(writing.outline()).toEqual([['table cTitretexte• a• bd']])
  })

  it('stands after an image that is selected, which stays', () => {
    const writing = new Writing(section('S', { type: 'image' }, p('z')))
    paste(writing.selectNode('image'), twoParagraphs)
    expect(writing.outline()).toEqual([
      ['image', 'paragraph un', 'paragraph deux', 'paragraph z'],
    ])
  })
})

function paste(writing: Writing, html: string, losses = new Losses()): Writing {
  writing.run(insertForeign(pasted(html).nodes, losses))
  return writing
}
