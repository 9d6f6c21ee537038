import { describe, expect, it } from 'vitest'
import { elementLabel } from '#editor/element-label.ts'
import { catalogue } from '#editor/insert/catalogue.ts'
import { searchCatalogue } from '#editor/insert/search.ts'
import { en } from '#editor/words/en.ts'
import { fr } from '#editor/words/fr.ts'

const found = (query: string, words = fr) =>
  searchCatalogue(query, words).map(({ name }) => name)

describe('looking for an element', () => {
  it('shows all of them before anything is typed', () => {
    expect(found('')).toEqual(catalogue.map(({ name }) => name))
  })

  it('finds by name first, whatever the accents and capitals', () => {
    expect(found('ACCORDEON')).toEqual(['accordion'])
    expect(found('Tab')[0]).toBe('table')
  })

  it('finds by the words people use, in either language', () => {
    expect(found('qcu')).toEqual(['singleChoice'])
    expect(found('qcm')).toEqual(['multipleChoice'])
    expect(found('danger')[0]).toBe('callout')
    expect(found('picture')[0]).toBe('image')
    expect(found('photo', en)[0]).toBe('image')
    const questions = catalogue.filter(({ group }) => group === 'question')
    expect(found('question').sort()).toEqual(questions.map(({ name }) => name).sort())
  })

  it('finds by several words, or by what a learner does', () => {
    const kinds = ['singleChoice', 'multipleChoice', 'trueFalse', 'numeric', 'evaluation']
    for (const query of ['quiz', 'knowledge check', 'vérification']) {
      expect(found(query, en), query).toEqual(expect.arrayContaining(kinds))
    }
    for (const query of ['drag', 'glisser', 'glisser déposer']) {
      expect(found(query), query).toEqual(['matching', 'ordering', 'sorting'])
    }
    expect(found('word bank', en)).toEqual(['cloze'])
    expect(found('banque de mots')).toEqual(['cloze'])
    expect(found('quote', en)).toEqual(['callout'])
    expect(found('note')).toEqual(['callout'])
  })

  it('says that nothing has a name nobody gave', () => {
    expect(found('zzz')).toEqual([])
  })
})

describe('the words of the editor', () => {
  it('say everything in both languages, without a blank', () => {
    const blank = (words: object): string[] =>
      Object.entries(words).flatMap(([name, word]) =>
        typeof word === 'object' ? blank(word as object) : word === '' ? [name] : [],
      )
    expect(blank(fr)).toEqual([])
    expect(blank(en)).toEqual([])
  })

  it('name each element that can be inserted', () => {
    for (const { name, group, about } of catalogue) {
      for (const words of [fr, en]) {
        expect(elementLabel(name, words)).toBeTruthy()
        expect(about[words.language]).toBeTruthy()
        expect(words.groups[group]).toBeTruthy()
      }
    }
  })
})
