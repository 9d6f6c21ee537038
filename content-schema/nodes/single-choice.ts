import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, flag } from './shared/attributes.ts'
import { choiceKey, describeChoices } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { choiceFaults, promptFaults } from './shared/question-faults.ts'

const attrs = { ...questionAttrs, shuffle: flag(true) }
export type SingleChoiceAttrs = AttrsOf<typeof attrs>

/** A question with exactly one right answer — "QCU" in French practice. */
const singleChoice: NodeSpec = {
  group: 'element question',
  content: 'prompt choice{2,36} feedback',
  isolating: true,
  ...element('section', 'single-choice', attrs),
}

export default defineElement({
  nodes: { singleChoice },
  names: { fr: 'Choix unique', en: 'Single choice' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'choice', scorm2004: 'choice', xapi: 'choice' },
  unfinished: (node) => [...promptFaults(node), ...choiceFaults(node, 1)],
  // Radio buttons in a group with a legend.
  accessibility: nothingToFind,
  question: {
    key: (node) => choiceKey(node, { multiple: false, partialCredit: false }),
    describe: describeChoices,
  },
})
