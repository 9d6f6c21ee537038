import { beforeEach, describe, expect, it } from 'vitest'
import { saveChange } from '#app/services/modules/save-change.server.ts'
import { listSetAside, setAsideDays } from '#app/services/modules/set-aside.server.ts'
import { applyChange } from '#content-schema/changes/apply.ts'
import { changeBetween, type DocumentChange } from '#content-schema/changes/change.ts'
import { type Outline, outlineOf } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { draftOf, keyOf, now, save, type Workplace, workplace } from '#tests/builders/bank.ts'
import { image, paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'

let place: Workplace
let opened: StoredDocument

beforeEach(() => {
  place = workplace()
  save(place, { document: written({ a: 'Un', b: 'Deux', c: 'Trois' }) })
  opened = draftOf(place).document
})

it('what changed is saved, and the answer is short', () => {
  const mine = written({ a: 'Un', b: 'Deux, complété', c: 'Trois' })
  const { version } = draftOf(place)
  expect(saves('designer', opened, mine)).toEqual({ version: version + 1, news: null })
  expect(draftOf(place).document).toEqual(mine)
})

describe('two people writing one module', () => {
  it('keep both what they wrote in different sections, and the second is told of the first', () => {
    const theirs = written({ a: 'Un, relu', b: 'Deux', n: 'Nouveau', c: 'Trois' })
    const mine = written({ c: 'Trois', a: 'Un', b: 'Deux, complété' })
    saves('administrator', opened, theirs)
    const answer = saves('designer', opened, mine)
    const both = written({ c: 'Trois', a: 'Un, relu', b: 'Deux, complété', n: 'Nouveau' })
    expect(draftOf(place).document).toEqual(both)
    expect(applyChange(mine, newsIn(answer)!)).toEqual(both)
  })

  it('are both kept when both wrote in the same section: the second chooses, nothing is written', () => {
    const theirs = written({ a: 'Un, relu', b: 'Deux', c: 'Trois' })
    saves('administrator', opened, theirs)
    const mine = written({ a: 'Un, complété', b: 'Deux', c: 'Trois !' })
    const { version, savedAt } = draftOf(place)
    const answer = saves('designer', opened, mine)
    expect(answer).toMatchObject({
      conflict: {
        ...{ version, savedAt, sections: ['section00a'] },
        savedBy: place.people.administrator.name,
      },
    })
    expect(draftOf(place).document).toEqual(theirs)
    const { conflict } = answer as { conflict: { news: DocumentChange } }
    expect(applyChange(opened, conflict.news)).toEqual(theirs)
  })

  it('may ask for news without saving anything', () => {
    const theirs = written({ a: 'Un, relu', b: 'Deux', c: 'Trois' })
    saves('administrator', opened, theirs)
    const { version, savedBy } = draftOf(place)
    const answer = saves('designer', opened, opened)
    expect(applyChange(opened, newsIn(answer)!)).toEqual(theirs)
    expect(draftOf(place)).toMatchObject({ version, savedBy })
    expect(saves('designer', theirs, theirs)).toEqual({ version, news: null })
  })
})

describe('a save whose answer never came', () => {
  it('is not taken for somebody else’s when it is sent again with more', () => {
    const first = written({ a: 'Un, dé', b: 'Deux', c: 'Trois' })
    saves('designer', opened, first)
    const more = written({ a: 'Un, début', b: 'Deux', c: 'Trois' })
    const base: Outline = outlineOf(opened)
    base[0]!.push(outlineOf(first)[0]![1]!)
    expect(saves('designer', opened, more, base, 'section00a')).toMatchObject({ news: null })
    expect(draftOf(place).document).toEqual(more)
  })

  it('is found out when it has been written over since', () => {
    const first = written({ a: 'Un, dé', b: 'Deux', c: 'Trois' })
    saves('designer', opened, first)
    saves('administrator', first, written({ a: 'Un, relu', b: 'Deux', c: 'Trois' }))
    const base: Outline = outlineOf(opened)
    base[0]!.push(outlineOf(first)[0]![1]!)
    const more = written({ a: 'Un, début', b: 'Deux', c: 'Trois' })
    expect(saves('designer', opened, more, base, 'section00a')).toMatchObject({
      conflict: { sections: ['section00a'] },
    })
  })
})

describe('a change is refused, and nothing is changed,', () => {
  it.each<[string, DocumentChange, string]>([
    ['that empties the module', change({ order: [] }), 'document.invalid-content'],
    [
      'that names what was never there',
      change({ within: [['section00a', { order: ['element999'] }]] }),
      'document.malformed',
    ],
    [
      'that brings in an unknown element',
      change({ within: [['section00a', { put: [{ type: 'script' }] }]] }),
      'document.unknown-node',
    ],
    [
      'that brings in a section of unknown elements',
      change({ put: [hostile] }),
      'document.unknown-node',
    ],
    [
      'that shows a file nobody has',
      change({ put: [...(written({ a: 'Un' }, image()).doc.content ?? [])] }),
      'document.unknown-asset',
    ],
    [
      'of a page that is older than this program',
      { format: 0, doc: { order: ['section00b', 'section00a', 'section00c'] } },
      'document.older-page',
    ],
  ])('%s', (_, change, code) => {
    const before = draftOf(place)
    expect(() => sends('designer', outlineOf(opened), change)).toThrow(
      expect.objectContaining({ code }),
    )
    expect(draftOf(place)).toEqual(before)
  })
})

describe('what was not chosen', () => {
  const lost = written({ a: 'Ce qui n’a pas été choisi' })
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
  const list = (at: Date) => listSetAside(place.bank, { ...keyOf(place), now: at })

  it('is kept under its title, with who set it aside, for thirty days', () => {
    const mine = written({ a: 'Un, complété', b: 'Deux', c: 'Trois' })
    sends('designer', outlineOf(opened), changeBetween(opened, mine), [lost])
    const kept = { title: 'Section a', setAsideBy: place.people.designer.name, document: lost }
    expect(list(now)).toMatchObject([kept])
    expect(list(later(setAsideDays - 1))).toHaveLength(1)
    expect(list(later(setAsideDays + 1))).toEqual([])
  })

  it('is kept also when nothing else is saved', () => {
    sends('designer', outlineOf(opened), changeBetween(opened, opened), [lost])
    expect(list(now)).toHaveLength(1)
    expect(draftOf(place).document).toEqual(opened)
  })

  it('is checked like any document', () => {
    const bad = { format: 1, doc: { type: 'doc', content: [hostile] } }
    const send = () =>
      sends('designer', outlineOf(opened), changeBetween(opened, opened), [bad])
    expect(send).toThrow(expect.objectContaining({ code: 'document.unknown-node' }))
    expect(list(now)).toEqual([])
  })
})

type Who = 'designer' | 'administrator'

const hostile = { type: 'section', attrs: { id: 'section00a' }, content: [{ type: 'script' }] }

function saves(
  who: Who,
  base: StoredDocument,
  mine: StoredDocument,
  outline = outlineOf(base),
  whole = '',
) {
  return sends(
    who,
    outline,
    changeBetween(base, mine, (id) => id === whole),
  )
}

function sends(
  who: Who,
  base: Outline,
  change: DocumentChange,
  setAside: StoredDocument[] = [],
) {
  const personId = place.people[who].id
  const wire = JSON.parse(JSON.stringify({ base, change, setAside }))
  return saveChange(place.bank, { ...keyOf(place), ...wire, personId, now })
}

function newsIn(answer: ReturnType<typeof saveChange>): DocumentChange | null {
  if ('conflict' in answer) throw new RangeError('in conflict')
  return answer.news
}

function change(doc: DocumentChange['doc']): DocumentChange {
  return { format: 1, doc }
}

function written(sections: Record<string, string>, ...more: ReturnType<typeof image>[]) {
  return storedDoc(
    ...Object.entries(sections).map(([letter, text]) =>
      withId(
        `section00${letter}`,
        section(`Section ${letter}`, withId(`element00${letter}`, paragraph(text)), ...more),
      ),
    ),
  )
}
