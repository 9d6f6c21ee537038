import { describe, expect, it } from 'vitest'
import { addSection } from '#editor/commands/add-section.ts'
import { backToTitle, goToNext, leavePart } from '#editor/commands/caret.ts'
import { markRight } from '#editor/commands/choices.ts'
import { currentPart } from '#editor/commands/current-part.ts'
import { dissolveEmptyPart } from '#editor/commands/dissolve.ts'
import { insertElement } from '#editor/commands/insert-element.ts'
import { currentLanguage, setLanguage } from '#editor/commands/language.ts'
import { currentHref, removeLink, setLink } from '#editor/commands/link.ts'
import { movePart } from '#editor/commands/move-part.ts'
import { addPiece, movePiece, removePiece } from '#editor/commands/pieces.ts'
import { removePart } from '#editor/commands/remove-part.ts'
import { goToFirstElement, mergeWithPreviousSection } from '#editor/commands/section.ts'
import { setAttributes } from '#editor/commands/set-attributes.ts'
import { addColumnAfter, addRowAfter, hasHeader, setHeader } from '#editor/commands/table.ts'
import { storedDocument } from '#editor/document-json.ts'
import { catalogue } from '#editor/insert/catalogue.ts'
import { choice, p, question, section, type, Writing } from './writing.ts'

describe('inserting', () => {
  it.each(catalogue.filter(({ create }) => create))(
    'puts a new $name after the current element, valid and ready to be written in',
    ({ create, name }) => {
      const writing = new Writing(section('One', p('a'), p('b')))
      expect(writing.at('a').run(insertElement(create!()))).toBe(true)
      expect(writing.state.doc.child(0).child(2).type.name).toBe(name)
      expect(currentPart(writing.state)?.node.type.name).toBe(name)
    },
  )

  it('takes the place of an empty paragraph', () => {
    const writing = new Writing(section('One', p('a'), p()))
    writing.in('paragraph', 1).run(insertElement({ type: 'image' }))
    expect(writing.outline()).toEqual([['paragraph a', 'image']])
  })

  it('puts a list where the caret is in a callout, and a table after the callout', () => {
    const callout = { type: 'callout', content: [p('box'), p()] }
    const table = catalogue.find(({ name }) => name === 'table')!.create!()
    const list = catalogue.find(({ name }) => name === 'bulletList')!.create!()
    const writing = new Writing(section('One', callout))
    writing.in('paragraph', 1).run(insertElement(table))
    expect(writing.outline()).toEqual([['callout box', 'table']])
    writing.in('paragraph', 1).run(insertElement(list))
    expect(writing.state.doc.child(0).child(1).child(1).type.name).toBe('bulletList')
  })

  it('adds a section after the one being written', () => {
    const writing = new Writing(section('One', p('a')), section('Two', p('b')))
    writing.at('a').run(addSection)
    expect(writing.state.doc.children.map((each) => each.child(0).textContent)).toEqual([
      'One',
      '',
      'Two',
    ])
    expect(writing.place()).toBe('sectionTitle')
  })
})

describe('moving', () => {
  it('leaves an empty paragraph in a section whose only element goes', () => {
    const writing = new Writing(section('One', p('a')), section('Two', p('b')))
    writing.at('b').run(movePart(-1))
    expect(writing.outline()).toEqual([['paragraph a', 'paragraph b'], ['paragraph']])
    expect(writing.place()).toBe('paragraph b')
  })

  it('has nowhere to go above the first and below the last', () => {
    const writing = new Writing(section('One', p('a')))
    expect(writing.at('a').run(movePart(-1))).toBe(false)
    expect(writing.run(movePart(1))).toBe(false)
  })

  it('moves a whole section while its title is written, the caret staying in it', () => {
    const writing = new Writing(section('One', p('a')), section('Two', p('b')))
    writing.at('Two', 2).run(movePart(-1))
    expect(writing.outline()).toEqual([['paragraph b'], ['paragraph a']])
    expect(writing.place()).toBe('sectionTitle Two')
    expect(writing.state.selection.$from.parentOffset).toBe(2)
  })
})

