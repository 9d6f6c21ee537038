import { describe, expect, it } from 'vitest'
import {
  duplicateNested,
  moveNested,
  nestedPart,
  removeNested,
} from '#editor/commands/nested-part.ts'
import { p, section, Writing } from './writing.ts'

const inColumns = () =>
  new Writing(
    section('One', {
      type: 'columns',
      content: [
        { type: 'column', content: [p('a'), p('b')] },
        { type: 'column', content: [p('c')] },
      ],
    }),
  )

/** The words of each column. */
const written = ({ state }: Writing) =>
  state.doc
    .firstChild!.child(1)
    .children.map((column) => column.children.map(({ textContent }) => textContent))

describe('an element in a column', () => {
  it('is moved past its neighbour, then into the column beside, and keeps its id', () => {
    const writing = inColumns().at('a', 1)
    const ids = writing.idsOf('a')
    expect(writing.run(moveNested(1))).toBe(true)
    expect(written(writing)).toEqual([['b', 'a'], ['c']])
    expect(writing.run(moveNested(1))).toBe(true)
    expect(written(writing)).toEqual([['b'], ['a', 'c']])
    expect(writing.idsOf('a')).toEqual(ids)
    expect(writing.place()).toBe('paragraph a')
  })

  it('stays where the columns end', () => {
    const writing = inColumns().at('a')
    expect(writing.run(moveNested(-1))).toBe(false)
    expect(written(writing)).toEqual([['a', 'b'], ['c']])
  })

  it('leaves an empty paragraph when it was alone', () => {
    const writing = inColumns().at('c')
    writing.run(moveNested(-1))
    expect(written(writing)).toEqual([['a', 'b', 'c'], ['']])
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
  })

  it('is copied under an id of its own, and removed alone', () => {
    const writing = inColumns().at('c')
    writing.run(duplicateNested)
    expect(written(writing)).toEqual([
      ['a', 'b'],
      ['c', 'c'],
    ])
    expect(new Set(writing.allIds()).size).toBe(writing.allIds().length)
    writing.run(removeNested)
    writing.run(removeNested)
    expect(written(writing)).toEqual([['a', 'b'], ['']])
  })

  it('is no longer meant once the columns are selected as a whole', () => {
    expect(nestedPart(inColumns().selectNode('columns').state)).toBeNull()
    expect(nestedPart(inColumns().selectNode('paragraph').state)?.node.textContent).toBe('a')
  })
})
