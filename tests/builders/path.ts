import { createModule } from '#app/services/modules/create-module.server.ts'
import { composePath } from '#app/services/paths/compose-path.server.ts'
import { type PathStep, stagesOf } from '#app/services/paths/path-steps.ts'
import type { ModuleFacts } from '#content-schema/module.ts'
import {
  addModule,
  approve,
  draftOf,
  facts,
  guarantee,
  now,
  publish,
  save,
  type Workplace,
} from './bank.ts'

/** A module of the team's, published as edition 1.0. */
export function publishedModule(
  place: Workplace,
  code: string,
  own: Partial<ModuleFacts> = {},
): Workplace {
  const { bank, organisationId, people } = place
  const made = { ...place, moduleId: addModule(bank, { organisationId, people }, code) }
  save(made, { facts: { ...facts, code, title: `Module ${code}`, ...own } })
  approve(made)
  publish(made)
  return made
}

/** A path of the team's with these modules in it, complete but for an expert's approval. */
export function pathOf(place: Workplace, code: string, moduleIds: string[]): Workplace {
  const { bank, organisationId, people } = place
  const moduleId = createModule(bank, {
    ...{ title: `Parcours ${code}`, code, language: 'fr', kind: 'path' },
    ...{ author: people.designer, organisationId, now },
  })
  const path = { ...place, moduleId }
  save(path, { facts: { ...facts, code, title: `Parcours ${code}` } })
  guarantee(path, 'content')
  guarantee(path, 'pedagogy')
  for (const each of moduleIds)
    step(path, { do: 'add', stageId: rowsOf(path)[0]!.id, moduleId: each })
  return path
}

export function step(path: Workplace, asked: PathStep): void {
  const { bank, moduleId, organisationId, people } = path
  composePath(bank, {
    moduleId,
    organisationId,
    personId: people.designer.id,
    now,
    step: asked,
  })
}

/** Its stages with their rows. */
export function rowsOf(path: Workplace) {
  return stagesOf(draftOf(path).document.doc)
}
