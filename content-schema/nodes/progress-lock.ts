import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, flag, leaf, oneOf, text } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'

export const lockRules = ['none', 'answered'] as const

const attrs = {
  ...elementAttrs,
  /** Whether all above it in its section has to be answered, and done where it is required, first. */
  rule: oneOf(lockRules),
  /** What its button says; empty says "Continuer". */
  label: text('', 80),
  /** Always: whoever has not passed it has not seen what comes after. */
  required: flag(true),
}
export type ProgressLockAttrs = AttrsOf<typeof attrs>

/** A button that shows what comes below it in its section. */
const progressLock: NodeSpec = {
  group: 'element',
  draggable: true,
  leafText: ({ attrs }) => attrs.label,
  ...leaf('div', 'progress-lock', attrs),
}

export default defineElement({
  nodes: { progressLock },
  names: { fr: 'Verrou de progression', en: 'Progress lock' },
  wave: 2,
  group: 'structure',
  tracks: { completion: 'passed' },
  unfinished: nothingToFind,
  // What is hidden is hidden from everyone; the focus goes to what appears.
  accessibility: nothingToFind,
})
