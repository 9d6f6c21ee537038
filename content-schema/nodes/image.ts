import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, assetDigest, flag, leaf, nodeId, text } from './attributes.ts'

const attrs = {
  id: nodeId(),
  asset: assetDigest(),
  /** What the picture says, for those who do not see it. */
  alt: text(),
  /** It says nothing that the text does not: screen readers pass over it. */
  decorative: flag(),
  caption: text(),
  longDescription: text('', 10_000),
}
export type ImageAttrs = AttrsOf<typeof attrs>

export const image: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('figure', 'image', attrs),
}
