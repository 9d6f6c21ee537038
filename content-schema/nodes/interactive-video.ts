import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import {
  type AttrsOf,
  assetDigest,
  element,
  nodeId,
  text,
  wholeNumber,
} from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'
import { fileFaults, playedFaults } from './shared/media-faults.ts'
import { partsOf } from './shared/opinion-faults.ts'

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
export type InteractiveVideoAttrs = AttrsOf<typeof attrs>

/** A film that stops to ask. All it asks stands under it too, for those who do not play it. */
const interactiveVideo: NodeSpec = {
  group: 'element media',
  content: 'videoStop{1,20}',
  isolating: true,
  ...element('figure', 'interactive-video', attrs),
}

const stopAttrs = {
  id: nodeId(),
  /** Seconds from the start, at most ten hours. */
  at: wholeNumber(0, 0, 36_000),
}
export type VideoStopAttrs = AttrsOf<typeof stopAttrs>

const videoStop: NodeSpec = {
  content: 'videoStopTitle question',
  isolating: true,
  ...element('div', 'video-stop', stopAttrs),
}

const videoStopTitle: NodeSpec = titleLine('video-stop-title')

export default defineElement({
  nodes: { interactiveVideo, videoStop, videoStopTitle },
  names: { fr: 'Vidéo interactive', en: 'Interactive video' },
  wave: 2,
  group: 'media',
  // What is tracked are its questions, each as it is anywhere else.
  tracks: {},
  unfinished: (node) => [...fileFaults(node), ...stopFaults(node)],
  sentences: {
    'stop-without-title': {
      fr: 'un arrêt d’une vidéo interactive n’a pas de titre.',
      en: 'This stop has no title.',
    },
    'stops-out-of-order': {
      fr: 'les arrêts d’une vidéo interactive ne sont pas dans l’ordre du film.',
      en: 'The stops are not in the order of the video.',
    },
  },
  accessibility: (node) => [...playedFaults(node), ...captionFaults(node)],
})

function stopFaults(node: Node): Fault[] {
  const stops = partsOf(node, 'videoStop')
  const nameless = stops.filter(({ firstChild }) => firstChild?.textContent.trim() === '')
  const disordered = stops.some((stop, index) => {
    const before = stops[index - 1]
    return before !== undefined && before.attrs.at >= stop.attrs.at
  })
  return [
    ...nameless.map(
      (within): Fault => ({
        code: 'interactiveVideo.stop-without-title',
        severity: 'blocks',
        within,
      }),
    ),
    ...(disordered
      ? [{ code: 'interactiveVideo.stops-out-of-order', severity: 'warns' } as const]
      : []),
  ]
}

/** As for any film: a transcript alone says nothing to whoever looks at the pictures. */
function captionFaults({ attrs, type }: Node): Fault[] {
  if (attrs.captions !== null || attrs.transcript.trim() === '') return []
  const params = { kind: type.name }
  return [{ code: 'accessibility.video-without-captions', severity: 'warns', params }]
}