describe('removing', () => {
  it('never leaves a section without element, nor a document without section', () => {
    const writing = new Writing(section('One', p('a')))
    writing.at('a').run(removePart)
    expect(writing.outline()).toEqual([['paragraph']])
    writing.in('sectionTitle').run(removePart)
    expect(writing.state.doc.childCount).toBe(1)
    expect(writing.state.doc.textContent).toBe('')
  })
})

describe('in a question', () => {
  const writing = () =>
    new Writing(section('One', question('Why?', choice('x', true), choice('y'))))

  it('adds choices up to thirty-six, as many as SCORM 1.2 has names for', () => {
    const asked = writing()
    for (let count = 2; count < 36; count++) {
      const last = asked.positionsOf('choice').at(-1)!
      expect(asked.run(addPiece(last + asked.state.doc.nodeAt(last)!.nodeSize, 'choice'))).toBe(
        true,
      )
    }
    expect(asked.run(addPiece(asked.positionsOf('choice')[0]!, 'choice'))).toBe(false)
  })

  it('keeps at least two', () => {
    const asked = writing()
    expect(asked.run(removePiece(asked.positionsOf('choice')[0]!))).toBe(false)
  })

  it('has one right answer when the choice is single', () => {
    const asked = writing()
    asked.run(markRight(asked.positionsOf('choice')[1]!, true))
    expect(
      asked.positionsOf('choice').map((at) => asked.state.doc.nodeAt(at)?.attrs.correct),
    ).toEqual([false, true])
  })

  it('moves a choice among the choices only', () => {
    const asked = writing()
    const [x, y] = [asked.idAt('choice', 0), asked.idAt('choice', 1)]
    expect(asked.run(movePiece(asked.positionsOf('choice')[0]!, -1))).toBe(false)
    expect(asked.run(movePiece(asked.positionsOf('choice')[0]!, 1))).toBe(true)
    expect([asked.idAt('choice', 0), asked.idAt('choice', 1)]).toEqual([y, x])
  })

  it('goes from the prompt to the first choice, and out of it to a new paragraph', () => {
    const asked = writing()
    asked.at('Why?').run(goToNext)
    expect(asked.place()).toBe('choiceText x')
    asked.run(leavePart)
    expect(asked.outline()[0]).toHaveLength(2)
    expect(asked.place()).toBe('paragraph')
  })

  it('turns an empty question back into a paragraph', () => {
    const asked = new Writing(section('One', question('', choice(''), choice(''))))
    asked.in('prompt').run(dissolveEmptyPart)
    expect(asked.outline()).toEqual([['paragraph']])
  })
})

describe('in a section', () => {
  it('goes from the title to the first words, making a paragraph before an image', () => {
    const writing = new Writing(section('One', p('a')), section('Two', { type: 'image' }))
    writing.at('One').run(goToFirstElement)
    expect(writing.place()).toBe('paragraph a')
    writing.at('Two').run(goToFirstElement)
    expect(writing.outline()[1]).toEqual(['paragraph', 'image'])
  })

  it('goes back to the title from the start of the first paragraph, without joining them', () => {
    const writing = new Writing(section('One', p('a')))
    expect(writing.at('a').run(backToTitle)).toBe(true)
    expect(writing.place()).toBe('sectionTitle One')
    expect(writing.outline()).toEqual([['paragraph a']])
  })

  it('gives its elements to the section before once its title is empty', () => {
    const writing = new Writing(section('One', p('a')), section('', p('b')))
    writing.in('sectionTitle', 1).run(mergeWithPreviousSection)
    expect(writing.outline()).toEqual([['paragraph a', 'paragraph b']])
    expect(writing.place()).toBe('paragraph b')
  })
})

