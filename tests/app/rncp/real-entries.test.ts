import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readRncp } from '#app/services/competencies/rncp/read-rncp.server.ts'
import type { Framework } from '#content-schema/competencies.ts'
import { readAll } from './register-files.ts'

const folder = '../shared/fixtures/rncp'
const file = `${folder}/export_fiches_RNCP_V4_1_extrait.xml`

describe.skipIf(!existsSync(file))(
  'two real entries of the register (skipped when the shared fixtures are absent)',
  () => {
    it('gives every entry, block, competency and criterion, and nothing else', async () => {
      const read: Framework[] = []
      for await (const framework of readRncp(createReadStream(file))) read.push(framework)
      const expected = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8'))
      expect(read.map(comparable)).toEqual(expected.fiches.map(comparableExpected))
    })

    it('gives the same whatever the size of the pieces the file comes in', async () => {
      const bytes = readFileSync(file)
      expect(await readAll(bytes, 7)).toEqual(await readAll(bytes))
    })

    it('keeps the text of each block exactly as it stands in the file', async () => {
      const text = readFileSync(file, 'utf8')
      const competencyBlocks = (await readAll(text)).flatMap((each) => each.competencyBlocks)
      expect(competencyBlocks).toHaveLength(10)
      for (const { source, assessment } of competencyBlocks) {
        expect(text).toContain(`<LISTE_COMPETENCES>${source}</LISTE_COMPETENCES>`)
        expect(text).toContain(`<MODALITES_EVALUATION>${assessment}</MODALITES_EVALUATION>`)
      }
    })

    it('refuses the file cut anywhere, and says that it is cut', async () => {
      const bytes = readFileSync(file)
      for (const share of [0.01, 0.25, 0.5, 0.75, 0.999]) {
        await expect(readAll(bytes.subarray(0, bytes.length * share))).rejects.toMatchObject({
          code: 'framework.cut-short',
        })
      }
    })
  },
)

function comparable(framework: Framework) {
  return {
    numero: framework.code,
    intitule: framework.title,
    abrege: framework.abbreviation,
    actif: framework.active,
    niveau: framework.level,
    date_effet: framework.validFrom,
    date_fin_enregistrement: framework.validUntil,
    date_limite_delivrance: framework.awardedUntil,
    date_publication: framework.publishedOn,
    anciennes: framework.replaces,
    nouvelles: framework.replacedBy,
    rome: framework.rome.map(({ code }) => code),
    formacodes: framework.formacodes.map(({ code }) => code),
    nsf: framework.nsf.map(({ code }) => code),
    certificateurs: framework.certifiers,
    voies: framework.routes,
    blocs: framework.competencyBlocks.map(({ code, label, layout, competencies }, index) => ({
      ordre: index + 1,
      code,
      libelle: label,
      layout,
      competences: competencies.map(({ label: competency, criteria }) => ({
        label: competency,
        skills: criteria.map((criterion) => criterion.label),
      })),
    })),
  }
}

/** The register's own keys and states, which a framework does not keep, are left out. */
function comparableExpected({ id_fiche, etat, type_enregistrement, ...entry }: ExpectedEntry) {
  return { ...entry, certificateurs: entry.certificateurs.map(({ nom }) => nom) }
}

type ExpectedEntry = {
  id_fiche: number
  etat: string
  type_enregistrement: string
  certificateurs: { nom: string }[]
}
