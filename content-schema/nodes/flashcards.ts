import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault } from '../element.ts'
import {
  type AttrsOf,
  assetDigest,
  element,
  flag,
  nodeId,
  oneOf,
  text,
} from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { silentPictures } from './shared/media-faults.ts'

export const flashcardLayouts = ['grid', 'stack'] as const

const attrs = {
  ...elementAttrs,
  /** Cards side by side, or one at a time. */
  layout: oneOf(flashcardLayouts),
  /** Whether every card must have been turned for the module to be complete. */
  required: flag(),
}
export type FlashcardsAttrs = AttrsOf<typeof attrs>

/** A side may show a picture above its words. */
const sideAttrs = { id: nodeId(), asset: assetDigest(), alt: text() }

/** Cards with something on the back of what is on their front. */
const flashcards: NodeSpec = {
  group: 'element',
  content: 'flashcard{1,40}',
  isolating: true,
  ...element('div', 'flashcards', attrs),
}

const flashcard: NodeSpec = {
  content: 'flashcardFront flashcardBack',
  isolating: true,
  ...element('div', 'flashcard', { id: nodeId() }),
}

const flashcardFront: NodeSpec = {
  content: 'flow+',
  isolating: true,
  ...element('div', 'flashcard-front', sideAttrs),
}

const flashcardBack: NodeSpec = {
  content: 'flow+',
  isolating: true,
  ...element('div', 'flashcard-back', sideAttrs),
}

export default defineElement({
  nodes: { flashcards, flashcard, flashcardFront, flashcardBack },
  names: { fr: 'Cartes recto-verso', en: 'Flashcards' },
  wave: 2,
  group: 'activity',
  tracks: { completion: 'turned' },
  unfinished: emptySides,
  sentences: {
    'empty-side': { fr: 'une carte a un côté vide.', en: 'This card has an empty side.' },
  },
  accessibility: (node) => sides(node).flatMap(silentPictures),
})

function emptySides(node: Node): Fault[] {
  return (node.children as Node[])
    .filter((card) => (card.children as Node[]).some(isEmpty))
    .map((within) => ({ code: 'flashcards.empty-side', severity: 'blocks', within }))
}

function isEmpty({ attrs, textContent }: Node): boolean {
  return attrs.asset === null && textContent.trim() === ''
}

function sides(node: Node): Node[] {
  return (node.children as Node[]).flatMap((card) => card.children as Node[])
}
