import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, assetDigest, leaf, nodeId, text } from './attributes.ts'

const attrs = { id: nodeId(), asset: assetDigest(), title: text() }
export type AttachmentAttrs = AttrsOf<typeof attrs>

/** A document to download. */
export const attachment: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('div', 'attachment', attrs),
}
