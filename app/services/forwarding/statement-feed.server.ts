import type { StatementsDb } from '#app/db/client.server.ts'
import { uuidBytes } from '#app/lrs/statements/uuid-bytes.ts'
import type { StoredStatement } from '#app/lrs/statements/xapi-statement.ts'

/**
 * A place in the order of the statements. Both parts: where the last ones were erased, the next ones
 * get their numbers again, and only the time tells that they came later.
 */
export type Cursor = {
  /** Milliseconds since 1970, UTC. */
  at: number
  seq: number
}

export type FedStatement = { cursor: Cursor; statement: StoredStatement }

type Row = { seq: number; storedAt: number; payload: string }

/**
 * The plus sign keeps SQLite from going through all of an organisation's statements, and then sorting
 * them: by time there are only those that wait.
 */
const isWaiting = `+organisationId = :organisationId and storedAt >= :at
  and (storedAt > :at or seq > :seq)`

/**
 * The statements of an organisation after a place, in order.
 *
 * @returns also up to where the table was read: nothing of the organisation is left before it
 */
export async function readAfter(
  { $client }: StatementsDb,
  organisationId: string,
  after: Cursor,
  limit: number,
): Promise<{ fed: FedStatement[]; through: Cursor }> {
  return $client.transaction(() => {
    const rows = $client
      .prepare<[Record<string, unknown>], Row>(
        `select seq, storedAt, payload from statements
         where ${isWaiting}
         order by storedAt, seq limit :limit`,
      )
      .all({ organisationId, ...after, limit })
    const fed = rows.map(({ seq, storedAt, payload }) => ({
      cursor: { at: storedAt, seq },
      statement: JSON.parse(payload) as StoredStatement,
    }))
    const last = rows.length === limit ? fed.at(-1)!.cursor : lastOf($client)
    return { fed, through: last && isLater(last, after) ? last : after }
  })()
}

/** Whether anything at all was stored after a place. */
export async function hasAfter({ $client }: StatementsDb, after: Cursor): Promise<boolean> {
  const last = lastOf($client)
  return last !== null && isLater(last, after)
}

/** How many of an organisation come after a place, up to `most`, and when the first was stored. */
export async function countAfter(
  { $client }: StatementsDb,
  organisationId: string,
  after: Cursor,
  most: number,
): Promise<{ count: number; oldestAt: number | null }> {
  return $client
    .prepare<[Record<string, unknown>], { count: number; oldestAt: number | null }>(
      `select count(*) as count, min(storedAt) as oldestAt from (
         select storedAt from statements
         where ${isWaiting}
         order by storedAt limit :most)`,
    )
    .get({ organisationId, ...after, most })!
}

/** `null` when there is none of this id, or no longer. */
export async function readStatement(
  { $client }: StatementsDb,
  organisationId: string,
  id: string,
): Promise<StoredStatement | null> {
  const row = $client
    .prepare<[string, Buffer], Pick<Row, 'payload'>>(
      'select payload from statements where organisationId = ? and id = ?',
    )
    .get(organisationId, uuidBytes(id))
  return row ? JSON.parse(row.payload) : null
}

/** A file that came with statements; `null` when it is not kept. */
export async function readFile(
  { $client }: StatementsDb,
  organisationId: string,
  sha2: string,
): Promise<Buffer | null> {
  const row = $client
    .prepare<[string, string], { content: Buffer }>(
      'select content from attachments where organisationId = ? and sha2 = ?',
    )
    .get(organisationId, sha2.toLowerCase())
  return row?.content ?? null
}

function lastOf($client: StatementsDb['$client']): Cursor | null {
  return (
    $client
      .prepare<[], Cursor>(
        'select storedAt as at, seq from statements order by storedAt desc, seq desc limit 1',
      )
      .get() ?? null
  )
}

function isLater(one: Cursor, other: Cursor): boolean {
  return one.at > other.at || (one.at === other.at && one.seq > other.seq)
}
