import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, assetDigest, leaf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { fileFaults } from './shared/media-faults.ts'

const attrs = { ...elementAttrs, asset: assetDigest(), title: text() }
export type AttachmentAttrs = AttrsOf<typeof attrs>

/** A document to download. */
const attachment: NodeSpec = {
  group: 'element media',
  draggable: true,
  ...leaf('div', 'attachment', attrs),
}

export default defineElement({
  nodes: { attachment },
  names: { fr: 'Fichier joint', en: 'Attachment' },
  wave: 1,
  group: 'media',
  tracks: {},
  unfinished: fileFaults,
  // Its link says its name, its kind and its size; what is inside the file is not ours to read.
  accessibility: nothingToFind,
})
