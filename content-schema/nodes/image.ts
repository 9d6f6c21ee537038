import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import { shapes } from '../picture.ts'
import {
  type AttrsOf,
  assetDigest,
  flag,
  leaf,
  oneOf,
  pointText,
  regionText,
  text,
} from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { fileFaults } from './shared/media-faults.ts'

const attrs = {
  ...elementAttrs,
  asset: assetDigest(),
  /** What the picture says, for those who do not see it. */
  alt: text(),
  /** It says nothing that the text does not: screen readers pass over it. */
  decorative: flag(),
  caption: text(),
  longDescription: text('', 10_000),
  /** The part that is shown. */
  crop: regionText(),
  /** What matters most: it stays in sight whatever the shape. */
  focus: pointText(),
  /** The outline that the picture is cut to. */
  shape: oneOf(shapes),
}
export type ImageAttrs = AttrsOf<typeof attrs>

const image: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('figure', 'image', attrs),
}

export default defineElement({
  nodes: { image },
  names: { fr: 'Image', en: 'Image' },
  wave: 1,
  group: 'media',
  tracks: {},
  unfinished: fileFaults,
  accessibility: saysNothing,
})

/** A picture that says nothing to those who do not see it (RGAA 1.1). */
function saysNothing({ attrs }: Node): Fault[] {
  if (attrs.decorative || attrs.alt.trim() !== '') return []
  return [{ code: 'accessibility.image-without-alternative', severity: 'blocks' }]
}
