import { describe, expect, it } from 'vitest'
import { type Bin, type Binned, localBin } from '#editor/bin.ts'
import { changeInto, possibleChanges } from '#editor/commands/change-into.ts'
import { movePartBeside } from '#editor/commands/move-part.ts'
import { restoreFromBin } from '#editor/commands/restore-from-bin.ts'
import { choice, p, question, section, Writing } from './writing.ts'

describe('changing an element into another', () => {
  it('offers only what holds the same', () => {
    expect(possibleChanges('paragraph')).toEqual([
      'heading',
      'bulletList',
      'orderedList',
      'callout',
    ])
    expect(possibleChanges('singleChoice')).toEqual(['multipleChoice'])
    expect(possibleChanges('image')).toEqual([])
  })

  it('keeps the words and the identity, whatever the shape', () => {
    const written = new Writing(section('Une page', p('On alerte.')))
    const [id] = written.idsOf('On alerte.')
    for (const name of [
      'bulletList',
      'callout',
      'orderedList',
      'heading',
      'paragraph',
    ] as const) {
      written.at('On alerte.')
      expect(written.run(changeInto(name)), name).toBe(true)
      expect(written.outline()).toEqual([[`${name} On alerte.`]])
      expect(written.idAt(name, 0)).toBe(id)
    }
  })

  it('keeps one right answer when several become one', () => {
    const asked = new Writing(
      section('Une page', question('Quoi ?', choice('a', true), choice('b'))),
    )
    asked.in('prompt')
    expect(asked.run(changeInto('multipleChoice'))).toBe(true)
    asked.in('prompt')
    expect(asked.run(changeInto('singleChoice'))).toBe(true)
    expect(asked.outline()).toEqual([['singleChoice Quoi ?ab']])
  })

  it('is refused where it would lose something', () => {
    const written = new Writing(section('Une page', p('On alerte.'))).at('On alerte.')
    expect(written.run(changeInto('singleChoice'))).toBe(false)
  })
})

describe('dragging in the outline', () => {
  it('puts an element beside another, in its section or in the next', () => {
    const written = new Writing(section('Une', p('a'), p('b')), section('Deux', p('c')))
    const [a, c] = [written.idsOf('a')[0]!, written.idsOf('c')[0]!]
    expect(written.run(movePartBeside(a, c, 'after'))).toBe(true)
    expect(written.outline()).toEqual([['paragraph b'], ['paragraph c', 'paragraph a']])
    expect(written.idsOf('a')).toEqual([a])
  })

  it('puts an element dropped on a section first in it, and never a section in another', () => {
    const written = new Writing(section('Une', p('a'), p('b')), section('Deux', p('c')))
    const sections = [written.idAt('section', 0), written.idAt('section', 1)]
    expect(written.run(movePartBeside(written.idsOf('b')[0]!, sections[1]!, 'after'))).toBe(
      true,
    )
    expect(written.outline()).toEqual([['paragraph a'], ['paragraph b', 'paragraph c']])
    expect(written.run(movePartBeside(sections[0]!, written.idsOf('c')[0]!, 'after'))).toBe(
      false,
    )
    expect(written.run(movePartBeside(sections[0]!, sections[1]!, 'after'))).toBe(true)
    expect(written.outline()).toEqual([['paragraph b', 'paragraph c'], ['paragraph a']])
  })
})

describe('putting back from the bin', () => {
  it('brings an element back to its section, with its id', () => {
    const written = new Writing(section('Une', p('a'), p('b')), section('Deux', p('c')))
    const gone = written.state.doc.firstChild!.child(2)
    const sectionId = written.idAt('section', 0)
    const start = written.positionsOf('paragraph')[1]!
    written.run((state, dispatch) => {
      dispatch?.(state.tr.delete(start, start + gone.nodeSize))
      return true
    })
    expect(written.run(restoreFromBin(gone, sectionId))).toBe(true)
    expect(written.outline()).toEqual([['paragraph a', 'paragraph b'], ['paragraph c']])
    expect(written.idsOf('b')).toEqual([gone.attrs.id])
  })
})

describe('the bin in this browser', () => {
  const binned = (removedAt: number): Binned => ({
    node: p('Un mot'),
    sectionId: null,
    removedAt,
  })

  it('keeps what was put in, and forgets it after thirty days', () => {
    const bin = localBin(memory(), 'm', () => 40 * 24 * 3600 * 1000)
    bin.write([binned(39 * 24 * 3600 * 1000), binned(5)])
    expect(bin.read()).toHaveLength(1)
  })

  it('keeps fewer when the browser has no room, and never fails', () => {
    const small = memory(400)
    const bin: Bin = localBin(small, 'm', () => 0)
    bin.write(Array.from({ length: 20 }, () => binned(1)))
    expect(bin.read().length).toBeGreaterThan(0)
    expect(bin.read().length).toBeLessThan(20)
  })
})

/** A storage with room for this many characters. */
function memory(room = 1e6): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  } as Storage
}
