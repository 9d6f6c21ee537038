import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, flag } from './shared/attributes.ts'
import { choiceKey, describeChoices } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { choiceFaults, promptFaults } from './shared/question-faults.ts'

const attrs = {
  ...questionAttrs,
  shuffle: flag(true),
  /** Each right choice earns its share and each wrong one takes a share back, never below zero. */
  partialCredit: flag(true),
}
export type MultipleChoiceAttrs = AttrsOf<typeof attrs>

/** A question with one right answer or several — "QCM". */
const multipleChoice: NodeSpec = {
  group: 'element question',
  content: 'prompt choice{2,36} feedback',
  isolating: true,
  ...element('section', 'multiple-choice', attrs),
}

export default defineElement({
  nodes: { multipleChoice },
  names: { fr: 'Choix multiple', en: 'Multiple choice' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'choice', scorm2004: 'choice', xapi: 'choice' },
  unfinished: (node) => [
    ...promptFaults(node),
    ...choiceFaults(node, Number.POSITIVE_INFINITY),
  ],
  // Checkboxes in a group with a legend.
  accessibility: nothingToFind,
  question: {
    key: (node) => choiceKey(node, { multiple: true, partialCredit: node.attrs.partialCredit }),
    describe: describeChoices,
  },
})
