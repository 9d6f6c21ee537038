import type { Readable } from 'node:stream'
import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { competencies, competencyBlocks, frameworks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Framework } from '#content-schema/competencies.ts'
import { newId } from '#content-schema/identity.ts'
import { FrameworkFileError } from './rncp/framework-file-error.ts'
import { readRncp } from './rncp/read-rncp.server.ts'

export type FrameworkImport = { file: Readable; organisationId: string; now: Date }

/**
 * Reads every entry of a register file, then writes them all or none. An entry that is already
 * there keeps the ids of its blocks and competencies, so modules tied to them stay tied.
 *
 * @returns the codes of the entries read
 * @throws UserError naming what is wrong with the file; the bank is then unchanged
 */
export async function importFramework(
  bank: Bank,
  { file, organisationId, now }: FrameworkImport,
): Promise<string[]> {
  const entries = await readAll(file)
  bank.transaction((tx) => {
    for (const entry of entries) writeFramework(tx, entry, organisationId, now)
  })
  return entries.map((entry) => entry.code)
}

async function readAll(file: Readable): Promise<Framework[]> {
  const entries: Framework[] = []
  try {
    for await (const entry of readRncp(file)) entries.push(entry)
  } catch (error) {
    if (error instanceof FrameworkFileError) throw new UserError(error.code, error.params)
    throw error
  }
  return entries
}

type Writer = Pick<Bank, 'select' | 'insert' | 'update'>

function writeFramework(tx: Writer, entry: Framework, organisationId: string, now: Date): void {
  const known = tx
    .select({ id: frameworks.id })
    .from(frameworks)
    .where(and(eq(frameworks.organisationId, organisationId), eq(frameworks.code, entry.code)))
    .get()
  const id = known?.id ?? newId()
  const { code, title, abbreviation, level, active, validFrom, validUntil } = entry
  const { certifiers, replaces, replacedBy, licence } = entry
  const values = {
    code,
    title,
    abbreviation,
    level,
    active,
    validFrom,
    validUntil,
    certifiers,
    replaces,
    replacedBy,
    licence,
  }
  const row = { ...values, organisationId, importedAt: now.getTime() }
  if (known) tx.update(frameworks).set(row).where(eq(frameworks.id, id)).run()
  else
    tx.insert(frameworks)
      .values({ id, ...row })
      .run()
  for (const [position, block] of entry.competencyBlocks.entries())
    writeBlock(tx, id, block, position)
}

function writeBlock(
  tx: Writer,
  frameworkId: string,
  block: Framework['competencyBlocks'][number],
  position: number,
): void {
  const { code, label, source, layout, assessment } = block
  const row = { frameworkId, code, label, source, layout, assessment, position }
  const { id } = tx
    .insert(competencyBlocks)
    .values({ id: newId(), ...row })
    .onConflictDoUpdate({
      target: [competencyBlocks.frameworkId, competencyBlocks.code],
      set: row,
    })
    .returning({ id: competencyBlocks.id })
    .get()
  const known = tx
    .select()
    .from(competencies)
    .where(eq(competencies.competencyBlockId, id))
    .all()
  for (const [place, competency] of block.competencies.entries()) {
    const same = takeNamed(known, competency.label)
    const criteria = competency.criteria.map((criterion) => criterion.label)
    const values = { competencyBlockId: id, label: competency.label, criteria, position: place }
    if (same) tx.update(competencies).set(values).where(eq(competencies.id, same.id)).run()
    else
      tx.insert(competencies)
        .values({ id: newId(), ...values })
        .run()
  }
}

/** Takes the first row of this label out of the list: two competencies may be worded alike. */
function takeNamed<T extends { label: string }>(rows: T[], label: string): T | undefined {
  const at = rows.findIndex((row) => row.label === label)
  return at < 0 ? undefined : rows.splice(at, 1)[0]
}
