import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween } from '#content-schema/changes/change.ts'
import { type Merge, mergeChange } from '#content-schema/changes/merge.ts'
import { mergeOrder } from '#content-schema/changes/merge-order.ts'
import {
  newsFor,
  type Outline,
  outlineOf,
  sectionsOf,
} from '#content-schema/changes/outline.ts'
import { takeUp } from '#content-schema/changes/take-up.ts'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { type NodeJson, walk } from '#content-schema/identity.ts'
import { link, paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'
import { anyDocument } from '#tests/builders/random-document.ts'

describe('the order of sections that two people rearranged', () => {
  it.each<[string, string, string, string, string]>([
    ['nobody moved anything', 'abc', 'abc', 'abc', 'abc'],
    ['only I moved one', 'abcd', 'dabc', 'abcd', 'dabc'],
    ['only they moved one', 'abcd', 'abcd', 'bcda', 'bcda'],
    ['each moved another', 'abcdef', 'bacdef', 'abcdfe', 'bacdfe'],
    ['both added one', 'ab', 'axb', 'aby', 'axby'],
    ['both added at the same place', 'ab', 'axb', 'ayb', 'axyb'],
    ['I removed, they added', 'abc', 'ac', 'abxc', 'axc'],
    ['I added after what they removed', 'abc', 'abxc', 'ac', 'axc'],
    ['I moved what they removed', 'abc', 'cab', 'ab', 'ab'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeOrder([...base], [...mine], [...theirs]).join('')).toBe(merged)
  })

  it('has each of those left once, whatever was done', () => {
    const keys = fc.uniqueArray(fc.constantFrom(...'abcdefgh'))
    fc.assert(
      fc.property(keys, keys, keys, (base, mine, theirs) => {
        const merged = mergeOrder(base, mine, theirs)
        const left = [...new Set([...mine, ...theirs])].filter(
          (key) => !base.includes(key) || (mine.includes(key) && theirs.includes(key)),
        )
        expect([...merged].sort()).toEqual(left.sort())
      }),
    )
  })
})

describe('a save that was made on an older version', () => {
  const base = written({ a: 'Un', b: 'Deux', c: 'Trois' })

  it('is added to what changed in other sections', () => {
    const theirs = written({ a: 'Un', b: 'Deux, relu', c: 'Trois' })
    const merge = merged(base, written({ a: 'Un, complété', b: 'Deux', c: 'Trois' }), theirs)
    expect(merge.document).toEqual(written({ a: 'Un, complété', b: 'Deux, relu', c: 'Trois' }))
    expect(newsFor(merge.held, merge.document)?.doc.put).toHaveLength(1)
  })

  it('keeps a section that was added and one that was moved elsewhere', () => {
    const theirs = written({ c: 'Trois', a: 'Un', b: 'Deux' })
    const mine = written({ a: 'Un', n: 'Nouveau', b: 'Deux !', c: 'Trois' })
    expect(merged(base, mine, theirs).document).toEqual(
      written({ c: 'Trois', a: 'Un', n: 'Nouveau', b: 'Deux !' }),
    )
  })

  it('is in conflict where both changed the same section, and there alone', () => {
    const theirs = written({ a: 'Un, le leur', b: 'Deux, relu', c: 'Trois' })
    const mine = written({ a: 'Un, le mien', b: 'Deux', c: 'Trois, complété' })
    expect(merge(base, mine, theirs)).toEqual({ conflicts: [id('a')] })
  })

  it('is in conflict where one removed what the other changed', () => {
    const without = written({ b: 'Deux', c: 'Trois' })
    const changed = written({ a: 'Un, complété', b: 'Deux', c: 'Trois' })
    expect(merge(base, without, changed)).toEqual({ conflicts: [id('a')] })
    expect(merge(base, changed, without)).toEqual({ conflicts: [id('a')] })
  })

  it('is not in conflict where both did the same', () => {
    const changed = written({ a: 'Un, complété', b: 'Deux', c: 'Trois' })
    expect(merged(base, changed, changed, true).document).toEqual(changed)
  })

  it('knows its own save that was never answered', () => {
    const unanswered = written({ a: 'Un, deb', b: 'Deux', c: 'Trois' })
    const mine = written({ a: 'Un, début', b: 'Deux', c: 'Trois' })
    const [, digest] = outlineOf(unanswered)[0]!
    const known: Outline = outlineOf(base).map((entry, at) =>
      at === 0 ? [...entry, digest!] : entry,
    )
    const change = changeBetween(base, mine, (each) => each === id('a'))
    expect(mergeChange(known, change, unanswered)).toMatchObject({ document: mine })
    expect(mergeChange(outlineOf(base), change, unanswered)).toEqual({ conflicts: [id('a')] })
  })

  it('gives a new id to an element that both brought back in different places', () => {
    const lost = withId('paragraph9', paragraph('Retrouvé'))
    const [one, two] = (base.doc.content ?? []).map((section, at) => ({
      ...section,
      content: [...(section.content ?? []), ...(at < 2 ? [lost] : [])],
    }))
    const [, second, third] = base.doc.content ?? []
    const [first] = base.doc.content ?? []
    const theirs = { ...base, doc: { type: 'doc', content: [one!, second!, third!] } }
    const mine = { ...base, doc: { type: 'doc', content: [first!, two!, third!] } }
    const { document } = merged(base, mine, theirs)
    expect(() => readDocument(document)).not.toThrow()
    expect(JSON.stringify(document).match(/Retrouvé/g)).toHaveLength(2)
  })

  it('keeps links between elements that both brought back inside each of the two', () => {
    const lost = [
      withId('paragraph8', paragraph('Voir ', link('#paragraph9', 'plus bas'))),
      withId('paragraph9', paragraph('Retrouvé')),
    ]
    const [first, second, third] = (base.doc.content ?? []) as [NodeJson, NodeJson, NodeJson]
    const brought = (section: NodeJson) => ({
      ...section,
      content: [...(section.content ?? []), ...lost],
    })
    const theirs = { ...base, doc: { type: 'doc', content: [brought(first), second, third] } }
    const mine = { ...base, doc: { type: 'doc', content: [first, brought(second), third] } }
    const [one, two] = merged(base, mine, theirs).document.doc.content ?? []
    for (const section of [one, two]) {
      const [, , see, there] = section?.content ?? []
      expect(see?.content?.[1]?.marks?.[0]?.attrs?.href).toBe(`#${there?.attrs?.id}`)
    }
    expect(one?.content?.[3]?.attrs?.id).toBe('paragraph9')
    expect(two?.content?.[3]?.attrs?.id).not.toBe('paragraph9')
  })
})

describe('for any three documents', () => {
  it('a merge that is possible loses no section that either of us wrote', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (base, mine, theirs) => {
        fc.pre(!sharesIds(mine, theirs))
        const { document } = mergeOf(base, mine, theirs)
        if (!document) return
        const kept = new Set(outlineOf(document).map(String))
        const written = (side: StoredDocument) =>
          outlineOf(side)
            .map(String)
            .filter((entry) => !outlineOf(base).map(String).includes(entry))
        for (const entry of [...written(mine), ...written(theirs)])
          expect(kept).toContain(entry)
      }),
      { numRuns: 500 },
    )
  })

  it('the page and the server come to the same document', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (base, mine, theirs) => {
        fc.pre(!sharesIds(mine, theirs))
        const { document } = mergeOf(base, mine, theirs)
        const taken = takeUp(base, mine, theirs)
        expect(taken.conflicts.length > 0).toBe(document === undefined)
        if (!document) return
        expect(taken.mine).toEqual(document)
        expect(taken.base).toEqual(theirs)
      }),
      { numRuns: 500 },
    )
  })

  it('what is in conflict stays mine on the page, and is in conflict again when it is saved', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, anyDocument, (base, mine, theirs) => {
        fc.pre(!sharesIds(mine, theirs))
        const taken = takeUp(base, mine, theirs)
        const again = mergeOf(taken.base, taken.mine, theirs)
        expect([...(again.conflicts ?? [])].sort()).toEqual([...taken.conflicts].sort())
      }),
      { numRuns: 500 },
    )
  })
})

