import type { NodeSpec } from 'prosemirror-model'
import { defineElement } from '../element.ts'
import { type AttrsOf, assetDigest, leaf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { fileFaults, playedFaults } from './shared/media-faults.ts'

const attrs = {
  ...elementAttrs,
  asset: assetDigest(),
  title: text(),
  /** A WebVTT file. */
  captions: assetDigest(),
  /** A still picture shown before it plays. */
  poster: assetDigest(),
  transcript: text('', 50_000),
}
export type VideoAttrs = AttrsOf<typeof attrs>

const video: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('figure', 'video', attrs),
}

export default defineElement({
  nodes: { video },
  names: { fr: 'Vidéo', en: 'Video' },
  wave: 1,
  group: 'media',
  tracks: {},
  unfinished: fileFaults,
  accessibility: playedFaults,
})
