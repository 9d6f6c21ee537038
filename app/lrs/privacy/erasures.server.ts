import { createHash } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { StatementsDb } from '#app/db/client.server.ts'
import { flushToDisk } from '#app/db/flush-to-disk.server.ts'
import type { ActorKey } from './data-of-actor.server.ts'

/**
 * That somebody was erased, without their name: a backup of before holds them still, and must not
 * bring them back.
 */
const Erasure = z.object({
  /** An instant, ISO 8601. */
  at: z.string().max(40),
  organisationId: z.string().max(40),
  /** SHA-256 of the organisation and each of their identifiers. */
  digests: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(10),
})
export type Erasure = z.infer<typeof Erasure>

/** The file of an installation's erasures: a line each, kept beside its databases and in no backup. */
export function erasuresFile(dataDir: string): string {
  return join(dataDir, 'erasures.jsonl')
}

/** Writes down an erasure before it is done: one that is interrupted is done again from it. */
export async function recordErasure(
  dataDir: string,
  { organisationId, identifiers }: ActorKey,
  now: Date,
): Promise<Erasure> {
  const digests = identifiers.map((identifier) => digestOf(organisationId, identifier))
  const erasure = { at: now.toISOString(), organisationId, digests }
  await appendFile(erasuresFile(dataDir), `${JSON.stringify(erasure)}\n`, { mode: 0o600 })
  await flushToDisk(erasuresFile(dataDir))
  return erasure
}

/** @throws RangeError naming the first line that is no erasure */
export function readErasures(text: string): Erasure[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    const read = Erasure.safeParse(parsed(line))
    if (!read.success) throw new RangeError(`line ${at + 1} is no erasure`)
    return read.data
  })
}

/** Those of the people who are there again. */
export function keysOf({ $client }: StatementsDb, erasures: readonly Erasure[]): ActorKey[] {
  const wanted = new Map(erasures.flatMap((each) => each.digests.map((one) => [one, each])))
  const organisations = new Set(erasures.map(({ organisationId }) => organisationId))
  const agents = $client
    .prepare<[string, string], string>(
      `select value from terms where organisationId = ? and kind = 'agent'
       union select agent from documents where organisationId = ?`,
    )
    .pluck()
  return [...organisations].flatMap((organisationId) => {
    const identifiers: string[] = []
    for (const value of agents.iterate(organisationId, organisationId))
      if (wanted.has(digestOf(organisationId, value))) identifiers.push(value)
    return identifiers.length > 0 ? [{ organisationId, identifiers }] : []
  })
}

function digestOf(organisationId: string, identifier: string): string {
  return createHash('sha256').update(`${organisationId} ${identifier}`).digest('hex')
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
