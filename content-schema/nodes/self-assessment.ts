import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId } from './shared/attributes.ts'
import { opinionAttrs } from './shared/element-attributes.ts'
import { textLine } from './shared/line.ts'
import { partsOf } from './shared/opinion-faults.ts'
import { describeOpinions, opinionKey } from './shared/opinion-question.ts'
import { promptFaults } from './shared/question-faults.ts'

export type SelfAssessmentAttrs = AttrsOf<typeof opinionAttrs>

/** Where learners place themselves: levels, then what each of them is said of ("auto-positionnement"). */
const selfAssessment: NodeSpec = {
  group: 'element question',
  content: 'prompt assessmentLevel{2,5} assessmentCriterion{1,15}',
  isolating: true,
  ...element('section', 'self-assessment', opinionAttrs),
}

/** The name of a level, from the first one to the most at ease. */
const assessmentLevel: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'assessment-level', { id: nodeId() }),
}

/** Something to be able to do; then, for each level, how one knows that one is there. */
const assessmentCriterion: NodeSpec = {
  content: 'assessmentAim assessmentDescriptor{5}',
  isolating: true,
  ...element('div', 'assessment-criterion', { id: nodeId() }),
}

const assessmentAim: NodeSpec = textLine('assessment-aim')

/** By its place the one of a level; may be empty. Those beyond the last level are never shown. */
const assessmentDescriptor: NodeSpec = textLine('assessment-descriptor')

export default defineElement({
  nodes: {
    selfAssessment,
    assessmentLevel,
    assessmentCriterion,
    assessmentAim,
    assessmentDescriptor,
  },
  names: { fr: 'Auto-positionnement', en: 'Self-assessment' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'likert', scorm2004: 'likert', xapi: 'likert' },
  unfinished: (node) => [...promptFaults(node), ...lineFaults(node)],
  sentences: {
    'level-without-name': {
      fr: 'un niveau d’un auto-positionnement n’a pas de nom.',
      en: 'This level has no name.',
    },
    'criterion-without-text': {
      fr: 'une ligne d’un auto-positionnement ne dit pas ce qu’il faut savoir faire.',
      en: 'This criterion is empty.',
    },
  },
  // Each criterion is a group of radio buttons with a legend; each level has its name in full.
  accessibility: nothingToFind,
  question: {
    key: (node) => opinionKey(node, linesOf(node)),
    describe: (node) => describeOpinions(node, linesOf(node)),
  },
})

function linesOf(node: Node) {
  const levels = partsOf(node, 'assessmentLevel')
  return {
    line: 'assessmentCriterion',
    steps: levels.map((level) => level.textContent.trim()),
  }
}

function lineFaults(node: Node): Fault[] {
  const nameless = partsOf(node, 'assessmentLevel').filter(isBlank)
  const aimless = partsOf(node, 'assessmentCriterion').filter(({ firstChild }) =>
    isBlank(firstChild),
  )
  const fault =
    (code: string) =>
    (within: Node): Fault => ({ code, severity: 'blocks', within })
  return [
    ...nameless.map(fault('selfAssessment.level-without-name')),
    ...aimless.map(fault('selfAssessment.criterion-without-text')),
  ]
}

function isBlank(node: Node | null): boolean {
  return !node || node.textContent.trim() === ''
}
