import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import { type AttrsOf, assetDigest, element, nodeId, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'
import { missingPictures, silentPictures } from './shared/media-faults.ts'

const attrs = elementAttrs
export type ComparisonAttrs = AttrsOf<typeof attrs>

/** Two pictures of the same thing, the first before, the second after. */
const comparison: NodeSpec = {
  group: 'element',
  content: 'comparisonImage{2}',
  isolating: true,
  ...element('div', 'comparison', attrs),
}

const comparisonImage: NodeSpec = {
  content: 'comparisonLabel',
  isolating: true,
  ...element('div', 'comparison-image', { id: nodeId(), asset: assetDigest(), alt: text() }),
}

/** What is written under a picture: "Avant", "Après", "Été", "Hiver". */
const comparisonLabel: NodeSpec = titleLine('comparison-label')

export default defineElement({
  nodes: { comparison, comparisonImage, comparisonLabel },
  names: { fr: 'Avant-après', en: 'Before and after' },
  wave: 2,
  group: 'media',
  tracks: {},
  unfinished: (node) =>
    images(node).flatMap((image) => [...missingPictures(image), ...unlabelled(image)]),
  sentences: {
    'image-without-label': {
      fr: 'une des deux images comparées n’a pas de libellé.',
      en: 'One of the two images has no label.',
    },
  },
  accessibility: (node) => images(node).flatMap(silentPictures),
})

function images(node: Node): Node[] {
  return node.children as Node[]
}

function unlabelled(image: Node): Fault[] {
  if (image.textContent.trim() !== '') return []
  return [{ code: 'comparison.image-without-label', severity: 'warns', within: image }]
}
