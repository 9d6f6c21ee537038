import type { Node } from 'prosemirror-model'
import { type AssetUse, assetUses } from '../elements.ts'
import type { Finding } from '../finding.ts'
import { licence as licenceOf } from '../licences/catalogue.ts'
import type { RightsRecord } from '../rights-record.ts'

type Known = {
  /** By digest; `null` for a file that is not in the bank, absent for one not asked about yet. */
  assets: ReadonlyMap<string, { rights: RightsRecord } | null>
  /** Of the module: what it promises to those who take it. */
  licence: string
  /** `YYYY-MM-DD`. */
  today: string
}

/**
 * Files that may not be shown, or not under what the licence of the module promises. A module is
 * read as a collection of whole parts: what adapting them would ask is not decided here.
 */
export function rightsFindings(doc: Node, known: Known): Finding[] {
  return assetUses(doc).flatMap((use) => ofUse(use, known))
}

function ofUse({ nodeId, digest, role }: AssetUse, { assets, licence, today }: Known) {
  const asset = assets.get(digest)
  if (asset === undefined) return []
  if (asset === null) return [blocks('rights.file-missing', nodeId)]
  const { rights } = asset
  const params = { title: rights.title }
  if (rights.licence === 'unknown') return [blocks('rights.unknown', nodeId, params)]
  if (rights.until && rights.until < today) {
    return [blocks('rights.ended', nodeId, { ...params, until: rights.until })]
  }
  if (rights.people === 'without-release') return [blocks('rights.no-release', nodeId, params)]
  return role === 'captions' ? [] : promised(rights, licence, nodeId)
}

/** What the module would promise and the file does not allow; and the author it does not name. */
function promised(rights: RightsRecord, moduleLicence: string, nodeId: string): Finding[] {
  const theirs = licenceOf(rights.licence)
  const ours = licenceOf(moduleLicence)
  const params = { title: rights.title }
  if (!theirs) return []
  const found: Finding[] = []
  if (theirs.requires.attribution && rights.authors.length === 0) {
    found.push(warns('rights.without-author', nodeId, params))
  }
  const breach = ours && breachOf(ours.permits, theirs.permits)
  if (breach) found.push(warns(breach, nodeId, params))
  return found
}

type Permits = { share: boolean; adapt: boolean; commercial: boolean }

/** The first thing that is promised and not allowed: who may not share may do nothing else. */
function breachOf(ours: Permits, theirs: Permits): string | null {
  if (ours.share && !theirs.share) return 'rights.not-shareable'
  if (ours.commercial && !theirs.commercial) return 'rights.not-commercial'
  if (ours.adapt && !theirs.adapt) return 'rights.not-adaptable'
  return null
}

function blocks(code: string, nodeId: string, params?: Finding['params']): Finding {
  return { code, severity: 'blocks', nodeId, ...(params && { params }) }
}

function warns(code: string, nodeId: string, params: Finding['params']): Finding {
  return { code, severity: 'warns', nodeId, ...(params && { params }) }
}
