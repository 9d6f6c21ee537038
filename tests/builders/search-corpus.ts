import { readFileSync } from 'node:fs'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { facts, now, type Workplace } from './bank.ts'
import { paragraph, section, storedDoc } from './document.ts'

/** A module of the corpus: what it says of itself, and its text. */
export type CorpusModule = {
  code: string
  language: string
  title: string
  objective: string
  keywords: string[]
  competency: string
  body: string
}

/** Something that people type, and the modules that they expect to see. */
export type CorpusQuery = { typed: string; expected: string[]; full: boolean }

const folder = 'tests/corpus/search'

/** Modules of French vocational training as teachers title them, and a few in English. */
export function corpusModules(): CorpusModule[] {
  return lines('modules.txt').map(
    ([code, language, title, objective, keywords, competency, body]) => ({
      ...{ code: code!, language: language!, title: title!, objective: objective! },
      ...{ keywords: keywords!.split(', '), competency: competency!, body: body! },
    }),
  )
}

/** What people type: without accents, in the plural, with slips, in a hurry. */
export function corpusQueries(): CorpusQuery[] {
  return lines('queries.txt').map(([typed, expected, full]) => ({
    typed: typed!,
    expected: expected!.split(' '),
    full: full === 'full',
  }))
}

function lines(name: string): string[][] {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))
}

/** Writes the modules into a bank as their designer would. */
export function addCorpus(place: Workplace, modules = corpusModules()): void {
  for (const module of modules) addModule(place, module)
}

function addModule({ bank, organisationId, people }: Workplace, module: CorpusModule): void {
  const { code, language, title, objective, keywords, competency, body } = module
  const author = people.designer
  const moduleId = createModule(bank, { title, code, language, author, organisationId, now })
  saveDraft(bank, {
    ...{ moduleId, organisationId, personId: author.id, baseVersion: null, now },
    change: {
      facts: { ...facts, ...{ title, code, language, objective, keywords }, summary: '' },
      alignments: [alignment(competency)],
      document: storedDoc(section(title, paragraph(body))),
    },
  })
}

function alignment(label: string) {
  return {
    ...{ competencyId: label, label, role: 'teaches' as const },
    ...{ frameworkCode: 'RNCP99002', competencyBlockCode: 'RNCP99002BC01' },
  }
}
