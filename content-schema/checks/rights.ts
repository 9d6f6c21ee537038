import type { Node } from 'prosemirror-model'
import { assetUses } from '../elements.ts'
import type { Finding } from '../finding.ts'
import { licence as licenceOf } from '../licences/catalogue.ts'
import type { CommercialDecision } from '../rights/decided.ts'
import { type Asked, judge } from '../rights/judge.ts'
import { judgeCombination } from '../rights/judge-combination.ts'
import { type Days, isException, judgePart } from '../rights/judge-part.ts'
import type { Part, Reason, SolutionCode, Use } from '../rights/reason.ts'
import type { RightsRecord } from '../rights-record.ts'

type Known = {
  /** By digest; `null` for a file that is not in the bank, absent for one not asked about yet. */
  assets: ReadonlyMap<string, { rights: RightsRecord } | null>
  /** Of the module: what it promises to those who take it. */
  licence: string
  /** Other modules that it takes from, each with the SHA-256 of the revision. */
  modules?: readonly DigestPart[]
} & Days

type DigestPart = Part & { digest: string }

/** Files that may not be shown, or not under what the licence of the module promises. */
export function rightsFindings(doc: Node, known: Known): Finding[] {
  const { licence, modules = [] } = known
  const parts = [...partsOf(doc, known.assets), ...modules]
  const promises = licenceOf(licence)?.permits.share ?? false
  const own = parts.flatMap((part) => judgePart(part, published(part, promises), known))
  const together = judgeCombination(parts, licence)
  const said = [
    ...own,
    // What is promised to nobody only matters once it is handed to somebody.
    ...together.map((each) => (promises ? each : { ...each, severity: 'warns' as const })),
  ]
  return [...missing(doc, known.assets), ...ofModules(said, modules)]
}

/** Another module is not a file: it is replaced by another, and who answers for it says its rights. */
function ofModules(reasons: Reason[], modules: readonly Part[]): Reason[] {
  const ids = new Set(modules.map(({ id }) => id))
  return reasons.map((reason) => {
    if (!ids.has(reason.nodeId ?? '')) return reason
    const solutions = reason.solutions.flatMap((each) => {
      if (each.code === 'replace') return [{ code: 'replace-module' as const }]
      return overModules.includes(each.code) ? [each] : []
    })
    return { ...reason, solutions }
  })
}

const overModules: readonly SolutionCode[] = [
  'choose-licence',
  'ask-authorisation',
  'keep-inside',
  'not-commercial',
  'decide',
]

/** Files that stand against delivering a module so. */
export function deliveryFindings(
  doc: Node,
  { assets, decisions, modules = [], ...asked }: Delivered,
): Finding[] {
  const parts = [...partsOf(doc, assets), ...modules].map((part) => ({
    ...part,
    decision: decisions.find(({ digests }) => digests.includes(part.digest)),
  }))
  return ofModules(judge({ ...asked, parts }).reasons, modules)
}

type Delivered = Omit<Asked, 'parts'> &
  Pick<Known, 'assets' | 'modules'> & { decisions: readonly CommercialDecision[] }

/** Publishing hands nothing to anybody yet: what rests on an exception may be published, and stay. */
function published({ rights }: Part, promises: boolean): Use {
  const stays = isException(rights) || !promises
  return { reach: stays ? 'organisation' : 'public', commercial: false }
}

/** What a document shows that has rights of its own, as far as they are known. */
function partsOf(doc: Node, assets: Known['assets']): DigestPart[] {
  const cut = cutPictures(doc)
  return assetUses(doc).flatMap(({ nodeId, digest }) => {
    const rights = assets.get(digest)?.rights
    if (!rights) return []
    return [{ id: nodeId, digest, rights, adapted: cut.has(nodeId) || rights.changes !== '' }]
  })
}

/** The elements that show only a part of a picture. */
function cutPictures(doc: Node): Set<string> {
  const cut = new Set<string>()
  doc.descendants(({ type, attrs }) => {
    if (type.name === 'image' && (attrs.crop !== '' || attrs.shape !== 'own')) cut.add(attrs.id)
  })
  return cut
}

function missing(doc: Node, assets: Known['assets']): Finding[] {
  return assetUses(doc)
    .filter(({ digest }) => assets.get(digest) === null)
    .map(({ nodeId }) => ({ code: 'rights.file-missing', severity: 'blocks', nodeId }))
}
