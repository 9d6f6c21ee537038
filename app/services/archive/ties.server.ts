import { and, eq, inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  competencies,
  competencyBlocks,
  frameworks,
  type StoredCriterion,
} from '#app/db/schema/bank/index.ts'
import { newId } from '#content-schema/identity.ts'
import type { Alignment } from '#content-schema/module.ts'
import type { ArchivedFramework } from './shapes.ts'

type Reader = Pick<Bank, 'select'>

/** What becomes of the frameworks of an archive, and of the ties to what stands in them. */
export type Ties = {
  /** Those that are not here, as they will be: their ids are kept where nobody has them. */
  coming: ArchivedFramework[]
  /** Codes of those that are here, and stay as they are. */
  here: string[]
  /** A tie as it is said here. */
  tied: (alignment: Alignment) => Alignment
}

type Target = { id: string; criteria: ReadonlyMap<string, string> }

/**
 * Finds out for each framework whether the organisation has it. To one that is here, ties are made
 * where a competency of the same block is worded alike; a tie that finds none stays as it came, and
 * says by itself what it is about.
 */
export function readTies(
  db: Reader,
  archived: readonly ArchivedFramework[],
  organisationId: string,
): Ties {
  const coming: ArchivedFramework[] = []
  const here: string[] = []
  const targets = new Map<string, Target>()
  for (const framework of archived) {
    const known = findFrameworkHere(db, framework, organisationId)
    if (known) {
      here.push(framework.code)
      tieByLabel(db, framework, known.id, targets)
    } else coming.push(withFreeIds(db, framework, targets))
  }
  return { coming, here, tied: (alignment) => tiedTo(targets, alignment) }
}

function findFrameworkHere(db: Reader, { code }: ArchivedFramework, organisationId: string) {
  return db
    .select({ id: frameworks.id })
    .from(frameworks)
    .where(and(eq(frameworks.organisationId, organisationId), eq(frameworks.code, code)))
    .get()
}

function tieByLabel(
  db: Reader,
  { blocks }: ArchivedFramework,
  frameworkId: string,
  targets: Map<string, Target>,
): void {
  const known = db
    .select({ block: competencyBlocks.code, competency: competencies })
    .from(competencies)
    .innerJoin(competencyBlocks, eq(competencyBlocks.id, competencies.competencyBlockId))
    .where(eq(competencyBlocks.frameworkId, frameworkId))
    .all()
  for (const block of blocks)
    for (const competency of block.competencies) {
      const alike = known.filter(
        (each) => each.block === block.code && each.competency.label === competency.label,
      )
      const same = alike.find((each) => each.competency.id === competency.id) ?? alike[0]
      if (!same) continue
      const { id, criteria } = same.competency
      targets.set(competency.id, { id, criteria: pairsOf(competency.criteria, criteria) })
    }
}

function pairsOf(
  came: readonly { id: string; label: string }[],
  known: readonly StoredCriterion[],
): Map<string, string> {
  return new Map(
    came.flatMap(({ id, label }) => {
      const same = known.find((each) => each.label === label)
      return same ? [[id, same.id] as const] : []
    }),
  )
}

/** Ids are kept, unless another organisation of this bank has them. */
function withFreeIds(
  db: Reader,
  framework: ArchivedFramework,
  targets: Map<string, Target>,
): ArchivedFramework {
  if (!areTaken(db, framework)) return framework
  const blocks = framework.blocks.map((block) => ({
    ...block,
    id: newId(),
    competencies: block.competencies.map((competency) => {
      const id = newId()
      const criteria = new Map(competency.criteria.map((each) => [each.id, each.id]))
      targets.set(competency.id, { id, criteria })
      return { ...competency, id }
    }),
  }))
  return { ...framework, id: newId(), blocks }
}

function areTaken(db: Reader, { id, blocks }: ArchivedFramework): boolean {
  const ofBlocks = blocks.map((block) => block.id)
  const ofCompetencies = blocks.flatMap((block) => block.competencies.map((each) => each.id))
  const taken = [
    db.select({ id: frameworks.id }).from(frameworks).where(eq(frameworks.id, id)).get(),
    db
      .select({ id: competencyBlocks.id })
      .from(competencyBlocks)
      .where(inArray(competencyBlocks.id, ofBlocks))
      .get(),
    db
      .select({ id: competencies.id })
      .from(competencies)
      .where(inArray(competencies.id, ofCompetencies))
      .get(),
  ]
  return taken.some((row) => row !== undefined)
}

function tiedTo(targets: ReadonlyMap<string, Target>, alignment: Alignment): Alignment {
  const target = targets.get(alignment.competencyId)
  if (!target) return alignment
  const { criteria, ...tie } = { ...alignment, competencyId: target.id }
  const found = criteria?.flatMap((id) => target.criteria.get(id) ?? [])
  return found && found.length > 0 ? { ...tie, criteria: found } : tie
}

/** Puts a framework in place as it came: what a person confirmed elsewhere was confirmed. */
export function addFramework(
  tx: Pick<Bank, 'insert'>,
  { blocks, ...framework }: ArchivedFramework,
  { organisationId, now }: { organisationId: string; now: Date },
): void {
  tx.insert(frameworks)
    .values({ ...framework, organisationId, importedAt: now.getTime() })
    .run()
  for (const [position, { competencies: listed, ...block }] of blocks.entries()) {
    tx.insert(competencyBlocks)
      .values({ ...block, frameworkId: framework.id, position })
      .run()
    for (const [at, competency] of listed.entries())
      tx.insert(competencies)
        .values({
          ...competency,
          criteria: competency.criteria as StoredCriterion[],
          competencyBlockId: block.id,
          position: at,
        })
        .run()
  }
}
