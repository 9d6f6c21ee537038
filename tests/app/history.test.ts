import { beforeEach, expect, it } from 'vitest'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import {
  compareStates,
  listStates,
  partsOf,
  restore,
} from '#app/services/modules/history.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import {
  approve,
  draftOf,
  facts,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { paragraph, section, storedDoc, withId } from '#tests/builders/document.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
  approve(place)
  publish(place)
})

it('a module has its draft and every state that was frozen, the latest first', () => {
  save(place, { document: lesson('Autre chose.') })
  approve(place)
  expect(listStates(place.bank, keyOf(place))).toMatchObject([
    { name: 'draft', by: place.people.designer.name },
    { name: '2', edition: null },
    { name: '1', edition: '1.0' },
  ])
})

it('any two states are compared: the draft, a revision, an edition', () => {
  save(place, {
    document: lesson('On plie bien les genoux.'),
    facts: { ...facts, minutes: 12 },
  })
  const compared = compareStates(place.bank, { ...keyOf(place), before: '1', after: 'draft' })
  expect(compared).toMatchObject({
    facts: [{ fact: 'minutes', before: '10', after: '12' }],
    pages: [],
    elements: [{ is: 'changed', nodeId: 'paragr0001' }],
  })
  expect(
    compareStates(place.bank, { ...keyOf(place), before: '1', after: '1' }).elements,
  ).toEqual([])
  expect(() =>
    compareStates(place.bank, { ...keyOf(place), before: '9', after: 'draft' }),
  ).toThrow(expect.objectContaining({ code: 'revision.not-found', status: 404 }))
})

it('an earlier state is put back whole, and what stood there is kept as a revision', () => {
  const other = lesson('Tout autre chose.')
  save(place, { document: other, facts: { ...facts, title: 'Autre titre' } })
  back(null)
  expect(readState(place.bank, draftOf(place)).state).toBe('published')
  expect(draftOf(place).facts.title).toBe('Gestes et postures')
  const [, kept] = listStates(place.bank, keyOf(place))
  expect(kept?.name).toBe('2')
  restore(place.bank, { ...acting(), from: '2', nodeId: null })
  expect(draftOf(place).document).toEqual(other)
})

it('one element alone is put back, and the rest stays as it is written', () => {
  save(place, {
    document: storedDoc(
      section(
        'Porter',
        withId('paragr0001', paragraph('Changé.')),
        withId('newone0001', paragraph('Nouveau.')),
      ),
    ),
  })
  back('paragr0001')
  const text = JSON.stringify(draftOf(place).document)
  expect(text).toContain('On plie les genoux')
  expect(text).toContain('Nouveau.')
  expect(text).not.toContain('Changé.')
})

it('what a state does not have cannot be taken from it', () => {
  expect(() => back('nowhere001')).toThrow(
    expect.objectContaining({ code: 'history.nothing-there', status: 404 }),
  )
  expect(latestEdition(place.bank, place.moduleId)?.minor).toBe(0)
})

it('what can be brought back is named page by page', () => {
  expect(partsOf(place.bank, { ...keyOf(place), name: '1' })).toMatchObject([
    {
      page: 'Porter une charge',
      elements: [
        { nodeId: 'paragr0001', text: 'On plie les genoux, le dos reste droit.' },
        { text: expect.stringContaining('Que plie-t-on ?') },
      ],
    },
  ])
})

function acting() {
  return { ...keyOf(place), personId: place.people.designer.id, now }
}

function back(nodeId: string | null): void {
  restore(place.bank, { ...acting(), from: '1', nodeId })
}
