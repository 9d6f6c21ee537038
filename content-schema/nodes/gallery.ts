import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement } from '../element.ts'
import { type AttrsOf, assetDigest, element, nodeId, oneOf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { textLine } from './shared/line.ts'
import { missingPictures, silentPictures } from './shared/media-faults.ts'

export const galleryLayouts = ['grid', 'carousel'] as const

const attrs = {
  ...elementAttrs,
  /** All pictures side by side, or one at a time. */
  layout: oneOf(galleryLayouts),
}
export type GalleryAttrs = AttrsOf<typeof attrs>

/** Several pictures, each with its caption. */
const gallery: NodeSpec = {
  group: 'element',
  content: 'galleryImage{1,30}',
  isolating: true,
  ...element('div', 'gallery', attrs),
}

const galleryImage: NodeSpec = {
  content: 'galleryCaption',
  isolating: true,
  ...element('div', 'gallery-image', { id: nodeId(), asset: assetDigest(), alt: text() }),
}

const galleryCaption: NodeSpec = textLine('gallery-caption')

export default defineElement({
  nodes: { gallery, galleryImage, galleryCaption },
  names: { fr: 'Galerie', en: 'Gallery' },
  wave: 2,
  group: 'media',
  tracks: {},
  unfinished: (node) => (node.children as Node[]).flatMap(missingPictures),
  accessibility: (node) => (node.children as Node[]).flatMap(silentPictures),
})