describe('in a table', () => {
  const table = () =>
    new Writing(section('One', catalogue.find(({ name }) => name === 'table')!.create!()))

  it('adds rows and columns', () => {
    const writing = table()
    writing.in('paragraph').run(addRowAfter)
    writing.in('paragraph').run(addColumnAfter)
    expect(writing.positionsOf('tableRow')).toHaveLength(4)
    expect(writing.state.doc.child(0).child(1).child(0).childCount).toBe(4)
  })

  it('makes headers of the first row and column, each without undoing the other', () => {
    const writing = table()
    const node = () => writing.state.doc.child(0).child(1)
    const id = node().attrs.id
    expect([hasHeader(node(), 'row'), hasHeader(node(), 'column')]).toEqual([true, false])
    writing.run(setHeader(id, 'column', true))
    expect([hasHeader(node(), 'row'), hasHeader(node(), 'column')]).toEqual([true, true])
    writing.run(setHeader(id, 'row', false))
    expect([hasHeader(node(), 'row'), hasHeader(node(), 'column')]).toEqual([false, true])
  })
})

describe('an attribute', () => {
  it('is refused when the schema does not allow it, and the document stays as it was', () => {
    const writing = new Writing(section('One', question('Why?', choice('x'), choice('y'))))
    const id = writing.idAt('singleChoice', 0)
    const before = writing.state.doc
    expect(writing.run(setAttributes(id, { points: 0 }))).toBe(false)
    expect(writing.run(setAttributes(id, { colour: 'red' }))).toBe(false)
    expect(writing.state.doc).toBe(before)
    expect(writing.run(setAttributes(id, { points: 3, tries: 1 }))).toBe(true)
  })
})

describe('a link', () => {
  it('takes an address, gives it back, and is taken off again', () => {
    const writing = new Writing(section('One', p('read this')))
    writing.at('read this', 2)
    expect(writing.run(setLink('javascript:alert(1)'))).toBe(false)
    expect(writing.run(setLink('https://example.org/'))).toBe(true)
    writing.in('paragraph')
    expect(currentHref(writing.state)).toBe('')
    writing.at(writing.state.doc.child(0).child(1).textContent, 5)
    expect(currentHref(writing.state)).toBe('https://example.org/')
    writing.run(removeLink)
    expect(currentHref(writing.state)).toBe('')
  })
})

describe('the language of a passage', () => {
  it('is said of the selected words, changed from a caret inside them, and taken off again', () => {
    const writing = new Writing(section('One', p('du fair play partout')))
    writing.at('du fair play partout', 3)
    expect(writing.run(setLanguage('en'))).toBe(false)
    writing.over('du fair play partout', 3, 9)
    expect(writing.run(setLanguage('anglais'))).toBe(false)
    expect(writing.run(setLanguage('en'))).toBe(true)
    expect(markedWords(writing)).toEqual([['fair play', 'en']])
    writing.at('du fair play partout', 5)
    expect(currentLanguage(writing.state)).toBe('en')
    writing.run(setLanguage('en-GB'))
    expect(markedWords(writing)).toEqual([['fair play', 'en-GB']])
    writing.run(setLanguage(''))
    expect(markedWords(writing)).toEqual([])
  })
})

describe('what is handed over', () => {
  it('is what ProseMirror would write, with the parts that did not change being the same objects', () => {
    const writing = new Writing(section('One', p('a'), p('b')), section('Two', p('c')))
    const before = storedDocument(writing.state.doc)
    writing.at('a').run(type('!'))
    const after = storedDocument(writing.state.doc)
    expect(after.doc).toEqual(writing.state.doc.toJSON())
    expect(after.doc.content?.[1]).toBe(before.doc.content?.[1])
    expect(after.doc.content?.[0]?.content?.[2]).toBe(before.doc.content?.[0]?.content?.[2])
  })
})

/** Words with the language they are said to be in. */
function markedWords({ state }: Writing): [string, string][] {
  const found: [string, string][] = []
  state.doc.descendants((node) => {
    const mark = node.marks.find(({ type }) => type.name === 'language')
    if (mark) found.push([node.text ?? '', mark.attrs.lang])
  })
  return found
}
