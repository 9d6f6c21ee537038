import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, assetDigest, leaf, nodeId, text } from './attributes.ts'

const attrs = {
  id: nodeId(),
  asset: assetDigest(),
  title: text(),
  /** A WebVTT file. */
  captions: assetDigest(),
  /** A still picture shown before it plays. */
  poster: assetDigest(),
  transcript: text('', 50_000),
}
export type VideoAttrs = AttrsOf<typeof attrs>

export const video: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('figure', 'video', attrs),
}
