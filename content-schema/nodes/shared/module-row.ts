import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, flag, leaf, text } from './attributes.ts'
import { referenceAttrs } from './reference-attributes.ts'

const attrs = {
  ...referenceAttrs,
  /** An optional module counts neither for completion nor, until something in it is answered, for the score. */
  required: flag(true),
  /** What it is called in this path; empty: as the module itself. */
  title: text('', 200),
}
export type ModuleRowAttrs = AttrsOf<typeof attrs>

/** A module in its place on a path. Composed on a page of its own, never typed. */
export const moduleRow: NodeSpec = {
  group: 'element',
  leafText: ({ attrs }) => attrs.title,
  ...leaf('div', 'module-row', attrs),
}
