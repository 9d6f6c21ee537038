import { beforeEach, expect, it } from 'vitest'
import {
  addBlock,
  createFramework,
  moveBlock,
  removeBlock,
  renameBlock,
} from '#app/services/competencies/own-framework.server.ts'
import {
  type EditedCompetencies,
  saveBlock,
} from '#app/services/competencies/save-block.server.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { block, blocks, entry, registerFile } from '../rncp/register-files.ts'
import { bring, fileOf, frameworkOf, outlineOf, tie } from './frameworks.ts'

const code = 'RNCP99002'
let place: Workplace

beforeEach(async () => {
  place = workplace()
  await bringList('* Accueillir\n o Saluer\n* Ranger')
})

it('what was read waits for somebody, who corrects and confirms it', () => {
  expect(theBlock().reading).toBe('proposed')
  const [accueillir, ranger] = edited()
  const criteria = [...accueillir!.criteria, { id: null, code: '', label: 'Orienter' }]
  confirm([ranger!, { ...accueillir!, label: 'Accueillir le client', criteria }])
  expect(theBlock()).toMatchObject({ reading: 'confirmed', readBy: place.people.designer.id })
  expect(outline()).toEqual([
    { label: 'Ranger', criteria: [] },
    { label: 'Accueillir le client', criteria: ['Saluer', 'Orienter'] },
  ])
  expect(ids()).toEqual([ranger!.id, accueillir!.id])
})

it('what was confirmed is not read again, and a text that changed is said to have', async () => {
  const [accueillir] = edited()
  confirm([{ ...accueillir!, label: 'Accueillir tout le monde' }, edited()[1]!])
  const before = outline()
  await bringList('* Accueillir\n o Saluer\n* Ranger')
  expect([theBlock().reading, outline()]).toEqual(['confirmed', before])
  await bringList('* Accueillir\n* Ranger\n* Trier')
  expect([theBlock().reading, outline()]).toEqual(['changed', before])
  confirm(edited())
  expect(theBlock().reading).toBe('confirmed')
})

it('a person may keep the text alone', () => {
  save('raw', [])
  expect([theBlock().reading, outline()]).toEqual(['raw', []])
})

it('a competency or a criterion to which a module is tied stays', () => {
  const { competencies } = theBlock()
  const criteria = [competencies[0]!.criteria[0]!.id]
  tie(place, code, { label: 'Accueillir', role: 'teaches', criteria })
  const [accueillir, ranger] = edited()
  for (const list of [[ranger!], [{ ...accueillir!, criteria: [] }, ranger!]])
    expect(() => confirm(list)).toThrow(
      expect.objectContaining({ code: 'competency.in-use', status: 409 }),
    )
  expect(() => save('raw', [])).toThrow(expect.objectContaining({ code: 'competency.in-use' }))
  confirm([accueillir!])
  expect(outline()).toHaveLength(1)
})

it('an entry of the specific register has no block: what it certifies stands under its own number', async () => {
  const text = '<CAPACITES_ATTESTEES>Lire    Écrire    Compter</CAPACITES_ATTESTEES>'
  await bring(place, fileOf(registerFile(entry(text, 'RS6000'))))
  const { framework, blocks } = frameworkOf(place, 'RS6000')
  expect(framework.kind).toBe('RS')
  expect(outlineOf(blocks)).toMatchObject([
    {
      code: 'RS6000',
      competencies: [{ label: 'Lire' }, { label: 'Écrire' }, { label: 'Compter' }],
    },
  ])
})

it('a framework of one’s own is written, put in order, and only what nobody uses is removed', () => {
  const { bank, organisationId } = place
  const made = { title: 'Cadre maison', code: 'CADRE', organisationId, now }
  const key = { frameworkId: createFramework(bank, made), organisationId }
  expect(() => createFramework(bank, made)).toThrow(
    expect.objectContaining({ code: 'framework.code-taken' }),
  )
  const [first, second] = ['Un', 'Deux'].map((label) =>
    addBlock(bank, { ...key, code: '', label }),
  )
  moveBlock(bank, { ...key, blockId: second!, by: -1 })
  moveBlock(bank, { ...key, blockId: second!, by: -1 })
  renameBlock(bank, { ...key, blockId: first!, label: 'Premier' })
  const labels = () => frameworkOf(place, 'CADRE').blocks.map(({ label }) => label)
  expect(labels()).toEqual(['Deux', 'Premier'])
  const competencies = [{ id: null, code: '', label: 'Tenir', criteria: [] }]
  const by = { personId: place.people.designer.id, now, reading: 'confirmed' as const }
  saveBlock(bank, { ...key, blockId: second!, ...by, competencies })
  tie(place, 'CADRE', { label: 'Tenir', role: 'teaches' })
  expect(() => removeBlock(bank, { ...key, blockId: second! })).toThrow(
    expect.objectContaining({ code: 'competency.in-use' }),
  )
  removeBlock(bank, { ...key, blockId: first! })
  expect(labels()).toEqual(['Deux'])
})

it('the blocks of a register entry stay as they came', () => {
  const { framework } = frameworkOf(place, code)
  const key = { frameworkId: framework.id, organisationId: place.organisationId }
  expect(() => addBlock(place.bank, { ...key, code: '', label: 'x' })).toThrow(
    expect.objectContaining({ code: 'framework.not-own', status: 409 }),
  )
})

function bringList(list: string) {
  return bring(place, fileOf(registerFile(entry(blocks(block(list))))))
}

function theBlock() {
  return frameworkOf(place, code).blocks[0]!
}

function edited(): EditedCompetencies {
  return theBlock().competencies.map(({ id, code, label, criteria }) => ({
    ...{ id, code, label },
    criteria: criteria.map(({ id, label, code = '' }) => ({ id, code, label })),
  }))
}

function confirm(competencies: EditedCompetencies): void {
  save('confirmed', competencies)
}

function save(reading: 'confirmed' | 'raw', competencies: EditedCompetencies): void {
  const { bank, organisationId, people } = place
  const { framework, blocks } = frameworkOf(place, code)
  const key = { frameworkId: framework.id, blockId: blocks[0]!.id, organisationId }
  saveBlock(bank, { ...key, personId: people.designer.id, now, reading, competencies })
}

function outline() {
  return outlineOf(frameworkOf(place, code).blocks)[0]!.competencies
}

function ids() {
  return theBlock().competencies.map(({ id }) => id)
}
