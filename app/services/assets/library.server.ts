import { desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, assets } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { endOfRights } from '#content-schema/rights/end-of-rights.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { type AssetWithRights, findAsset } from './find-asset.server.ts'
import { type fileKinds, kindOf, type LibraryQuery, type RightsState } from './library-query.ts'
import { type FileUse, listEditionUses, listUses } from './uses.server.ts'

/** Files shown at a time. */
const pageSize = 48

export type LibraryRow = AssetWithRights & {
  kind: (typeof fileKinds)[number]
  rightsState: RightsState
  modules: number
}
export type LibraryPage = {
  rows: LibraryRow[]
  /** How many files match, on all pages. */
  found: number
  /** How many files the organisation has. */
  total: number
  pages: number
}

/** The files of an organisation that match, the last that came or changed first. */
export function searchLibrary(
  db: Pick<Bank, 'select'>,
  { organisationId, now, ...query }: LibraryQuery & { organisationId: string; now: Date },
): LibraryPage {
  const uses = listUses(db, organisationId)
  const all = listFiles(db, organisationId).map((file) => rowOf(file, uses, now))
  const rows = all.filter((row) => matches(row, uses.get(row.digest) ?? [], query))
  const from = (query.page - 1) * pageSize
  return {
    rows: rows.slice(from, from + pageSize),
    found: rows.length,
    total: all.length,
    pages: Math.max(1, Math.ceil(rows.length / pageSize)),
  }
}

/**
 * A file with every place that shows it.
 *
 * @throws UserError `asset.not-found` (404), also for another organisation's file
 */
export function readFile(
  db: Pick<Bank, 'select'>,
  { digest, organisationId, now }: { digest: string; organisationId: string; now: Date },
) {
  const file = findAsset(db, { digest, organisationId })
  if (!file) throw new UserError('asset.not-found', {}, 404)
  const uses = listUses(db, organisationId)
  return {
    file: rowOf(file, uses, now),
    uses: uses.get(digest) ?? [],
    editions: listEditionUses(db, { digest, organisationId }),
  }
}

function listFiles(db: Pick<Bank, 'select'>, organisationId: string): AssetWithRights[] {
  return db
    .select({ asset: assets, rights: assetRights.record })
    .from(assetRights)
    .innerJoin(assets, eq(assets.digest, assetRights.digest))
    .where(eq(assetRights.organisationId, organisationId))
    .orderBy(desc(assetRights.changedAt), assets.digest)
    .all()
    .map(({ asset, rights }) => ({ ...asset, rights }))
}

function rowOf(file: AssetWithRights, uses: Map<string, FileUse[]>, now: Date): LibraryRow {
  return {
    ...file,
    kind: kindOf(file.mediaType),
    rightsState: rightsStateOf(file.rights, now),
    modules: new Set(uses.get(file.digest)?.map(({ moduleId }) => moduleId)).size,
  }
}

function rightsStateOf(rights: RightsRecord, now: Date): RightsState {
  const { licence, people } = rights
  if (licence === 'unknown') return 'unknown'
  const until = endOfRights(rights)
  if (until !== null && until < dayIn(now)) return 'ended'
  return people === 'without-release' ? 'no-release' : 'known'
}

function matches(row: LibraryRow, uses: FileUse[], query: LibraryQuery): boolean {
  if (query.kind && row.kind !== query.kind) return false
  if (query.rights && row.rightsState !== query.rights) return false
  if (query.use && row.modules > 0 !== (query.use === 'used')) return false
  return holds(row, uses, query.q)
}

/** Every word that was asked for stands somewhere in what is known of the file. */
function holds({ rights, mediaType }: LibraryRow, uses: FileUse[], asked: string): boolean {
  const known = bare(
    [
      ...[rights.title, ...rights.authors, rights.source, mediaType],
      ...uses.flatMap(({ moduleTitle, words }) => [moduleTitle, words]),
    ].join(' '),
  )
  return bare(asked)
    .split(/\s+/)
    .every((word) => known.includes(word))
}

/** Without accents nor capitals. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
