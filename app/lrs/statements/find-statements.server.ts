import type { StatementsDb } from '#app/db/client.server.ts'
import { mentionPlaces } from '#app/db/schema/statements/index.ts'
import type { Filters } from './read-query.ts'
import type { Terms } from './terms.server.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** Statements as they are stored, and where the next page starts; `null` when there is none. */
type Page = { payloads: string[]; next: number | null }

export type StatementFinder = {
  /** @returns `null` when there is none, or when it is voided and `voided` was not asked for */
  one: (organisationId: string, id: string, voided: boolean) => string | null
  page: (organisationId: string, filters: Filters) => Page
  /** @returns `null` for a file that is elsewhere, at the `fileUrl` of its attachment */
  file: (organisationId: string, sha2: string) => Buffer | null
}

export function statementFinder(statements: StatementsDb, terms: Terms): StatementFinder {
  const one = statements.$client
    .prepare<[string, Buffer, number], string>(
      'select payload from statements where organisationId = ? and id = ? and voided = ?',
    )
    .pluck()
  const file = statements.$client
    .prepare<[string, string], Buffer>(
      'select content from attachments where organisationId = ? and sha2 = ?',
    )
    .pluck()
  const bounds = timeBounds(statements)
  return {
    one: (organisationId, id, voided) =>
      one.get(organisationId, uuidBytes(id), Number(voided)) ?? null,
    file: (organisationId, sha2) => file.get(organisationId, sha2.toLowerCase()) ?? null,
    page: (organisationId, filters) => {
      const wanted = wantedTerms(terms, organisationId, filters)
      if (!wanted) return { payloads: [], next: null }
      const { sql, params } = selectPage(organisationId, wanted, filters, bounds(filters))
      const rows = statements.$client.prepare<unknown[], Row>(sql).all(...params)
      const payloads = rows.slice(0, filters.limit).map(({ payload }) => payload)
      return {
        payloads,
        next: rows.length > filters.limit ? rows[filters.limit - 1]!.seq : null,
      }
    },
  }
}

type Row = { seq: number; payload: string }
type Wanted = { termId: number; place: number }

/**
 * The rarest kind first: it is the one that is walked. `null` when a term was never mentioned.
 */
function wantedTerms(terms: Terms, organisationId: string, filters: Filters): Wanted[] | null {
  const { direct, anywhere } = mentionPlaces
  const asked = [
    ['agent', filters.agent, filters.relatedAgents ? anywhere : direct],
    ['registration', filters.registration, direct],
    ['activity', filters.activity, filters.relatedActivities ? anywhere : direct],
    ['verb', filters.verb, direct],
  ] as const
  const wanted: Wanted[] = []
  for (const [kind, value, place] of asked) {
    if (value === null) continue
    const termId = terms.find(organisationId, kind, value)
    if (termId === null) return null
    wanted.push({ termId, place })
  }
  return wanted
}

type Bounds = { after: number | null; upTo: number | null }

/** `seq` grows with the time of storing, so that a time is a `seq` to start after. */
function timeBounds({ $client }: StatementsDb): (filters: Filters) => Bounds {
  const last = $client
    .prepare<[number], number>(
      'select seq from statements where storedAt <= ? order by storedAt desc, seq desc limit 1',
    )
    .pluck()
  const upTo = (time: number | null) => (time === null ? null : (last.get(time) ?? 0))
  return ({ since, until }) => ({ after: upTo(since), upTo: upTo(until) })
}

function selectPage(
  organisationId: string,
  [first, ...others]: Wanted[],
  { limit, ascending, cursor }: Filters,
  { after, upTo }: Bounds,
): { sql: string; params: unknown[] } {
  const seq = first ? 'm.seq' : 's.seq'
  const conditions: [string, ...unknown[]][] = [['s.voided = 0']]
  if (first) conditions.push(['m.termId = ? and m.place = ?', first.termId, first.place])
  else conditions.push(['s.organisationId = ?', organisationId])
  for (const { termId, place } of others) {
    const found = `o.termId = ? and o.place = ? and o.seq = ${seq}`
    conditions.push([`exists (select 1 from mentions o where ${found})`, termId, place])
  }
  if (after !== null) conditions.push([`${seq} > ?`, after])
  if (upTo !== null) conditions.push([`${seq} <= ?`, upTo])
  if (cursor !== null) conditions.push([`${seq} ${ascending ? '>' : '<'} ?`, cursor])
  const from = first ? 'mentions m cross join statements s on s.seq = m.seq' : 'statements s'
  const where = conditions.map(([condition]) => condition).join(' and ')
  return {
    sql: `select s.seq, s.payload from ${from} where ${where}
          order by ${seq} ${ascending ? 'asc' : 'desc'} limit ?`,
    params: [...conditions.flatMap(([, ...params]) => params), limit + 1],
  }
}
