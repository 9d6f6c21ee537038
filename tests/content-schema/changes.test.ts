import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange } from '#content-schema/changes/apply.ts'
import { changeBetween, type DocumentChange, isEmpty } from '#content-schema/changes/change.ts'
import { newsFor, outlineOf, sameDocument } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'
import { anyDocument } from '#tests/builders/random-document.ts'

describe('for any two documents', () => {
  it('what changed between them, made on the first, gives the second', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const change = changeBetween(before, after)
        expect(applyChange(before, overTheWire(change))).toEqual(after)
      }),
      { numRuns: 500 },
    )
  })

  it('so it does when some sections are sent whole', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const change = changeBetween(before, after, (id) => id.endsWith('2'))
        expect(applyChange(before, overTheWire(change))).toEqual(after)
      }),
    )
  })

  it('news told to whoever holds the first give the second', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const news = newsFor(outlineOf(before), after)
        expect(news ? applyChange(before, overTheWire(news)) : before).toEqual(after)
      }),
    )
  })

  it('they are the same when their outlines are', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const same = JSON.stringify(before) === JSON.stringify(after)
        expect(sameDocument(before, structuredClone(after))).toBe(same)
        expect(isEmpty(changeBetween(before, after))).toBe(same)
      }),
    )
  })

  it('neither is modified', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const copy = structuredClone(before)
        applyChange(before, changeBetween(before, after))
        expect(before).toEqual(copy)
      }),
    )
  })
})

it('one changed word in two hundred paragraphs is sent as that paragraph’s words', () => {
  const before = lesson(200, 'Un mot.')
  const after = lesson(200, 'Un mot.', 117, 'Un autre mot.')
  const change = changeBetween(before, after)
  expect(JSON.stringify(change).length).toBeLessThan(200)
  expect(JSON.stringify(change)).toContain('Un autre mot.')
})

it('a section moved is sent as an order of ids', () => {
  const document = lesson(50, 'Un long texte.')
  const { content = [] } = document.doc
  const moved = { ...document, doc: { ...document.doc, content: [...content].reverse() } }
  expect(changeBetween(document, moved).doc).toEqual({
    order: content.map(({ attrs }) => attrs?.id).reverse(),
  })
})

describe('a change that does not fit is refused:', () => {
  const document = storedDoc(withId('section001', section('Une section', paragraph('Texte.'))))
  const nested = Array.from({ length: 5000 }).reduce<NodeJson>(
    (inner) => ({ type: 'callout', content: [inner] }),
    { type: 'paragraph' },
  )

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', { doc: 'texte' }],
    ['an order that is none', { doc: { order: 'section001' } }],
    ['an order of numbers', { doc: { order: [1] } }],
    ['an order that names what is not there', { doc: { order: ['section002'] } }],
    ['an order that names twice', { doc: { order: ['section001', 'section001'] } }],
    ['a hole among nodes', { doc: { put: [null] } }],
    ['a node without a type', { doc: { put: [{}] } }],
    ['a node deeper than any document', { doc: { put: [nested] } }],
    ['a change inside what is not there', { doc: { within: [['section002', {}]] } }],
    ['a change inside nothing', { doc: { within: [['section001', null]] } }],
    ['a change inside a trap', { doc: { within: [['__proto__', {}]] } }],
  ])('%s', (_, change) => {
    expect(() => applyChange(document, change as DocumentChange)).toThrow(
      expect.objectContaining({ code: 'document.malformed' }),
    )
  })
})

function overTheWire<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** Paragraphs ten a section, one of them different when asked. */
function lesson(count: number, text: string, at = -1, other = text): StoredDocument {
  const said = (number: number) => paragraph(number === at ? other : text)
  const sections = Array.from({ length: count / 10 }, (_, page) =>
    section(`Page ${page}`, ...Array.from({ length: 10 }, (_, row) => said(page * 10 + row))),
  )
  return storedDoc(...sections)
}
