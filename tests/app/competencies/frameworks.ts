import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { importFrameworkFile } from '#app/services/competencies/import-framework.server.ts'
import {
  type BlockView,
  listFrameworks,
  readFramework,
} from '#app/services/competencies/read-frameworks.server.ts'
import type { AlignmentRole } from '#content-schema/module.ts'
import { addModule, draftOf, now, save, type Workplace } from '#tests/builders/bank.ts'

/** Real files, where the shared folder is there. */
export const fixtures = '../shared/fixtures'
export const haveFixtures = existsSync(fixtures)

export const sampleFile = sampleBank.frameworkFile

export function bring(place: Workplace, path: string, entries?: string[]): Promise<string[]> {
  const { bank, organisationId } = place
  const chosen = entries && { entries }
  return importFrameworkFile(bank, { path, ...chosen, organisationId, now })
}

/** A file with this content, in a folder of its own. */
export function fileOf(content: string | Buffer, name = 'file'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'grain-frameworks-')), name)
  writeFileSync(path, content)
  return path
}

export function frameworkOf(place: Workplace, code: string) {
  const { bank, organisationId } = place
  const { id: frameworkId } = listFrameworks(bank, organisationId).find(
    (each) => each.code === code,
  )!
  return readFramework(bank, { frameworkId, organisationId })
}

/** Labels of blocks, competencies and criteria, as a tree. */
export function outlineOf(blocks: readonly BlockView[]) {
  return blocks.map(({ code, label, competencies }) => ({
    code,
    label,
    competencies: competencies.map((each) => ({
      label: each.label,
      criteria: each.criteria.map((criterion) => criterion.label),
    })),
  }))
}

export function countsOf(blocks: readonly BlockView[]): [number, number, number] {
  const inside = blocks.flatMap(({ competencies }) => competencies)
  const criteria = inside.flatMap((each) => each.criteria)
  return [blocks.length, inside.length, criteria.length]
}

type Tie = { label: string; role: AlignmentRole; criteria?: string[] }

/** Ties a module to competencies of a framework, by their labels. */
export function tie(place: Workplace, code: string, ...ties: Tie[]): void {
  const { blocks } = frameworkOf(place, code)
  const alignments = ties.map(({ label, role, criteria }) => {
    const block = blocks.find(({ competencies }) =>
      competencies.some((each) => each.label === label),
    )!
    const { id: competencyId } = block.competencies.find((each) => each.label === label)!
    const codes = { frameworkCode: code, competencyBlockCode: block.code }
    return { competencyId, role, ...codes, label, ...(criteria && { criteria }) }
  })
  save(place, { alignments: [...draftOf(place).alignments, ...alignments] })
}

/** One more module of the place. */
export function another(place: Workplace, code: string): Workplace {
  const { organisationId, people } = place
  return { ...place, moduleId: addModule(place.bank, { organisationId, people }, code) }
}

export function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}
