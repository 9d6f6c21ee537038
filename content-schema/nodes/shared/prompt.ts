import type { NodeSpec } from 'prosemirror-model'
import { element } from './attributes.ts'

/** What a question asks. */
export const prompt: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'prompt', {}),
}
