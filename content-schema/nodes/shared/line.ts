import type { NodeSpec } from 'prosemirror-model'
import { element } from './attributes.ts'

/** A line of bare words that is there once and for all, such as the title of a part: no mark, no break. */
export function titleLine(name: string, tag = 'div'): NodeSpec {
  return { content: 'text*', marks: '', defining: true, ...element(tag, name, {}) }
}

/** A line of text with its marks that is there once and for all, such as a prompt or a feedback. */
export function textLine(name: string): NodeSpec {
  return { content: 'inline*', defining: true, ...element('div', name, {}) }
}
