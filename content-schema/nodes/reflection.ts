import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import type { OpenKey } from '../scoring/kinds/open.ts'
import { type AttrsOf, element, flag, wholeNumber } from './shared/attributes.ts'
import { opinionAttrs } from './shared/element-attributes.ts'
import { promptFaults } from './shared/question-faults.ts'

/** Characters that an LMS is asked to remember; the whole text stays in the browser. */
const kept = 300

const attrs = {
  ...opinionAttrs,
  /** Characters that must be written at least. */
  least: wholeNumber(0, 0, 2000),
  /** Whether the text goes to whoever runs the training, or only that something was written. */
  sent: flag(true),
}
export type ReflectionAttrs = AttrsOf<typeof attrs>

/** A question answered in one's own words, and what its author would have answered. */
const reflection: NodeSpec = {
  group: 'element question',
  content: 'prompt reflectionModel',
  isolating: true,
  ...element('section', 'reflection', attrs),
}

/** Shown after the answer was handed in; may be empty. */
const reflectionModel: NodeSpec = {
  content: 'flow+',
  isolating: true,
  ...element('div', 'reflection-model', {}),
}

export default defineElement({
  nodes: { reflection, reflectionModel },
  names: { fr: 'Question ouverte', en: 'Open question' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'fill-in', scorm2004: 'long-fill-in', xapi: 'long-fill-in' },
  unfinished: promptFaults,
  // One field with a label; how much is written is said when it matters.
  accessibility: nothingToFind,
  question: { key: readKey },
})

/** A text that is not sent is not put into the LMS's memory either. */
function readKey({ attrs }: Node): { kind: 'open'; key: OpenKey } {
  return { kind: 'open', key: { kept: attrs.sent ? kept : 0, sent: attrs.sent } }
}
