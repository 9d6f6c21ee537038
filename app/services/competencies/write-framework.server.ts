import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  competencies,
  competencyBlocks,
  frameworks,
  type StoredCriterion,
} from '#app/db/schema/bank/index.ts'
import type {
  Competency,
  CompetencyBlock,
  Criterion,
  Framework,
} from '#content-schema/competencies.ts'
import { newId } from '#content-schema/identity.ts'

export type Writer = Pick<Bank, 'select' | 'insert' | 'update' | 'delete'>

/**
 * Writes a framework that was read. One that is there already is brought up to date, and keeps the
 * ids of its blocks, competencies and criteria, so that modules tied to them stay tied. What a
 * person confirmed in a block is not read again: where its text has changed, that is said instead.
 *
 * @returns its id
 */
export function writeFramework(
  tx: Writer,
  entry: Framework,
  { organisationId, now }: { organisationId: string; now: Date },
): string {
  const known = findKnown(tx, entry, organisationId)
  const row = { ...rowOf(entry), organisationId, importedAt: now.getTime() }
  const id = known?.id ?? newId()
  if (known) {
    const { code: _, ...renewed } = row
    tx.update(frameworks).set(renewed).where(eq(frameworks.id, id)).run()
  } else {
    tx.insert(frameworks)
      .values({ id, ...row })
      .run()
  }
  for (const [position, block] of entry.competencyBlocks.entries())
    writeBlock(tx, id, block, position)
  return id
}

function findKnown(tx: Writer, { code, origin }: Framework, organisationId: string) {
  const same = origin
    ? eq(frameworks.origin, origin)
    : and(eq(frameworks.code, code), isNull(frameworks.origin))
  return tx
    .select({ id: frameworks.id })
    .from(frameworks)
    .where(and(eq(frameworks.organisationId, organisationId), same))
    .get()
}

function rowOf(entry: Framework) {
  const { code, kind, title, abbreviation, level, active, validFrom, validUntil } = entry
  const { certifiers, replaces, replacedBy, licence, origin = null } = entry
  const dates = { active, validFrom, validUntil }
  const named = { code, kind, origin, title, abbreviation, level }
  return { ...named, ...dates, certifiers, replaces, replacedBy, licence }
}

function writeBlock(
  tx: Writer,
  frameworkId: string,
  block: CompetencyBlock,
  position: number,
): void {
  const { code, label, source, layout, assessment, origin = null } = block
  const row = { frameworkId, code, label, source, layout, assessment, origin, position }
  const known = findBlock(tx, frameworkId, code)
  if (known) renewBlock(tx, known, row, block)
  else addBlock(tx, row, block)
}

function renewBlock(
  tx: Writer,
  known: NonNullable<ReturnType<typeof findBlock>>,
  row: BlockRow,
  { layout, source, competencies: read }: CompetencyBlock,
): void {
  const { id, reading } = known
  const settled = reading !== 'proposed' && layout !== 'given'
  const changed = settled && known.source !== source
  tx.update(competencyBlocks)
    .set({ ...row, ...(changed && { reading: 'changed' as const }) })
    .where(eq(competencyBlocks.id, id))
    .run()
  if (!settled) writeCompetencies(tx, id, read)
}

function findBlock(tx: Writer, frameworkId: string, code: string) {
  const { id, source, reading } = competencyBlocks
  return tx
    .select({ id, source, reading })
    .from(competencyBlocks)
    .where(and(eq(competencyBlocks.frameworkId, frameworkId), eq(competencyBlocks.code, code)))
    .get()
}

type BlockRow = Omit<typeof competencyBlocks.$inferInsert, 'id'>

/** Only what was read in a text waits for somebody to confirm it. */
function addBlock(tx: Writer, row: BlockRow, block: CompetencyBlock): void {
  const id = newId()
  const reading = block.layout === 'given' ? 'confirmed' : 'proposed'
  tx.insert(competencyBlocks)
    .values({ id, ...row, reading })
    .run()
  writeCompetencies(tx, id, block.competencies)
}

/** Adds and renews; what the file no longer has stays, since modules may be tied to it. */
function writeCompetencies(tx: Writer, blockId: string, read: readonly Competency[]): void {
  const known = tx
    .select()
    .from(competencies)
    .where(eq(competencies.competencyBlockId, blockId))
    .all()
  for (const [position, competency] of read.entries()) {
    const same = takeSame(known, competency)
    const { label, code = '', description = '', origin = null } = competency
    const criteria = withIds(competency.criteria, same?.criteria ?? [])
    const told = { label, code, description, origin, criteria, position }
    if (same) tx.update(competencies).set(told).where(eq(competencies.id, same.id)).run()
    else
      tx.insert(competencies)
        .values({ id: newId(), competencyBlockId: blockId, ...told })
        .run()
  }
}

/** A criterion that is worded as before keeps its id. */
function withIds(
  criteria: readonly Criterion[],
  before: readonly StoredCriterion[],
): StoredCriterion[] {
  const known = [...before]
  return criteria.map((each) => ({ ...each, id: takeSame(known, each)?.id ?? newId() }))
}

type Named = { label: string; origin?: string | null }

/**
 * Takes the first of this origin, or else of this label, out of the list: two may be worded alike.
 */
function takeSame<T extends Named>(known: T[], { label, origin }: Named): T | undefined {
  const byOrigin = origin ? known.findIndex((each) => each.origin === origin) : -1
  const at = byOrigin >= 0 ? byOrigin : known.findIndex((each) => each.label === label)
  return at < 0 ? undefined : known.splice(at, 1)[0]
}
