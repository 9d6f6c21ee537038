import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, oneOf } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

export const calloutKinds = [
  'remember',
  'caution',
  'regulation',
  'tip',
  'example',
  'definition',
] as const

const attrs = { ...elementAttrs, kind: oneOf(calloutKinds) }
export type CalloutAttrs = AttrsOf<typeof attrs>

/** A boxed remark ("encadré"): what to remember, what is dangerous, what the law says. */
const callout: NodeSpec = {
  group: 'element',
  content: 'flow+',
  defining: true,
  ...element('aside', 'callout', attrs),
}

export default defineElement({
  nodes: { callout },
  names: { fr: 'Encadré', en: 'Callout' },
  wave: 1,
  group: 'text',
  tracks: {},
  unfinished: nothingToFind,
  // Its kind is written above its text, not only coloured.
  accessibility: nothingToFind,
})
