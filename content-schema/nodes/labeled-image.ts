import type { NodeSpec } from 'prosemirror-model'
import { defineElement } from '../element.ts'
import {
  type AttrsOf,
  assetDigest,
  element,
  flag,
  nodeId,
  text,
  wholeNumber,
} from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'
import { fileFaults, silentPictures } from './shared/media-faults.ts'
import { untitledParts } from './shared/untitled-parts.ts'

const attrs = {
  ...elementAttrs,
  asset: assetDigest(),
  /** What the picture says, for those who do not see it. */
  alt: text(),
  /** Whether every marker must have been opened for the module to be complete. */
  required: flag(),
}
export type LabeledImageAttrs = AttrsOf<typeof attrs>

const markerAttrs = {
  id: nodeId(),
  /** From the left edge of the picture, in hundredths of its width. */
  x: wholeNumber(50, 0, 100),
  /** From its top edge, in hundredths of its height. */
  y: wholeNumber(50, 0, 100),
}
export type ImageMarkerAttrs = AttrsOf<typeof markerAttrs>

/** A picture with numbers on it, and what each number stands for. */
const labeledImage: NodeSpec = {
  group: 'element',
  content: 'imageMarker{1,20}',
  isolating: true,
  ...element('div', 'labeled-image', attrs),
}

const imageMarker: NodeSpec = {
  content: 'imageMarkerTitle flow+',
  isolating: true,
  ...element('div', 'image-marker', markerAttrs),
}

const imageMarkerTitle: NodeSpec = titleLine('image-marker-title')

export default defineElement({
  nodes: { labeledImage, imageMarker, imageMarkerTitle },
  names: { fr: 'Image légendée', en: 'Labelled image' },
  wave: 2,
  group: 'activity',
  tracks: { completion: 'opened' },
  unfinished: (node) => [
    ...fileFaults(node).map((fault) => ({ ...fault, params: { kind: 'image' } })),
    ...untitledParts(node, 'labeledImage.marker-without-title'),
  ],
  sentences: {
    'marker-without-title': {
      fr: 'un repère d’image n’a pas de titre.',
      en: 'This marker has no title.',
    },
  },
  accessibility: (node) => silentPictures(node).map(({ within: _, ...fault }) => fault),
})