function merge(base: StoredDocument, mine: StoredDocument, theirs: StoredDocument): Merge {
  return mergeChange(outlineOf(base), changeBetween(base, mine), theirs)
}

/** With the sections sent whole, as after a save that was not answered. */
function mergeOf(base: StoredDocument, mine: StoredDocument, theirs: StoredDocument) {
  const merge = mergeChange(
    outlineOf(base),
    changeBetween(base, mine, () => false),
    theirs,
  )
  const whole = mergeChange(outlineOf(base), wholeChange(base, mine), theirs)
  const { document, conflicts } = whole as { document?: StoredDocument; conflicts?: string[] }
  if (document && !merge.conflicts) expect(merge.document).toEqual(document)
  return { document, conflicts }
}

function wholeChange(base: StoredDocument, mine: StoredDocument) {
  const before = outlineOf(base).map(String)
  const changed = outlineOf(mine).filter((entry) => !before.includes(String(entry)))
  return changeBetween(base, mine, (each) => changed.some(([id]) => id === each))
}

function merged(
  base: StoredDocument,
  mine: StoredDocument,
  theirs: StoredDocument,
  whole = false,
) {
  const merge = whole
    ? mergeChange(outlineOf(base), wholeChange(base, mine), theirs)
    : mergeChange(outlineOf(base), changeBetween(base, mine), theirs)
  if (merge.conflicts) throw new RangeError(`in conflict: ${merge.conflicts}`)
  return merge
}

/** Whether an element stands in a section of the one and in another section of the other. */
function sharesIds(mine: StoredDocument, theirs: StoredDocument): boolean {
  const there = new Map(places(theirs))
  return places(mine).some(([id, place]) => there.has(id) && there.get(id) !== place)
}

/** Each element or part of one, and the section that it is in. */
function places(document: StoredDocument): [id: unknown, sectionId: unknown][] {
  return sectionsOf(document).flatMap((section) => {
    const found: [unknown, unknown][] = []
    walk(section, ({ attrs }) => attrs?.id && found.push([attrs.id, section.attrs?.id]))
    return found
  })
}

function written(sections: Record<string, string>): StoredDocument {
  return storedDoc(
    ...Object.entries(sections).map(([letter, text]) =>
      withId(
        id(letter),
        section(`Section ${letter}`, withId(`paragraph${letter}`, paragraph(text))),
      ),
    ),
  )
}

function id(letter: string): string {
  return `section00${letter}`
}
