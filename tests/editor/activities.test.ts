import { describe, expect, it } from 'vitest'
import { goToBack, leaveSide } from '#editor/commands/cards.ts'
import { addPieceFromEmptyEnd, removeEmptyPiece } from '#editor/commands/pieces.ts'
import { p, section, Writing } from './writing.ts'

const tab = (title: string, ...texts: string[]) => ({
  type: 'tab',
  content: [
    { type: 'tabTitle', content: title ? [{ type: 'text', text: title }] : [] },
    ...texts.map((text) => p(text)),
  ],
})

const card = (front: string[], back: string[]) => ({
  type: 'flashcard',
  content: [
    { type: 'flashcardFront', content: front.map((text) => p(text)) },
    { type: 'flashcardBack', content: back.map((text) => p(text)) },
  ],
})

const count = (writing: Writing, type: string) => writing.positionsOf(type).length

it('Enter at the end of the front of a card goes to its back, and in the middle it does not', () => {
  const cards = { type: 'flashcards', content: [card(['front'], ['back'])] }
  const writing = new Writing(section('One', cards)).at('front', 5)
  expect(writing.run(goToBack)).toBe(true)
  expect(writing.state.selection.$from.node(-1).type.name).toBe('flashcardBack')
  expect(writing.at('front', 2).run(goToBack)).toBe(false)
  expect(writing.at('back', 4).run(goToBack)).toBe(false)
})

describe('Enter in an empty last line', () => {
  it('of a tab goes to the next one when nothing is written in it', () => {
    const writing = new Writing(
      section('One', { type: 'tabs', content: [tab('A', 'a', ''), tab('', '')] }),
    ).in('paragraph', 1)
    expect(writing.run(addPieceFromEmptyEnd)).toBe(true)
    expect(count(writing, 'tab')).toBe(2)
    expect(count(writing, 'paragraph')).toBe(2)
    expect(writing.place()).toBe('tabTitle')
  })

  it('of a tab adds one before another that is written', () => {
    const writing = new Writing(
      section('One', { type: 'tabs', content: [tab('A', 'a', ''), tab('B', 'b')] }),
    ).in('paragraph', 1)
    expect(writing.run(addPieceFromEmptyEnd)).toBe(true)
    expect(count(writing, 'tab')).toBe(3)
  })

  it('of a front goes to the back, and of a back to a new card', () => {
    const writing = new Writing(
      section('One', { type: 'flashcards', content: [card(['f', ''], ['b', ''])] }),
    ).in('paragraph', 1)
    expect(writing.run(leaveSide)).toBe(true)
    expect(writing.place()).toBe('paragraph b')
    writing.in('paragraph', 2)
    expect(writing.run(leaveSide)).toBe(true)
    expect(count(writing, 'flashcard')).toBe(2)
    expect(writing.place()).toBe('paragraph')
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
  })
})

it('a card without a word is not taken for empty while it has a picture', () => {
  const pictured = card([''], [''])
  Object.assign(pictured.content[0]!, { attrs: { asset: 'a'.repeat(64) } })
  const content = [card(['f'], ['b']), pictured, card([''], [''])]
  const writing = new Writing(section('One', { type: 'flashcards', content }))
  writing.in('paragraph', 2)
  expect(writing.run(removeEmptyPiece)).toBe(false)
  writing.in('paragraph', 4)
  expect(writing.run(removeEmptyPiece)).toBe(true)
  expect(count(writing, 'flashcard')).toBe(2)
})
