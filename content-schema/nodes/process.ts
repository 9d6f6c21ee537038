import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, flag, nodeId, oneOf } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { textLine, titleLine } from './shared/line.ts'
import { untitledParts } from './shared/untitled-parts.ts'

export const processDisplays = ['one', 'all'] as const

const attrs = {
  ...elementAttrs,
  /** One step at a time, or all of them one below the other. */
  display: oneOf(processDisplays),
  /** Whether the last step must have been reached for the module to be complete. */
  required: flag(),
}
export type ProcessAttrs = AttrsOf<typeof attrs>

/** Steps in an order, and what to keep of them. */
const process: NodeSpec = {
  group: 'element',
  content: 'processStep{2,20} processSummary',
  isolating: true,
  ...element('div', 'process', attrs),
}

const processStep: NodeSpec = {
  content: 'processStepTitle flow+',
  isolating: true,
  ...element('div', 'process-step', { id: nodeId() }),
}

const processStepTitle: NodeSpec = titleLine('process-step-title')

/** Shown after the last step; may be empty. */
const processSummary: NodeSpec = textLine('process-summary')

export default defineElement({
  nodes: { process, processStep, processStepTitle, processSummary },
  names: { fr: 'Étapes', en: 'Process' },
  wave: 2,
  group: 'activity',
  tracks: { completion: 'opened' },
  unfinished: (node) => untitledParts(node, 'process.step-without-title'),
  sentences: {
    'step-without-title': { fr: 'une étape n’a pas de titre.', en: 'This step has no title.' },
  },
  // Two buttons with words on them, and all the text when there is no script.
  accessibility: nothingToFind,
})
