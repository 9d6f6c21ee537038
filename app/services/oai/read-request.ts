/** The protocol's own words for what is wrong with a request. @see OAI-PMH 2.0, §3.6 */
export const oaiErrorCodes = [
  'badArgument',
  'badResumptionToken',
  'badVerb',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noMetadataFormats',
  'noRecordsMatch',
  'noSetHierarchy',
] as const
export type OaiErrorCode = (typeof oaiErrorCodes)[number]

/** Said to a harvester, in English as all of the protocol. */
export class OaiError extends Error {
  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message)
  }
}

export const metadataPrefixes = ['oai_dc', 'lom', 'scolomfr'] as const
export type MetadataPrefix = (typeof metadataPrefixes)[number]

/** What is asked of a list: bounds in milliseconds since 1970, both included. */
export type ListAsked = {
  prefix: MetadataPrefix
  set: string | null
  from: number | null
  until: number | null
}

export type OaiRequest =
  | { verb: 'Identify' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'ListSets'; token: string | null }
  | { verb: 'GetRecord'; identifier: string; prefix: MetadataPrefix }
  | { verb: ListVerb; asked: ListAsked }
  | { verb: ListVerb; token: string }

export type ListVerb = 'ListIdentifiers' | 'ListRecords'

/** Which arguments each verb takes, and which of them it cannot do without. */
const verbs = {
  Identify: { takes: [], needs: [] },
  ListMetadataFormats: { takes: ['identifier'], needs: [] },
  ListSets: { takes: ['resumptionToken'], needs: [] },
  GetRecord: {
    takes: ['identifier', 'metadataPrefix'],
    needs: ['identifier', 'metadataPrefix'],
  },
  ListIdentifiers: listing(),
  ListRecords: listing(),
}

function listing() {
  return {
    takes: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
    needs: ['metadataPrefix'],
  }
}

/**
 * Reads a request, as strictly as the protocol asks for.
 *
 * @throws OaiError `badVerb`, `badArgument` or `cannotDisseminateFormat`
 */
export function readRequest(given: URLSearchParams): OaiRequest {
  const [verb, ...others] = given.getAll('verb')
  if (verb === undefined || others.length > 0 || !isVerb(verb))
    throw new OaiError('badVerb', 'Exactly one verb of the protocol is expected.')
  const token = readArguments(given, verb)
  const value = (name: string) => given.get(name)
  if (verb === 'Identify') return { verb }
  if (verb === 'ListSets') return { verb, token }
  if (verb === 'ListMetadataFormats') return { verb, identifier: value('identifier') }
  if (verb === 'GetRecord') {
    const prefix = readPrefix(value('metadataPrefix')!)
    return { verb, identifier: value('identifier')!, prefix }
  }
  if (token !== null) return { verb, token }
  return { verb, asked: readBounds(given) }
}

function isVerb(verb: string): verb is keyof typeof verbs {
  return Object.hasOwn(verbs, verb)
}

/** Each once and each known; a resumption token stands alone. */
function readArguments(given: URLSearchParams, verb: keyof typeof verbs): string | null {
  const { takes, needs }: { takes: string[]; needs: string[] } = verbs[verb]
  const names = [...given.keys()].filter((name) => name !== 'verb')
  const strange = names.find((name) => !takes.includes(name))
  if (strange !== undefined) throw badArgument(`${verb} does not take ${strange.slice(0, 60)}.`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw badArgument(`${twice} is given more than once.`)
  const token = given.get('resumptionToken')
  if (token !== null) {
    if (names.length > 1) throw badArgument('resumptionToken stands alone.')
    return token
  }
  const missing = needs.find((name) => !given.get(name))
  if (missing) throw badArgument(`${missing} is missing.`)
  return null
}

function readPrefix(prefix: string): MetadataPrefix {
  const known = metadataPrefixes.find((each) => each === prefix)
  if (known) return known
  throw new OaiError('cannotDisseminateFormat', 'See ListMetadataFormats.')
}

function readBounds(given: URLSearchParams): ListAsked {
  const [from, until] = [given.get('from'), given.get('until')]
  if (from !== null && until !== null && from.length !== until.length)
    throw badArgument('from and until differ in granularity.')
  const bounds = {
    from: from === null ? null : readInstant(from),
    until: until === null ? null : lastOf(until),
  }
  if (bounds.from !== null && bounds.until !== null && bounds.from > bounds.until)
    throw badArgument('from is later than until.')
  const set = given.get('set')
  if (set !== null && !/^[\w.!~*'()-]+(:[\w.!~*'()-]+)*$/.test(set))
    throw badArgument('This cannot name a set.')
  return { prefix: readPrefix(given.get('metadataPrefix')!), set, ...bounds }
}

/** A day or a second, in UTC. */
function readInstant(text: string): number {
  const shape = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?$/
  const at = shape.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.replace('Z', '')))
    throw badArgument('A date is written YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')
  return at
}

/** The last millisecond of a day, or of a second. */
function lastOf(text: string): number {
  return readInstant(text) + (text.length === 10 ? 86_400_000 : 1000) - 1
}

function badArgument(message: string): OaiError {
  return new OaiError('badArgument', message)
}
