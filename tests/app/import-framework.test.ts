import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { competencies, frameworks } from '#app/db/schema/bank/index.ts'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import {
  findCompetency,
  listFrameworks,
  readFramework,
  searchCompetencies,
} from '#app/services/competencies/read-frameworks.server.ts'
import { addTeam, draftOf, now, save, type Workplace, workplace } from '#tests/builders/bank.ts'
import { block, blocks, entry, registerFile } from './rncp/register-files.ts'

const folder = '../shared/fixtures/rncp'
const file = `${folder}/export_fiches_RNCP_V4_1_extrait.xml`
let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe.skipIf(!existsSync(file))(
  'two real entries of the register (skipped when the shared fixtures are absent)',
  () => {
    it('stand in the bank with their blocks, competencies and criteria', async () => {
      expect(await bring(createReadStream(file))).toHaveLength(2)
      const { fiches } = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
      const expected = (fiches as ExpectedEntry[]).map((each) => ({
        code: each.numero,
        title: each.intitule,
        blocks: each.blocs.map(({ code, libelle, competences }) => ({
          code,
          label: libelle,
          competencies: competences.map(({ label, skills }) => ({ label, criteria: skills })),
        })),
      }))
      expect(kept()).toEqual(expected.sort((a, b) => (a.code < b.code ? -1 : 1)))
    })

    it('are all refused when the file is cut, also after the first of them', async () => {
      const bytes = readFileSync(file)
      for (const share of [0.3, 0.6, 0.95, 0.999]) {
        const cut = Readable.from([bytes.subarray(0, bytes.length * share)])
        await expect(bring(cut)).rejects.toMatchObject({
          code: 'framework.cut-short',
          status: 422,
        })
        expect(place.bank.select().from(frameworks).all()).toEqual([])
      }
    })

    it('keep their ids when the file is read again', async () => {
      await bring(createReadStream(file))
      const before = place.bank.select().from(competencies).all()
      await bring(createReadStream(file))
      expect(place.bank.select().from(competencies).all()).toEqual(before)
    })
  },
)

it('modules tied to a competency stay tied when its entry is imported again, its criteria renewed', async () => {
  await bring(listed('* Accueillir\n o Saluer\n* Ranger\n o Trier'))
  const [hit] = search('ranger')
  const { competencyBlockLabel: _, ...tie } = hit!
  save(place, { alignments: [{ ...tie, role: 'teaches' }] })
  await bring(listed('* Ranger\n o Trier\n o Étiqueter\n* Accueillir\n o Saluer'))
  const [{ competencyId } = tie] = draftOf(place).alignments
  const { organisationId, bank } = place
  expect(findCompetency(bank, { competencyId, organisationId })?.label).toBe('Ranger')
  expect(search('etiqueter').map(({ label }) => label)).toEqual(['Ranger'])
})

it('two competencies worded alike in one block stay two', async () => {
  const list = '* Ranger\n o Trier\n* Ranger\n o Étiqueter'
  await bring(listed(list))
  const before = kept()
  await bring(listed(list))
  expect(kept()).toEqual(before)
})

it('a file that is refused leaves what an earlier one brought', async () => {
  await bring(createReadStream(sampleBank.frameworkFile))
  const before = kept()
  const bad = registerFile(entry('', 'RNCP99001'), '<FICHE></FICHE>')
  await expect(bring(Readable.from([Buffer.from(bad)]))).rejects.toMatchObject({
    code: 'framework.entry-incomplete',
  })
  expect(kept()).toEqual(before)
})

it('what one organisation imports is not there for another', async () => {
  await bring(createReadStream(sampleBank.frameworkFile))
  const { organisationId } = addTeam(place.bank, 'Ailleurs')
  const [framework] = listFrameworks(place.bank, place.organisationId)
  const [hit] = search('')
  const elsewhere = { organisationId, frameworkId: framework!.id, query: '' }
  expect(listFrameworks(place.bank, organisationId)).toEqual([])
  expect(searchCompetencies(place.bank, elsewhere)).toEqual([])
  expect(
    findCompetency(place.bank, { organisationId, competencyId: hit!.competencyId }),
  ).toBeNull()
  expect(() => readFramework(place.bank, elsewhere)).toThrow(
    expect.objectContaining({ code: 'framework.not-found', status: 404 }),
  )
})

it('the same entry may be imported by two organisations', async () => {
  await bring(createReadStream(sampleBank.frameworkFile))
  const { organisationId } = addTeam(place.bank, 'Ailleurs')
  await bring(createReadStream(sampleBank.frameworkFile), organisationId)
  expect(place.bank.select().from(frameworks).all()).toHaveLength(2)
})

type ExpectedEntry = {
  numero: string
  intitule: string
  blocs: {
    code: string
    libelle: string
    competences: { label: string; skills: string[] }[]
  }[]
}

function bring(stream: Readable, organisationId = place.organisationId): Promise<string[]> {
  return importFramework(place.bank, { file: stream, organisationId, now })
}

/** A register file of one entry, one block, these competencies. */
function listed(list: string): Readable {
  return Readable.from([Buffer.from(registerFile(entry(blocks(block(list)))))])
}

function search(query: string) {
  return searchCompetencies(place.bank, { query, organisationId: place.organisationId })
}

/** What the bank holds, without its own ids. */
function kept() {
  const { bank, organisationId } = place
  return listFrameworks(bank, organisationId).map(({ id, code, title }) => ({
    code,
    title,
    blocks: readFramework(bank, { frameworkId: id, organisationId }).blocks.map((each) => ({
      code: each.code,
      label: each.label,
      competencies: each.competencies.map(({ label, criteria }) => ({
        label,
        criteria: criteria.map((criterion) => criterion.label),
      })),
    })),
  }))
}
