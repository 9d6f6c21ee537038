import { credited } from '#app/services/sharing/credited.ts'
import { readDocument } from '#content-schema/document.ts'
import { activities } from '#content-schema/statements/activities.ts'
import { type Described, dublinCore, lom, scolomfr, type Xml, x } from '#packaging/index.ts'
import type { Harvestable } from './harvestable.server.ts'
import type { MetadataPrefix } from './read-request.ts'

/** The bank as harvesters know it. */
export type Where = {
  /** Permanent: identifiers are made from it. */
  iriBase: string
  publicUrl: string
}

/** A second, in UTC. */
export function instantText(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** @see OAI-PMH implementation guidelines, specification of the OAI identifier format */
export function identifierOf({ iriBase }: Where, moduleId: string): string {
  return `oai:${new URL(iriBase).hostname}:${moduleId}`
}

/** The module of an identifier of ours; `null` for another. */
export function moduleIn(where: Where, identifier: string): string | null {
  const moduleId = identifier.split(':').at(-1) ?? ''
  return identifier === identifierOf(where, moduleId) ? moduleId : null
}

export function headerOf(
  where: Where,
  { moduleId, changedAt, sets, edition }: Harvestable,
): Xml {
  return x(
    'header',
    { status: edition ? null : 'deleted' },
    x('identifier', {}, identifierOf(where, moduleId)),
    x('datestamp', {}, instantText(changedAt)),
    sets.map((set) => x('setSpec', {}, set)),
  )
}

export function recordOf(where: Where, found: Harvestable, prefix: MetadataPrefix): Xml {
  const header = headerOf(where, found)
  if (!found.edition) return x('record', {}, header)
  return x('record', {}, header, x('metadata', {}, writers[prefix](describedOf(where, found))))
}

const writers: Record<MetadataPrefix, (described: Described) => Xml> = {
  oai_dc: dublinCore,
  lom: (described) => lom(described, { 'xmlns:lom': 'http://ltsc.ieee.org/xsd/LOM' }),
  scolomfr,
}

/** The module as its catalogue record speaks of it; found under an address that never changes. */
function describedOf({ iriBase }: Where, { moduleId, edition: found }: Harvestable): Described {
  const { edition, revision, organisation } = found!
  const { alignments, document, digest } = revision
  const { major, minor, publishedAt, coAuthors } = edition
  const facts = credited(revision.facts, { organisation, coAuthors })
  const number = { major, minor }
  return {
    source: {
      ...{ moduleId, organisation, facts, alignments, document, digest, publishedAt },
      edition: number,
    },
    settings: { iriBase, language: facts.language.startsWith('fr') ? 'fr' : 'en' },
    doc: readDocument(document),
    location: activities.edition(iriBase, moduleId, number),
  }
}
