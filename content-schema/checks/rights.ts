import type { Node } from 'prosemirror-model'
import { assetUses } from '../elements.ts'
import type { Finding } from '../finding.ts'
import { licence as licenceOf } from '../licences/catalogue.ts'
import type { CommercialDecision } from '../rights/decided.ts'
import { type Asked, judge } from '../rights/judge.ts'
import { judgeCombination } from '../rights/judge-combination.ts'
import { type Days, isException, judgePart } from '../rights/judge-part.ts'
import type { Part, Use } from '../rights/reason.ts'
import type { RightsRecord } from '../rights-record.ts'

type Known = {
  /** By digest; `null` for a file that is not in the bank, absent for one not asked about yet. */
  assets: ReadonlyMap<string, { rights: RightsRecord } | null>
  /** Of the module: what it promises to those who take it. */
  licence: string
} & Days

/** Files that may not be shown, or not under what the licence of the module promises. */
export function rightsFindings(doc: Node, known: Known): Finding[] {
  const { licence } = known
  const parts = partsOf(doc, known.assets)
  const promises = licenceOf(licence)?.permits.share ?? false
  const own = parts.flatMap((part) => judgePart(part, published(part, promises), known))
  const together = judgeCombination(parts, licence)
  return [
    ...missing(doc, known.assets),
    ...own,
    // What is promised to nobody only matters once it is handed to somebody.
    ...together.map((each) => (promises ? each : { ...each, severity: 'warns' as const })),
  ]
}

/** Files that stand against delivering a module so. */
export function deliveryFindings(
  doc: Node,
  { assets, decisions, ...asked }: Delivered,
): Finding[] {
  const parts = partsOf(doc, assets).map((part) => ({
    ...part,
    decision: decisions.find(({ digests }) => digests.includes(part.digest)),
  }))
  return judge({ ...asked, parts }).reasons
}

type Delivered = Omit<Asked, 'parts'> &
  Pick<Known, 'assets'> & { decisions: readonly CommercialDecision[] }

/** Publishing hands nothing to anybody yet: what rests on an exception may be published, and stay. */
function published({ rights }: Part, promises: boolean): Use {
  const stays = isException(rights) || !promises
  return { reach: stays ? 'organisation' : 'public', commercial: false }
}

/** What a document shows that has rights of its own, as far as they are known. */
function partsOf(doc: Node, assets: Known['assets']): (Part & { digest: string })[] {
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
