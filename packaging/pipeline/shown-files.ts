import type { Node } from 'prosemirror-model'
import { type AssetUse, assetUses } from '#content-schema/elements.ts'
import type { PackageSettings } from '../package-source.ts'

/** Every file that a package shows: those of its document, and the logo above it, which no node shows. */
export function shownFiles(doc: Node, { identity }: PackageSettings): AssetUse[] {
  const logo = identity?.theme.logo
  return logo
    ? [...assetUses(doc), { digest: logo.digest, nodeId: '', role: 'asset' }]
    : assetUses(doc)
}
