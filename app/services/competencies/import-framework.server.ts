import type { Readable } from 'node:stream'
import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { competencies, competencyBlocks, frameworks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Criterion, Framework } from '#content-schema/competencies.ts'
import { newId } from '#content-schema/identity.ts'
import { caseId } from './case/case-id.ts'
import { type DigcompDetails, digcompOrigin } from './csv/read-digcomp.ts'
import { openFrameworkFile } from './files/open-framework-file.server.ts'
import { readFrameworkFile } from './files/read-framework-file.server.ts'
import { spooled } from './files/spool.server.ts'
import { FrameworkFileError } from './rncp/framework-file-error.ts'
import { readRncp } from './rncp/read-rncp.server.ts'
import { type Writer, writeFramework } from './write-framework.server.ts'

type Import = { organisationId: string; now: Date }

export type FrameworkImport = Import & {
  /** A register file in XML. */
  file: Readable
  /** Numbers of the entries to keep; absent: all of them. */
  entries?: readonly string[]
}

/** Entries that are written at once: in between, whoever writes in the bank has their turn. */
const batch = 50

/**
 * Reads a register file to its end, then writes its entries: a file that is not sound leaves nothing.
 * An entry that is already there keeps the ids of its blocks and competencies, so modules tied to
 * them stay tied.
 *
 * @returns the codes of the entries written
 * @throws UserError naming what is wrong with the file, or an entry that is not in it
 */
export async function importFramework(
  bank: Bank,
  { file, entries, ...by }: FrameworkImport,
): Promise<string[]> {
  const asked = entries && new Set(entries)
  const codes: string[] = []
  await inWords(() =>
    spooled(readRncp(file, asked && ((code) => asked.has(code))), batch, async (batches) => {
      for await (const read of batches) {
        bank.transaction((tx) => {
          for (const entry of read) writeFramework(tx, entry, by)
        })
        codes.push(...read.map(({ code }) => code))
      }
    }),
  )
  const missing = entries?.find((code) => !codes.includes(code))
  if (missing) throw new UserError('framework.entry-not-found', { code: missing }, 404)
  return codes
}

/**
 * As {@link importFramework}, from a file in any of the formats we read, or a zip of one.
 *
 * @returns the codes of the frameworks written
 */
export async function importFrameworkFile(
  bank: Bank,
  { path, entries, ...by }: Import & { path: string; entries?: readonly string[] },
): Promise<string[]> {
  const file = await inWords(() => openFrameworkFile(path))
  if (file.format === 'register') {
    const chosen = entries && { entries }
    return importFramework(bank, { file: await file.open(), ...chosen, ...by })
  }
  const read = await inWords(() => readFrameworkFile(file))
  return [bank.transaction((tx) => writeRead(tx, read, by))]
}

/** @throws UserError in place of what is wrong with a file */
export async function inWords<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof FrameworkFileError) throw new UserError(error.code, error.params)
    throw error
  }
}

function writeRead(tx: Writer, read: Framework | DigcompDetails, by: Import): string {
  if ('details' in read) return addDetails(tx, read, by)
  const taken = tx
    .select({ id: frameworks.id, code: frameworks.code, origin: frameworks.origin })
    .from(frameworks)
    .where(eq(frameworks.organisationId, by.organisationId))
    .all()
  refuseOwnExport(read, taken)
  const others = taken.filter(({ origin }) => origin !== read.origin).map(({ code }) => code)
  const code = freeOf(read.code, others)
  writeFramework(tx, { ...read, code }, by)
  return code
}

type Known = { id: string; code: string; origin: string | null }

/** What we exported ourselves is there already, under the format that it came in. */
function refuseOwnExport({ origin }: Framework, known: readonly Known[]): void {
  const same = known.find((each) => each.origin !== origin && caseId(each.id) === origin)
  if (same) throw new UserError('framework.already-here', { code: same.code }, 409)
}

/** Two formats may use one code for two frameworks. */
function freeOf(code: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const named = number === 1 ? code : `${code}-${number}`
    if (!taken.includes(named)) return named
  }
}

/** Statements or outcomes, in place of those of the same kind that were there. */
function addDetails(tx: Writer, { details }: DigcompDetails, { organisationId }: Import) {
  const known = tx
    .select({ competency: competencies, code: frameworks.code })
    .from(competencies)
    .innerJoin(competencyBlocks, eq(competencyBlocks.id, competencies.competencyBlockId))
    .innerJoin(frameworks, eq(frameworks.id, competencyBlocks.frameworkId))
    .where(
      and(eq(frameworks.organisationId, organisationId), eq(frameworks.origin, digcompOrigin)),
    )
    .all()
  if (known.length === 0) throw new UserError('framework.digcomp-first', {}, 409)
  for (const { competency } of known) {
    const came = details.get(competency.origin ?? '') ?? []
    const criteria = merged(competency.criteria, came)
    tx.update(competencies).set({ criteria }).where(eq(competencies.id, competency.id)).run()
  }
  return known[0]!.code
}

type Stored = (typeof competencies.$inferSelect)['criteria']

function merged(before: Stored, came: readonly Criterion[]): Stored {
  const ids = new Map(before.map(({ origin, id }) => [origin, id]))
  const kinds = new Set(came.map(kindOf))
  const others = before.filter((each) => !kinds.has(kindOf(each)))
  return [...others, ...came.map((each) => ({ ...each, id: ids.get(each.origin) ?? newId() }))]
}

/** `CS` of a statement, `LO` of an outcome. */
function kindOf({ code = '' }: Criterion): string {
  return code.slice(0, 2)
}
