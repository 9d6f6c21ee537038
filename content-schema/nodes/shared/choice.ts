import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, flag, nodeId } from './attributes.ts'

const attrs = { id: nodeId(), correct: flag() }
export type ChoiceAttrs = AttrsOf<typeof attrs>

/** One answer that can be chosen, and what is said to whoever chose it. */
export const choice: NodeSpec = {
  content: 'choiceText feedback',
  isolating: true,
  ...element('div', 'choice', attrs),
}
