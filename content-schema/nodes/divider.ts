import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, leaf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

const attrs = {
  ...elementAttrs,
  /** Written in the middle of the line; empty leaves a plain one. */
  label: text('', 120),
}
export type DividerAttrs = AttrsOf<typeof attrs>

/** A line between what belongs together and what comes next. */
const divider: NodeSpec = {
  group: 'element',
  draggable: true,
  leafText: ({ attrs }) => attrs.label,
  ...leaf('div', 'divider', attrs),
}

export default defineElement({
  nodes: { divider },
  names: { fr: 'Séparateur', en: 'Divider' },
  wave: 2,
  group: 'structure',
  tracks: {},
  unfinished: nothingToFind,
  // A separator is read as one; its label is text.
  accessibility: nothingToFind,
})
