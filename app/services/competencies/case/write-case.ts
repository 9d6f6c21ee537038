import type { BlockView, FrameworkRow } from '../read-frameworks.server.ts'
import { caseId } from './case-id.ts'

type Link = { title: string; identifier: string; uri: string }
type Changed = { lastChangeDateTime: string }

type CaseItem = Changed & {
  identifier: string
  uri: string
  fullStatement: string
  CFItemType: string
  CFItemTypeURI: Link
  humanCodingScheme?: string
  notes?: string
}

type Association = Changed & {
  identifier: string
  uri: string
  associationType: 'isChildOf'
  sequenceNumber: number
  originNodeURI: Link
  destinationNodeURI: Link
}

/** What becomes an item, and what it stands below. */
type Node = {
  link: Link
  parent: Link
  order: number
  type: keyof typeof types
  code: string
  notes: string
}

/** Words of the register; a type says at which depth its items stand. */
const types = { 'Bloc de compétences': '1', Compétence: '2', Critère: '3' } as const

/**
 * A framework as a CASE 1.1 package. Blocks, competencies and criteria are items that stand below
 * one another; identifiers that came with them are kept, others follow from ours.
 *
 * @param base where our things are named: `https://bank.example/id`
 * @see https://www.imsglobal.org/spec/case/v1p1 (1EdTech, CFPackage JSON schema)
 */
export function writeCase(
  { framework, blocks }: { framework: FrameworkRow; blocks: readonly BlockView[] },
  base: string,
) {
  const changed = { lastChangeDateTime: new Date(framework.importedAt).toISOString() }
  const document = linkTo(base, framework.id, framework.origin, framework.title)
  const nodes = blocks.flatMap((block, at) => nodesOf(base, block, document, at + 1))
  return {
    CFDocument: documentOf(framework, document, changed, base),
    CFItems: nodes.map((node) => itemOf(node, changed, base)),
    CFAssociations: nodes.map((node) => associationOf(node, changed)),
    CFDefinitions: definitionsOf(framework, changed, base),
  }
}

function documentOf(framework: FrameworkRow, link: Link, changed: Changed, base: string) {
  const { code, certifiers, validFrom, validUntil, active, kind, licence } = framework
  return {
    ...link,
    ...changed,
    caseVersion: '1.1',
    creator: certifiers.join(', ') || 'Grainothèque',
    adoptionStatus: active ? 'Adopted' : 'Deprecated',
    frameworkType: kind,
    notes: code,
    ...(validFrom && { statusStartDate: validFrom }),
    ...(validUntil && { statusEndDate: validUntil }),
    ...(licence && { licenseURI: licenceLink(licence, base) }),
  }
}

function nodesOf(base: string, block: BlockView, parent: Link, order: number): Node[] {
  const { id, origin, code, label, source } = block
  const link = linkTo(base, id, origin, label || code)
  const notes = block.layout === 'given' ? source : ''
  const own: Node = { link, parent, order, type: 'Bloc de compétences', code, notes }
  return [
    own,
    ...block.competencies.flatMap((competency, at) =>
      competencyNodes(base, competency, link, at + 1),
    ),
  ]
}

function competencyNodes(
  base: string,
  { id, origin, code, label, description, criteria }: BlockView['competencies'][number],
  parent: Link,
  order: number,
): Node[] {
  const link = linkTo(base, id, origin, label)
  const above = [link]
  const nodes = criteria.map((criterion, at): Node => {
    const { depth = 1, code = '', label, id, origin } = criterion
    const own = linkTo(base, id, origin, label)
    const below = above[Math.min(depth, above.length) - 1] ?? link
    above.splice(depth, above.length, own)
    return { link: own, parent: below, order: at + 1, type: 'Critère', code, notes: '' }
  })
  return [{ link, parent, order, type: 'Compétence', code, notes: description }, ...nodes]
}

function itemOf({ link, type, code, notes }: Node, changed: Changed, base: string): CaseItem {
  const { identifier, uri, title } = link
  const named = { identifier, uri, fullStatement: title, ...changed }
  return {
    ...named,
    CFItemType: type,
    CFItemTypeURI: typeLink(type, base),
    ...(code && { humanCodingScheme: code }),
    ...(notes && { notes }),
  }
}

function associationOf({ link, parent, order }: Node, changed: Changed): Association {
  return {
    identifier: caseId(`${link.identifier} below ${parent.identifier}`),
    uri: `${link.uri}/parent`,
    associationType: 'isChildOf',
    sequenceNumber: order,
    originNodeURI: link,
    destinationNodeURI: parent,
    ...changed,
  }
}

function definitionsOf({ licence }: FrameworkRow, changed: Changed, base: string) {
  const itemTypes = Object.entries(types).map(([type, hierarchyCode]) => ({
    ...typeLink(type, base),
    description: type,
    hierarchyCode,
    ...changed,
  }))
  const licences = licence
    ? [{ ...licenceLink(licence, base), licenseText: licence, ...changed }]
    : []
  return { CFItemTypes: itemTypes, CFLicenses: licences }
}

function linkTo(
  base: string,
  id: string,
  origin: string | null | undefined,
  title: string,
): Link {
  const identifier = caseId(id, origin)
  return { title, identifier, uri: `${base}/case/${identifier}` }
}

function typeLink(type: string, base: string): Link {
  return linkTo(base, `type ${type}`, null, type)
}

function licenceLink(licence: string, base: string): Link {
  return linkTo(base, `licence ${licence}`, null, licence)
}
