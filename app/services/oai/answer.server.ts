import type { Instance } from '#app/db/instance.server.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import { type Xml, x, xmlDocument } from '#packaging/index.ts'
import { earliestChange, findHarvestable, listHarvestable } from './harvestable.server.ts'
import {
  type ListAsked,
  type ListVerb,
  type MetadataPrefix,
  OaiError,
  type OaiRequest,
  readRequest,
} from './read-request.ts'
import { headerOf, instantText, moduleIn, recordOf, type Where } from './records.ts'
import { badToken, readToken, writeToken } from './resumption-token.ts'

/** Records of one answer. */
const pageSize = 50

const namespaces = {
  xmlns: 'http://www.openarchives.org/OAI/2.0/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
}

/**
 * Answers a harvester. What is wrong with a request is said in the answer, as the protocol asks.
 *
 * @see OAI-PMH 2.0 (2002-06-14, revised 2015)
 */
export function answerOai(here: Instance, given: URLSearchParams, now: Date): string {
  const address = `${here.settings.publicUrl}/oai`
  try {
    const request = readRequest(given)
    const answer = answerTo(here, request)
    return whole(now, x('request', askedOf(given), address), answer)
  } catch (error) {
    if (!(error instanceof OaiError)) throw error
    const unread = error.code === 'badVerb' || error.code === 'badArgument'
    const asked = x('request', unread ? {} : askedOf(given), address)
    return whole(now, asked, x('error', { code: error.code }, error.message))
  }
}

function whole(now: Date, asked: Xml, answer: Xml): string {
  const date = x('responseDate', {}, instantText(now.getTime()))
  return xmlDocument(x('OAI-PMH', namespaces, date, asked, answer))
}

/** As they were given; only those that were read stand here, so all have a name. */
function askedOf(given: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...given].map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '?')]),
  )
}

function answerTo(here: Instance, request: OaiRequest): Xml {
  switch (request.verb) {
    case 'Identify':
      return identify(here)
    case 'ListMetadataFormats':
      return formats(here, request.identifier)
    case 'ListSets':
      if (request.token !== null) throw badToken()
      return sets(here)
    case 'GetRecord':
      return record(here, request)
    default:
      return list(here, request)
  }
}

function identify({ bank, settings, iriBase }: Instance): Xml {
  const earliest = earliestChange(bank) ?? 0
  return x(
    'Identify',
    {},
    x('repositoryName', {}, 'Grainothèque'),
    x('baseURL', {}, `${settings.publicUrl}/oai`),
    x('protocolVersion', {}, '2.0'),
    x('adminEmail', {}, `oai@${new URL(iriBase).hostname}`),
    x('earliestDatestamp', {}, instantText(earliest)),
    x('deletedRecord', {}, 'persistent'),
    x('granularity', {}, 'YYYY-MM-DDThh:mm:ssZ'),
  )
}

const described: Record<MetadataPrefix, { schema: string; namespace: string }> = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  },
  lom: {
    schema: 'http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd',
    namespace: 'http://ltsc.ieee.org/xsd/LOM',
  },
  scolomfr: {
    schema: 'http://www.lom-fr.fr/xsd/scolomfr.xsd',
    namespace: 'http://www.lom-fr.fr/xsd/SCOLOMFR',
  },
}

/** All of a module's formats are there, whichever the module; a deleted one has them no longer. */
function formats(here: Instance, identifier: string | null): Xml {
  if (identifier !== null && !findOrRefuse(here, identifier).edition)
    throw new OaiError('noMetadataFormats', 'This record was deleted.')
  return x(
    'ListMetadataFormats',
    {},
    Object.entries(described).map(([prefix, { schema, namespace }]) =>
      x(
        'metadataFormat',
        {},
        x('metadataPrefix', {}, prefix),
        x('schema', {}, schema),
        x('metadataNamespace', {}, namespace),
      ),
    ),
  )
}

/** Those that hold something, or did. */
function sets({ bank }: Instance): Xml {
  const everything = { set: null, from: null, until: null }
  const all = listHarvestable(bank, everything, { after: null, limit: mostScanned })
  const found = [...new Set(['framework', 'licence', ...all.flatMap((each) => each.sets)])]
  return x(
    'ListSets',
    {},
    found
      .sort()
      .map((set) => x('set', {}, x('setSpec', {}, set), x('setName', {}, setTitle(set)))),
  )
}

/** Modules that are looked at to know which sets there are. */
const mostScanned = 10_000

function setTitle(set: string): string {
  if (set === 'framework') return 'By competency framework'
  if (set === 'licence') return 'By licence'
  const name = set.slice(set.indexOf(':') + 1)
  return set.startsWith('licence:') ? (licence(name)?.name.en ?? name) : name
}

function record(
  here: Instance,
  { identifier, prefix }: { identifier: string; prefix: MetadataPrefix },
): Xml {
  const found = findOrRefuse(here, identifier)
  return x('GetRecord', {}, recordOf(whereOf(here), found, prefix))
}

function findOrRefuse(here: Instance, identifier: string) {
  const moduleId = moduleIn(whereOf(here), identifier)
  const found = moduleId === null ? null : findHarvestable(here.bank, moduleId)
  if (!found) throw new OaiError('idDoesNotExist', 'No record has this identifier.')
  return found
}

function list(
  here: Instance,
  request: { verb: ListVerb } & ({ asked: ListAsked } | { token: string }),
): Xml {
  const { verb } = request
  const resumed = 'token' in request ? readToken(here.signingKey, request.token, verb) : null
  const asked = 'asked' in request ? request.asked : resumed!.asked
  const after = resumed?.after ?? null
  const found = listHarvestable(here.bank, asked, { after, limit: pageSize })
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  if (!last) throw new OaiError('noRecordsMatch', 'Nothing of this kind is there.')
  const cursor = resumed?.cursor ?? 0
  const more = found.length > shown.length
  const next = { verb, asked, after: last, cursor: cursor + shown.length }
  const where = whereOf(here)
  return x(
    verb,
    {},
    shown.map((each) =>
      verb === 'ListIdentifiers' ? headerOf(where, each) : recordOf(where, each, asked.prefix),
    ),
    more && x('resumptionToken', { cursor }, writeToken(here.signingKey, next)),
    !more && resumed && x('resumptionToken', { cursor }),
  )
}

function whereOf({ iriBase, settings }: Instance): Where {
  return { iriBase, publicUrl: settings.publicUrl }
}
