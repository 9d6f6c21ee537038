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
  transcript: text('', 50_000),
}
export type AudioAttrs = AttrsOf<typeof attrs>

const audio: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('figure', 'audio', attrs),
}

export default defineElement({
  nodes: { audio },
  names: { fr: 'Audio', en: 'Audio' },
  wave: 1,
  group: 'media',
  tracks: {},
  unfinished: fileFaults,
  accessibility: playedFaults,
})
