import { describe, expect, it } from 'vitest'
import type { Bin, Binned } from '#editor/bin.ts'
import { leavePart } from '#editor/commands/caret.ts'
import { changeInto } from '#editor/commands/change-into.ts'
import { dissolveEmptyPart } from '#editor/commands/dissolve.ts'
import { canInsert, insertElement } from '#editor/commands/insert-element.ts'
import { movePart } from '#editor/commands/move-part.ts'
import {
  duplicateNested,
  moveNested,
  nestedPart,
  removeNested,
} from '#editor/commands/nested-part.ts'
import { removePart } from '#editor/commands/remove-part.ts'
import { restoreFromBin } from '#editor/commands/restore-from-bin.ts'
import { elementEditors } from '#editor/elements/index.ts'
import { binning } from '#editor/extensions/bin.ts'
import { readOutline } from '#editor/panels/read-outline.ts'
import { p, section, Writing } from './writing.ts'

const words = (text: string) => (text ? [{ type: 'text', text }] : [])
const trueFalse = (asked: string) => ({
  type: 'trueFalse',
  content: [
    { type: 'prompt', content: words(asked) },
    { type: 'feedback' },
    { type: 'feedback' },
  ],
})
const evaluation = (...content: object[]) =>
  ({
    type: 'evaluation',
    content: [{ type: 'evaluationTitle', content: words('Bilan') }, ...content],
  }) as ReturnType<typeof p>

const page = (...inside: object[]) =>
  new Writing(section('Une page', p('avant'), evaluation(...inside), p('après')))

/** The elements of the page, those of the evaluation between brackets. */
const written = ({ state }: Writing) =>
  state.doc.firstChild!.children.slice(1).map((node) =>
    node.type.name === 'evaluation'
      ? `[${node.children
          .slice(1)
          .map(({ textContent }) => textContent)
          .join(' ')}]`
      : node.textContent,
  )

describe('a question of an evaluation', () => {
  it('is moved among the others, then out, then in again, as the same question', () => {
    const writing = page(trueFalse('un'), trueFalse('deux')).at('un')
    const id = nestedPart(writing.state)?.node.attrs.id
    writing.run(moveNested(1))
    expect(written(writing)).toEqual(['avant', '[deux un]', 'après'])
    writing.run(moveNested(1))
    expect(written(writing)).toEqual(['avant', '[deux]', 'un', 'après'])
    writing.run(movePart(-1))
    expect(written(writing)).toEqual(['avant', '[deux un]', 'après'])
    writing.run(moveNested(-1))
    writing.run(moveNested(-1))
    expect(written(writing)).toEqual(['avant', 'un', '[deux]', 'après'])
    writing.run(movePart(1))
    expect(written(writing)).toEqual(['avant', '[un deux]', 'après'])
    expect(nestedPart(writing.state)?.node.attrs.id).toBe(id)
    expect(writing.place()).toBe('prompt un')
  })

  it('leaves an empty paragraph when it was alone, and is copied and removed alone', () => {
    const writing = page(trueFalse('un')).at('un')
    writing.run(duplicateNested)
    expect(written(writing)).toEqual(['avant', '[un un]', 'après'])
    writing.run(removeNested)
    writing.at('un').run(removeNested)
    expect(written(writing)).toEqual(['avant', '[]', 'après'])
  })

  it('is followed by a line of the same evaluation, from which one leaves it', () => {
    const writing = page(trueFalse('un')).at('un')
    writing.run(leavePart)
    expect(nestedPart(writing.state)?.node.type.name).toBe('paragraph')
    expect(written(writing)).toEqual(['avant', '[un ]', 'après'])
    writing.run(leavePart)
    expect(nestedPart(writing.state)).toBeNull()
    expect(written(writing)).toEqual(['avant', '[un ]', '', 'après'])
  })

  it('in which nothing is written becomes a line again, and only it', () => {
    const writing = page(trueFalse(''), trueFalse('deux')).in('prompt')
    writing.run(dissolveEmptyPart)
    expect(written(writing)).toEqual(['avant', '[ deux]', 'après'])
    expect(writing.positionsOf('trueFalse')).toHaveLength(1)
  })
})

it('what there is to look at in a question is counted with its evaluation in the outline', () => {
  const { state } = page(trueFalse('un'))
  const [section] = readOutline(state.doc)
  const question = state.doc.firstChild!.child(2).child(1)
  expect(section?.elements[1]?.ids).toContain(question.attrs.id)
})

describe('the bin', () => {
  function withBin(writing: Writing) {
    let kept: Binned[] = []
    const bin: Bin = {
      read: () => kept,
      write: (binned) => {
        kept = binned
      },
    }
    const options = { bin, changed: () => undefined }
    const [plugin] = binning.config.addProseMirrorPlugins!.call({ options } as never)
    writing.state = writing.state.reconfigure({ plugins: [...writing.state.plugins, plugin!] })
    return { writing, kept: () => kept }
  }

  it('has nothing of a question that was only moved out or in', () => {
    const { writing, kept } = withBin(page(trueFalse('un'), trueFalse('deux')).at('deux'))
    writing.run(moveNested(1))
    writing.run(movePart(-1))
    expect(kept()).toEqual([])
  })

  it('keeps a question that was deleted, and puts it back in its evaluation', () => {
    const { writing, kept } = withBin(page(trueFalse('un'), trueFalse('deux')).at('un'))
    writing.run(removeNested)
    expect(kept()).toHaveLength(1)
    const { node, sectionId } = kept()[0]!
    writing.run(restoreFromBin(writing.state.schema.nodeFromJSON(node), sectionId))
    expect(written(writing)).toEqual(['avant', '[deux un]', 'après'])
    expect(kept()).toEqual([])
  })

  it('keeps an evaluation as one', () => {
    const { writing, kept } = withBin(page(trueFalse('un'), trueFalse('deux')).at('Bilan'))
    writing.run(removePart)
    expect(kept().map(({ node }) => node.type)).toEqual(['evaluation'])
  })
})

describe('in an evaluation', () => {
  it('only what may stand there can be inserted, and it is inserted there', () => {
    const writing = page(p(''), trueFalse('deux')).in('paragraph', 1)
    const { state } = writing
    const fits = Object.keys(elementEditors).filter((name) => canInsert(state, name))
    expect(fits).toContain('numeric')
    expect(fits).toContain('callout')
    for (const name of ['evaluation', 'video', 'accordion', 'progressLock', 'section']) {
      expect(canInsert(state, name)).toBe(false)
    }
    writing.run(insertElement(elementEditors.numeric.create()))
    expect(nestedPart(writing.state)?.node.type.name).toBe('numeric')
    writing.at('Bilan').run(insertElement(elementEditors.shortAnswer.create()))
    const inside = writing.state.doc.firstChild!.child(2).children.map(({ type }) => type.name)
    expect(inside).toEqual(['evaluationTitle', 'shortAnswer', 'numeric', 'trueFalse'])
  })

  it('an element takes another shape in its place', () => {
    const writing = page(p('à lire'), trueFalse('deux')).at('à lire')
    expect(writing.run(changeInto('heading'))).toBe(true)
    expect(writing.state.doc.firstChild!.child(2).child(1).type.name).toBe('heading')
  })

  it('the title stands for the whole: it is the evaluation that is moved', () => {
    const writing = page(trueFalse('un')).at('Bilan')
    expect(nestedPart(writing.state)).toBeNull()
    writing.run(movePart(1))
    expect(written(writing)).toEqual(['avant', 'après', '[un]'])
  })
})
