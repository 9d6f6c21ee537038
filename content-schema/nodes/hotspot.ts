import type { Node, NodeSpec } from 'prosemirror-model'
import { type Described, defineElement, type Fault } from '../element.ts'
import { excerpt } from '../plain-text.ts'
import type { ChoiceKey } from '../scoring/kinds/choice.ts'
import {
  type AttrsOf,
  assetDigest,
  element,
  flag,
  nodeId,
  oneOf,
  text,
  wholeNumber,
} from './shared/attributes.ts'
import { askedIn } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'
import { fileFaults } from './shared/media-faults.ts'
import { blankFaults, partsOf } from './shared/piece-faults.ts'
import { promptFaults } from './shared/question-faults.ts'

const attrs = {
  ...questionAttrs,
  asset: assetDigest(),
  /** What the picture shows, for those who do not see it. */
  alt: text(),
  /** Several regions may be right, and several may be taken. */
  several: flag(),
  /** Each right region earns its share and each wrong one takes a share back. */
  partialCredit: flag(true),
}
export type HotspotAttrs = AttrsOf<typeof attrs>

/** A picture with regions to choose from; each has a name, so that it is answered without seeing. */
const hotspot: NodeSpec = {
  group: 'element question',
  content: 'prompt hotspotRegion{0,36} feedback',
  isolating: true,
  ...element('section', 'hotspot', attrs),
}

export const regionShapes = ['rectangle', 'ellipse'] as const

/** Whole hundredths of the picture's width and height, from its top left corner. */
const regionAttrs = {
  id: nodeId(),
  correct: flag(),
  shape: oneOf(regionShapes),
  x: wholeNumber(40, 0, 99),
  y: wholeNumber(40, 0, 99),
  width: wholeNumber(20, 1, 100),
  height: wholeNumber(20, 1, 100),
}
export type HotspotRegionAttrs = AttrsOf<typeof regionAttrs>

const hotspotRegion: NodeSpec = {
  content: 'hotspotName feedback',
  isolating: true,
  ...element('div', 'hotspot-region', regionAttrs),
}

const hotspotName: NodeSpec = titleLine('hotspot-name')

export default defineElement({
  nodes: { hotspot, hotspotRegion, hotspotName },
  names: { fr: 'Zone cliquable', en: 'Hotspot' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'choice', scorm2004: 'choice', xapi: 'choice' },
  unfinished: (node) => [
    ...promptFaults(node),
    ...fileFaults(node),
    ...blankFaults(node, ['hotspotName'], 'hotspot.blank-name'),
    ...regionFaults(node),
  ],
  sentences: {
    'blank-name': {
      fr: 'une zone de l’image n’a pas de nom.',
      en: 'This area has no name.',
    },
    'too-few-regions': {
      fr: 'une question à zones cliquables en a moins de deux.',
      en: 'This hotspot question has fewer than two areas.',
    },
  },
  accessibility: saysNothing,
  question: { key: readKey, describe },
})

export function regionsOf(question: Node): Node[] {
  return partsOf(question, 'hotspotRegion')
}

function regionFaults(question: Node): Fault[] {
  const regions = regionsOf(question)
  const right = regions.filter(({ attrs }) => attrs.correct).length
  const blocking = (code: string): Fault[] => [{ code, severity: 'blocks' }]
  if (regions.length < 2) return blocking('hotspot.too-few-regions')
  if (right === 0) return blocking('completeness.question-without-right-choice')
  const several = right > 1 && !question.attrs.several
  return several ? blocking('completeness.question-with-several-right-choices') : []
}

/** The regions are named beside the picture; the picture itself is to be told too (RGAA 1.1). */
function saysNothing({ attrs }: Node): Fault[] {
  if (attrs.alt.trim() !== '') return []
  return [{ code: 'accessibility.image-without-alternative', severity: 'blocks' }]
}

function readKey(question: Node): { kind: 'choice'; key: ChoiceKey } | null {
  const { several, partialCredit } = question.attrs
  const choices = regionsOf(question).map(({ attrs }) => ({
    id: String(attrs.id),
    correct: attrs.correct === true,
  }))
  const right = choices.filter(({ correct }) => correct).length
  if (right === 0 || (right > 1 && !several)) return null
  return { kind: 'choice', key: { choices, multiple: several, partialCredit } }
}

function describe(question: Node): Described[] {
  const choices = regionsOf(question).map((region) => ({
    id: String(region.attrs.id),
    text: excerpt(region.firstChild ?? region, 200),
  }))
  return [{ prompt: askedIn(question), choices }]
}
