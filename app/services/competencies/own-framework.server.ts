import { and, eq, max } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { competencies, competencyBlocks, frameworks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { codeFrom } from '#app/services/modules/propose-code.ts'
import { newId } from '#content-schema/identity.ts'
import { bareFramework } from './bare-framework.ts'
import { findUses } from './find-uses.server.ts'
import {
  type FrameworkKey,
  type FrameworkRow,
  findFramework,
} from './read-frameworks.server.ts'
import { type BlockKey, findBlock } from './save-block.server.ts'
import { writeFramework } from './write-framework.server.ts'

type Made = { title: string; code: string; organisationId: string; now: Date }

/**
 * A framework that is written here; an empty code is made from the title.
 *
 * @returns its id
 * @throws UserError `framework.code-taken` (409)
 */
export function createFramework(bank: Bank, { title, code, ...by }: Made): string {
  const wanted = code || codeFrom(title).toUpperCase()
  return bank.transaction((tx) => {
    const { organisationId } = by
    const taken = tx
      .select({ id: frameworks.id })
      .from(frameworks)
      .where(and(eq(frameworks.organisationId, organisationId), eq(frameworks.code, wanted)))
      .get()
    if (taken) throw new UserError('framework.code-taken', { code: wanted }, 409)
    const origin = `own:${newId()}`
    const own = bareFramework({
      code: wanted,
      kind: 'own',
      origin,
      title,
      competencyBlocks: [],
    })
    return writeFramework(tx, own, by)
  })
}

type NewBlock = FrameworkKey & { code: string; label: string }

/**
 * One more block at the end of a framework of our own.
 *
 * @returns its id
 */
export function addBlock(bank: Bank, { code, label, ...key }: NewBlock): string {
  return bank.transaction((tx) => {
    const { id: frameworkId, code: base } = ownFramework(tx, key)
    const last = tx
      .select({ position: max(competencyBlocks.position) })
      .from(competencyBlocks)
      .where(eq(competencyBlocks.frameworkId, frameworkId))
      .get()
    const position = (last?.position ?? -1) + 1
    const id = newId()
    const row = { id, frameworkId, code: code || `${base}-${position + 1}`, label, position }
    refuseTakenCode(tx, row)
    tx.insert(competencyBlocks)
      .values({ ...row, source: '', layout: 'given', assessment: '', reading: 'confirmed' })
      .run()
    return id
  })
}

/** Renames a block of a framework of our own. */
export function renameBlock(bank: Bank, { label, ...key }: BlockKey & { label: string }): void {
  bank.transaction((tx) => {
    ownFramework(tx, key)
    const { id } = findBlock(tx, key)
    tx.update(competencyBlocks).set({ label }).where(eq(competencyBlocks.id, id)).run()
  })
}

/** Moves a block one place up or down; at the end there is nothing to be done. */
export function moveBlock(bank: Bank, { by, ...key }: BlockKey & { by: -1 | 1 }): void {
  bank.transaction((tx) => {
    const { id: frameworkId } = ownFramework(tx, key)
    const { id } = findBlock(tx, key)
    const order = tx
      .select({ id: competencyBlocks.id })
      .from(competencyBlocks)
      .where(eq(competencyBlocks.frameworkId, frameworkId))
      .orderBy(competencyBlocks.position)
      .all()
      .map((each) => each.id)
    const at = order.indexOf(id)
    order.splice(at, 1)
    order.splice(Math.max(0, at + by), 0, id)
    for (const [position, each] of order.entries())
      tx.update(competencyBlocks).set({ position }).where(eq(competencyBlocks.id, each)).run()
  })
}

/**
 * Removes a block with its competencies.
 *
 * @throws UserError `competency.in-use` (409) where a module is tied to one of them
 */
export function removeBlock(bank: Bank, key: BlockKey): void {
  bank.transaction((tx) => {
    ownFramework(tx, key)
    const { id } = findBlock(tx, key)
    const inside = tx
      .select()
      .from(competencies)
      .where(eq(competencies.competencyBlockId, id))
      .all()
    const ids = inside.map((each) => each.id)
    const uses = findUses(tx, { ids, organisationId: key.organisationId })
    const used = inside.find((each) => uses.has(each.id))
    if (used) {
      const params = { label: used.label, module: uses.get(used.id) ?? '' }
      throw new UserError('competency.in-use', params, 409)
    }
    tx.delete(competencyBlocks).where(eq(competencyBlocks.id, id)).run()
  })
}

/** What came from elsewhere keeps the shape it came in. */
function ownFramework(tx: Pick<Bank, 'select'>, key: FrameworkKey): FrameworkRow {
  const framework = findFramework(tx, key)
  if (framework.kind !== 'own')
    throw new UserError('framework.not-own', { code: framework.code }, 409)
  return framework
}

function refuseTakenCode(
  tx: Pick<Bank, 'select'>,
  { frameworkId, code }: { frameworkId: string; code: string },
): void {
  const taken = tx
    .select({ id: competencyBlocks.id })
    .from(competencyBlocks)
    .where(and(eq(competencyBlocks.frameworkId, frameworkId), eq(competencyBlocks.code, code)))
    .get()
  if (taken) throw new UserError('framework.code-taken', { code }, 409)
}
