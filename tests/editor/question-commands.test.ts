import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { NodeJson } from '#content-schema/identity.ts'
import { markRight } from '#editor/commands/choices.ts'
import { gapWords, makeGap } from '#editor/commands/gaps.ts'
import { addRegion, boxBetween, movedBox, resizedBox } from '#editor/commands/regions.ts'
import { section, Writing } from './writing.ts'

const text = (words: string): NodeJson[] => [{ type: 'text', text: words }]
const cloze = (words: string): NodeJson => ({
  type: 'cloze',
  content: [
    { type: 'prompt', content: text('Complétez') },
    { type: 'clozeText', content: text(words) },
    { type: 'feedback' },
    { type: 'feedback' },
  ],
})
const hotspot = (...regions: NodeJson[]): NodeJson => ({
  type: 'hotspot',
  content: [
    { type: 'prompt', content: text('Où ?') },
    ...regions.map((region) => ({
      content: [{ type: 'hotspotName' }, { type: 'feedback' }],
      ...region,
    })),
    { type: 'feedback' },
  ],
})

describe('a gap', () => {
  const selected = (words: string, from: number, to: number) => {
    const writing = new Writing(section('Une page', cloze(words)))
    const start = writing.positionsOf('clozeText')[0]! + 1
    const { state } = writing
    const selection = TextSelection.create(state.doc, start + from, start + to)
    writing.state = state.apply(state.tr.setSelection(selection))
    return writing
  }
  const gapsIn = ({ state }: Writing) => {
    const found: unknown[] = []
    state.doc.descendants(({ type, attrs }) => {
      if (type.name === 'clozeGap') found.push(attrs.accepted)
    })
    return found
  }

  it('is made of the words selected, without the space that a double click takes along', () => {
    const writing = selected('Lavez les mains avant', 10, 16)
    expect(writing.run(makeGap)).toBe(true)
    expect(gapsIn(writing)).toEqual([['mains']])
    expect(writing.state.doc.textContent).toContain('les mains avant')
    expect(writing.idAt('clozeGap', 0)).toMatch(/^[0-9a-z]{10}$/)
  })

  it('is blank where nothing is selected', () => {
    const writing = selected('Lavez les mains', 5, 5)
    expect(writing.run(makeGap)).toBe(true)
    expect(gapsIn(writing)).toEqual([[]])
  })

  it('is not made of more than a gap can hold, nor outside the text', () => {
    expect(selected('a'.repeat(50), 0, 45).run(makeGap)).toBe(false)
    const writing = new Writing(section('Une page', cloze('Lavez')))
    expect(writing.at('Complétez').run(makeGap)).toBe(false)
  })

  it('takes several words, blank ones left out', () => {
    expect(gapWords('quatre| 4 ||')).toEqual(['quatre', '4'])
  })
})

describe('a region', () => {
  it('is added after the others, and its name is gone to', () => {
    const writing = new Writing(section('Une page', hotspot({ type: 'hotspotRegion' })))
    const question = writing.idAt('hotspot', 0)
    const box = { x: 5, y: 6, width: 7, height: 8 }
    expect(writing.run(addRegion(question, box))).toBe(true)
    const added = writing.state.doc.nodeAt(writing.positionsOf('hotspotRegion')[1]!)
    expect(added?.attrs).toMatchObject(box)
    expect(writing.state.selection.$from.node(-1)).toBe(added)
  })

  it('is alone in being right, unless several may be', () => {
    const right = { type: 'hotspotRegion', attrs: { correct: true } }
    const marks = (several: boolean) => {
      const question = hotspot(right, { type: 'hotspotRegion' })
      const writing = new Writing(section('Une page', { ...question, attrs: { several } }))
      writing.run(markRight(writing.positionsOf('hotspotRegion')[1]!, true))
      return writing
        .positionsOf('hotspotRegion')
        .map((position) => writing.state.doc.nodeAt(position)?.attrs.correct)
    }
    expect(marks(false)).toEqual([false, true])
    expect(marks(true)).toEqual([true, true])
  })

  it('is drawn from any corner, in whole hundredths inside the picture', () => {
    const box = { x: 10, y: 20, width: 20, height: 30 }
    expect(boxBetween({ x: 30.2, y: 50 }, { x: 9.8, y: 20.1 })).toEqual(box)
    expect(boxBetween({ x: -5, y: 90 }, { x: 10, y: 140 })).toEqual({
      x: 0,
      y: 90,
      width: 10,
      height: 10,
    })
  })

  it('never leaves the picture, however it is moved or sized', () => {
    const box = { x: 90, y: 0, width: 10, height: 10 }
    expect(movedBox(box, 5, -5)).toEqual(box)
    expect(resizedBox(box, 50, -50)).toEqual({ ...box, height: 1 })
  })
})
