import {
  onlyParameters,
  readActor,
  readIri,
  readTimestamp,
  readUuid,
  refuseParameter as refuse,
} from '../http/parameters.ts'
import { identifierOf } from './identifier.ts'

export type Format = 'exact' | 'ids' | 'canonical'

/** What a GET asks for: one statement, or those that meet all the filters. */
export type StatementQuery = { format: Format; attachments: boolean } & (
  | { one: string; voided: boolean }
  | { filters: Filters }
)

export type Filters = {
  agent: string | null
  verb: string | null
  activity: string | null
  registration: string | null
  relatedAgents: boolean
  relatedActivities: boolean
  /** Milliseconds since 1970: stored after the one, and at or before the other. */
  since: number | null
  until: number | null
  /** 1 to {@link largestPage}. */
  limit: number
  ascending: boolean
  /**
   * The last statement of the page before: its `seq`. Ours, and only in the links that we give.
   */
  cursor: number | null
}

const largestPage = 500
/** Each may bring files of some megabytes. */
const largestPageWithFiles = 25

const single = ['statementId', 'voidedStatementId'] as const
const known = new Set([
  ...single,
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'format',
  'attachments',
  'ascending',
  'cursor',
])

/**
 * @throws Refusal 400 on a parameter that is unknown, repeated, malformed or out of place
 * @see xAPI 1.0.3, Communication 2.1.3
 */
export function readQuery(query: URLSearchParams): StatementQuery {
  onlyParameters(query, known)
  const format = readFormat(query.get('format'))
  const attachments = readBoolean(query, 'attachments')
  const one = single.filter((name) => query.has(name))
  if (one.length === 0) return { filters: readFilters(query, attachments), format, attachments }
  if ([...query.keys()].some((name) => !['format', 'attachments', one[0]].includes(name))) {
    refuse(one[0]!, 'goes only with format and attachments')
  }
  const voided = one[0] === 'voidedStatementId'
  return { one: readUuid(query, one[0]!)!, voided, format, attachments }
}

function readFilters(query: URLSearchParams, attachments: boolean): Filters {
  const most = attachments ? largestPageWithFiles : largestPage
  return {
    agent: readAgent(query),
    verb: readIri(query, 'verb'),
    activity: readIri(query, 'activity'),
    registration: readUuid(query, 'registration')?.toLowerCase() ?? null,
    relatedAgents: readBoolean(query, 'related_agents'),
    relatedActivities: readBoolean(query, 'related_activities'),
    since: readTimestamp(query, 'since'),
    until: readTimestamp(query, 'until'),
    limit: Math.min(readCount(query, 'limit') || most, most),
    ascending: readBoolean(query, 'ascending'),
    cursor: readCount(query, 'cursor'),
  }
}

function readFormat(value: string | null): Format {
  if (value === null || value === 'exact') return 'exact'
  if (value === 'ids' || value === 'canonical') return value
  return refuse('format', 'must be exact, ids or canonical')
}

function readAgent(query: URLSearchParams): string | null {
  const agent = readActor(query, 'agent')
  return agent && identifierOf(agent)
}

function readBoolean(query: URLSearchParams, name: string): boolean {
  const value = query.get(name)
  if (value !== null && value !== 'true' && value !== 'false')
    refuse(name, 'must be true or false')
  return value === 'true'
}

function readCount(query: URLSearchParams, name: string): number | null {
  const value = query.get(name)
  if (value === null) return null
  if (!/^\d{1,15}$/.test(value)) refuse(name, 'must be a whole number, 0 or more')
  return Number(value)
}
