import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, assetDigest, leaf, nodeId, text } from './attributes.ts'

const attrs = {
  id: nodeId(),
  asset: assetDigest(),
  title: text(),
  /** A WebVTT file. */
  captions: assetDigest(),
  transcript: text('', 50_000),
}
export type AudioAttrs = AttrsOf<typeof attrs>

export const audio: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('figure', 'audio', attrs),
}
