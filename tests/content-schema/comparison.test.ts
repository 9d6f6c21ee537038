import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDocuments } from '#content-schema/comparison/compare.ts'
import { movedAmong } from '#content-schema/comparison/moved.ts'
import { comparePages } from '#content-schema/comparison/pages.ts'
import { restored } from '#content-schema/comparison/restored.ts'
import { readDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import {
  anyDigest,
  doc,
  image,
  paragraph,
  right,
  section,
  singleChoice,
  withId,
  wrong,
} from '#tests/builders/document.ts'
import { anyDocument } from '#tests/builders/random-document.ts'

const named = (id: string, text = id) => withId(id.padEnd(10, '0'), paragraph(text))
const page = (id: string, title: string, ...elements: NodeJson[]) =>
  withId(id.padEnd(10, '0'), section(title, ...elements))
const summary = (before: NodeJson[], after: NodeJson[]) =>
  compareDocuments(doc(...before), doc(...after)).map(({ is, nodeId, moved }) => [
    is,
    nodeId.replace(/0+$/, ''),
    moved,
  ])

describe('two states of a document', () => {
  it('have nothing to tell where they are the same', () => {
    fc.assert(
      fc.property(anyDocument, (stored) => {
        const same = readDocument(stored)
        expect(compareDocuments(same, readDocument(stored))).toEqual([])
        expect(comparePages(same, same)).toEqual([])
      }),
    )
  })

  it('tell what came, went, changed and moved apart', () => {
    const before = [page('p', 'Page', named('a'), named('b'), named('c'), named('d'))]
    const after = [page('p', 'Page', named('d'), named('a'), named('b', 'bé'), named('e'))]
    expect(summary(before, after)).toEqual([
      ['moved', 'd', true],
      ['changed', 'b', false],
      ['added', 'e', false],
      ['removed', 'c', false],
    ])
  })

  it('say that an element is on another page, and that a page has gone elsewhere', () => {
    const [one, two] = [page('p', 'Un', named('a'), named('b')), page('q', 'Deux', named('c'))]
    const swapped = [page('q', 'Deux', named('c')), page('p', 'Un', named('a'), named('b'))]
    expect(summary([one, two], swapped)).toEqual([])
    expect(comparePages(doc(one, two), doc(...swapped))).toMatchObject([
      { is: 'moved', after: 'Deux' },
    ])
    const moved = [page('p', 'Un', named('a')), page('q', 'Trois', named('c'), named('b'))]
    expect(summary([one, two], moved)).toEqual([['moved', 'b', true]])
    expect(comparePages(doc(one, two), doc(...moved))).toMatchObject([
      { is: 'renamed', before: 'Deux', after: 'Trois' },
    ])
  })

  it('name the settings that changed, of an element and of its parts', () => {
    const asked = (points: number, first: NodeJson, second: NodeJson) =>
      singleChoice({ points }, 'Que plie-t-on ?', first, second)
    const before = doc(asked(1, right('Les genoux'), wrong('Le dos')))
    const after = doc(asked(3, wrong('Les genoux'), right('Le dos')))
    expect(compareDocuments(before, after)[0]).toMatchObject({
      is: 'changed',
      words: [{ is: 'same' }],
      settings: [
        { name: 'points', part: null, before: 1, after: 3 },
        { name: 'correct', part: 'Les genoux', before: true, after: false },
        { name: 'correct', part: 'Le dos', before: false, after: true },
      ],
    })
    const [picture, other] = [anyDigest, 'b'.repeat(64)].map((asset) => doc(image({ asset })))
    expect(compareDocuments(picture!, other!)[0]?.settings).toEqual([
      { name: 'asset', part: null, before: anyDigest, after: 'b'.repeat(64) },
    ])
  })

  it('move as few as can be', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(20).map(String), { maxLength: 7 }),
        fc.infiniteStream(fc.nat(6)),
        (before, places) => {
          const after = [...before].sort(() => (places.next().value! % 2 ? 1 : -1))
          const moved = movedAmong(before, after)
          const stay = (list: string[]) => list.filter((name) => !moved.has(name))
          expect(stay(before)).toEqual(stay(after))
        },
      ),
    )
    expect(movedAmong(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(new Set(['d']))
  })
})

describe('an element of before', () => {
  const before = doc(page('p', 'Un', named('a'), named('b')), page('q', 'Deux', named('c')))
  const back = (now: NodeJson[], id: string) => {
    const json = restored(doc(...now).toJSON(), before.toJSON(), id.padEnd(10, '0'))
    if (!json) return null
    const read = readDocument({ format: 1, doc: json })
    return read.children.map((each) => each.textContent)
  }

  it('takes the place of what it became', () => {
    expect(back([page('p', 'Un', named('b', 'x'), named('a'))], 'b')).toEqual(['Unba'])
  })

  it('that is gone comes back after what stood before it', () => {
    expect(back([page('p', 'Un', named('a'), named('z'))], 'b')).toEqual(['Unabz'])
    expect(back([page('q', 'Deux', named('c'))], 'b')).toEqual(['Unb', 'Deuxc'])
  })

  it('a page comes back whole, and takes what others hold of it', () => {
    const now = [page('q', 'Deux', named('c'), named('b', 'ailleurs'))]
    expect(back(now, 'p')).toEqual(['Unab', 'Deuxc'])
    expect(back([page('p', 'Autre', named('y')), page('q', 'Deux', named('c'))], 'p')).toEqual([
      'Unab',
      'Deuxc',
    ])
  })

  it('that was never there is nowhere', () => {
    expect(back([page('p', 'Un', named('a'))], 'zzz')).toBeNull()
  })
})
