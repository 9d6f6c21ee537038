import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#content-schema/canonical-json.ts'
import { aspects } from '#content-schema/module.ts'
import { elementNames, nodes, schema } from '#content-schema/schema.ts'
import { attributeAnswering, factAspects } from '#content-schema/scopes/answers-for.ts'
import { scopeOf } from '#content-schema/scopes/scope.ts'
import { voidedBy } from '#content-schema/scopes/voided-by.ts'
import { facts } from '#tests/builders/bank.ts'
import { about, firstState, moduleOf, type State, values, variables } from './content-states.ts'

describe('what an aspect is about', () => {
  it.each(aspects)('of %s: exactly what was said by hand, change by change', (aspect) => {
    const before = scopeText(aspect, firstState)
    const voiding = variables.filter((name) => scopeText(aspect, changed(name)) !== before)
    expect(voiding.toSorted()).toEqual(about[aspect].toSorted())
  })

  it('is the same again once a change is undone', () => {
    for (const aspect of aspects) {
      const there = changed('words')
      const back = { ...there, words: firstState.words }
      expect(scopeText(aspect, back)).toBe(scopeText(aspect, firstState))
    }
  })

  it('leaves nothing of a module out, but what leaves no draft', () => {
    const names = new Set(Object.values(nodes).flatMap(({ attrs = {} }) => Object.keys(attrs)))
    const unanswered = [...names].filter((name) => attributeAnswering(name).length === 0)
    expect(unanswered.toSorted()).toEqual(['authorNote', 'locked'])
    const unsaid = Object.keys(facts).filter((name) => !(name in factAspects))
    expect(unsaid).toEqual([])
  })

  it('is everybody’s where an element brings an attribute that nobody thought of', () => {
    expect(attributeAnswering('somethingNew')).toEqual(aspects)
  })

  it('holds every word of every element for whoever answers for the content', () => {
    for (const name of elementNames) {
      const element = schema.nodes[name].createAndFill()
      if (!element?.type.inlineContent) continue
      const worded = { ...element.toJSON(), content: [{ type: 'text', text: 'un mot' }] }
      const module = { ...moduleOf(firstState), doc: { type: 'doc', content: [worded] } }
      expect(canonicalJson(scopeOf('content', module)), name).toContain('un mot')
    }
  })

  it('is not touched by an attribute that the schema fills in for an older document', () => {
    const older = moduleOf(firstState)
    const [page] = older.doc.content ?? []
    const picture = page?.content?.find(({ type }) => type === 'image')
    const { crop: _, focus: __, shape: ___, ...attrs } = picture?.attrs ?? {}
    const without = JSON.parse(JSON.stringify(older.doc))
    without.content[0].content = page?.content?.map((node) =>
      node === picture ? { ...node, attrs } : node,
    )
    for (const aspect of aspects)
      expect(canonicalJson(scopeOf(aspect, { ...older, doc: without }))).toBe(
        scopeText(aspect, firstState),
      )
  })
})

describe('why an approval no longer holds', () => {
  const why = (aspect: (typeof aspects)[number], now: State) =>
    voidedBy(aspect, moduleOf(firstState), moduleOf(now))

  it('names the very words that changed', () => {
    const [difference, ...others] = why('content', changed('words')).elements
    expect(others).toEqual([])
    expect(difference).toMatchObject({ is: 'changed', nodeId: 'words00001', page: 'Porter' })
    expect(difference?.words).toContainEqual({ text: 'bien ', is: 'added' })
  })

  it('leaves out what another aspect is about', () => {
    const both = { ...changed('words'), alt: values.alt[1] }
    const found = why('accessibility', both).elements.map(({ nodeId }) => nodeId)
    expect(found).toEqual(['picture001'])
  })

  it('says a fact with what it was', () => {
    expect(why('tutoring', changed('minutes')).facts).toEqual([
      { fact: 'minutes', before: '10', after: '15' },
    ])
  })

  it('tells moved elements, other competencies and other rights apart', () => {
    expect(why('technique', changed('order'))).toMatchObject({ elements: [], order: true })
    expect(why('pedagogy', changed('role'))).toMatchObject({ alignments: true, order: false })
    expect(why('law', changed('assetLicence'))).toMatchObject({ rights: true, elements: [] })
  })
})

function scopeText(aspect: (typeof aspects)[number], state: State): string {
  return canonicalJson(scopeOf(aspect, moduleOf(state)))
}

function changed(name: (typeof variables)[number]): State {
  return { ...firstState, [name]: values[name][1] }
}
