import { and, eq } from 'drizzle-orm'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { competencies, competencyBlocks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { newId } from '#content-schema/identity.ts'
import { findUses } from './find-uses.server.ts'
import { type FrameworkKey, findFramework } from './read-frameworks.server.ts'

const Text = z.string().trim().min(1).max(4000)
const Code = z.string().trim().max(60).default('')
const Id = z.string().max(40).nullable()

/** The competencies of a block as a person leaves them; an id is that of one which was there. */
export const EditedCompetencies = z
  .array(
    z.object({
      id: Id,
      code: Code,
      label: Text,
      criteria: z.array(z.object({ id: Id, code: Code, label: Text })).max(200),
    }),
  )
  .max(300)
export type EditedCompetencies = z.infer<typeof EditedCompetencies>

export type BlockSave = FrameworkKey & {
  blockId: string
  personId: string
  now: Date
  /** `raw`: only the text counts, and no competency is kept. */
  reading: 'confirmed' | 'raw'
  competencies: EditedCompetencies
}

/**
 * Keeps what a person says stands in a block, in their order. What a module is tied to can be
 * reworded and moved, and not removed.
 *
 * @throws UserError `competency.in-use` (409) naming it and a module
 */
export function saveBlock(bank: Bank, save: BlockSave): void {
  const edited = save.reading === 'raw' ? [] : save.competencies
  bank.transaction(
    (tx) => {
      const { id: blockId, code } = findBlock(tx, save)
      const before = tx
        .select()
        .from(competencies)
        .where(eq(competencies.competencyBlockId, blockId))
        .all()
      refuseUsed(tx, before, edited, save.organisationId)
      const kept = new Set(edited.map(({ id }) => id))
      for (const { id } of before)
        if (!kept.has(id)) tx.delete(competencies).where(eq(competencies.id, id)).run()
      for (const [position, each] of edited.entries())
        writeEdited(tx, { blockId, position, each, before })
      const { reading, personId, now, organisationId, frameworkId } = save
      const at = now.getTime()
      tx.update(competencyBlocks)
        .set({ reading, readBy: personId, readAt: at })
        .where(eq(competencyBlocks.id, blockId))
        .run()
      const details = { block: code, reading, competencies: edited.length }
      const event = { at, organisationId, personId, object: frameworkId, details }
      recordEvent(tx, { ...event, action: 'framework.block-read' })
    },
    { behavior: 'immediate' },
  )
}

type Stored = typeof competencies.$inferSelect

export type BlockKey = FrameworkKey & { blockId: string }

/** @throws UserError `framework.not-found` (404) */
export function findBlock(db: Pick<Bank, 'select'>, key: BlockKey) {
  const { id: frameworkId } = findFramework(db, key)
  const block = db
    .select()
    .from(competencyBlocks)
    .where(
      and(eq(competencyBlocks.id, key.blockId), eq(competencyBlocks.frameworkId, frameworkId)),
    )
    .get()
  if (!block) throw new UserError('framework.not-found', {}, 404)
  return block
}

function refuseUsed(
  tx: Pick<Bank, 'all'>,
  before: readonly Stored[],
  edited: EditedCompetencies,
  organisationId: string,
): void {
  const kept = new Set(edited.flatMap((each) => [each, ...each.criteria]).map(({ id }) => id))
  const gone = before
    .flatMap((each) => [each, ...each.criteria])
    .filter(({ id }) => !kept.has(id))
  const uses = findUses(tx, { ids: gone.map(({ id }) => id), organisationId })
  const used = gone.find(({ id }) => uses.has(id))
  if (!used) return
  const params = { label: used.label, module: uses.get(used.id) ?? '' }
  throw new UserError('competency.in-use', params, 409)
}

type Edit = {
  blockId: string
  position: number
  each: EditedCompetencies[number]
  before: readonly Stored[]
}

/** An id that was not there is not taken over: it could be that of another block. */
function writeEdited(tx: Pick<Bank, 'insert' | 'update'>, edit: Edit): void {
  const { blockId, position, each, before } = edit
  const known = before.find(({ id }) => id === each.id)
  const criteria = each.criteria.map(({ id, code, label }) => {
    const same = known?.criteria.find((criterion) => criterion.id === id)
    const { depth, origin } = same ?? {}
    const kept = { ...(depth && { depth }), ...(origin && { origin }) }
    return { id: same?.id ?? newId(), label, ...(code && { code }), ...kept }
  })
  const told = { code: each.code, label: each.label, criteria, position }
  if (known) tx.update(competencies).set(told).where(eq(competencies.id, known.id)).run()
  else
    tx.insert(competencies)
      .values({ id: newId(), competencyBlockId: blockId, ...told })
      .run()
}
