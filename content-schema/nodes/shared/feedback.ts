import type { NodeSpec } from 'prosemirror-model'
import { element } from './attributes.ts'

/** What a learner is told after an answer; may be empty. */
export const feedback: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'feedback', {}),
}
