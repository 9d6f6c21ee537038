import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, flag, wholeNumber } from './shared/attributes.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { promptFaults } from './shared/question-faults.ts'

const attrs = { ...questionAttrs, tries: wholeNumber(1, 1, 10), answer: flag(true) }
export type TrueFalseAttrs = AttrsOf<typeof attrs>

/** A statement to judge; the first feedback answers "true", the second "false". */
const trueFalse: NodeSpec = {
  group: 'element question',
  content: 'prompt feedback{2}',
  isolating: true,
  ...element('section', 'true-false', attrs),
}

export default defineElement({
  nodes: { trueFalse },
  names: { fr: 'Vrai ou faux', en: 'True or false' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'true-false', scorm2004: 'true-false', xapi: 'true-false' },
  unfinished: promptFaults,
  // Two radio buttons in a group with a legend.
  accessibility: nothingToFind,
  question: {
    key: ({ attrs }) => ({ kind: 'trueFalse', key: { answer: attrs.answer } }),
  },
})
