import type { Node, NodeSpec } from 'prosemirror-model'
import type { Finding } from './finding.ts'
import type { Assessment } from './scoring/assessment.ts'
import type { InteractionType } from './scoring/kind.ts'
import type { Question } from './scoring/question.ts'

/** What authors insert together in the menu. */
export const elementGroups = ['text', 'media', 'activity', 'question', 'structure'] as const
export type ElementGroup = (typeof elementGroups)[number]

/** What a learner does with an element that is kept: nothing, or one of these. */
export type Tracked = {
  /** What a SCORM interaction of it is called; left out when it makes none. */
  scorm12?: InteractionType
  scorm2004?: InteractionType
  xapi?: InteractionType
  /** What has to be done for the module to be complete, where its author asks for it. */
  completion?: 'opened' | 'turned' | 'played' | 'passed' | 'answered'
}

/** What a fault of one node needs to become a {@link Finding}: its place is known already. */
export type Fault = Pick<Finding, 'code' | 'severity' | 'params'> & {
  /** The part of the element it is in, when it has an id of its own. */
  within?: Node
}

/** What an LRS is told of a question, or of one part of it. */
export type Described = {
  /** The part's id; left out for the whole. */
  id?: string
  /** Where it is not what the element as a whole is. */
  type?: InteractionType
  prompt: string
  choices?: Named[]
  scale?: Named[]
  source?: Named[]
  target?: Named[]
  steps?: Named[]
}
export type Named = { id: string; text: string }

/**
 * One element that an author can put in a section: its nodes and all that the rest of the product
 * needs to know of it. One file in `nodes/` each; nothing else names it.
 */
export type ElementDefinition<Name extends string = string> = {
  /** Its own node first, then the parts that only it is made of. */
  nodes: Record<Name, NodeSpec>
  /** What people call it. */
  names: { fr: string; en: string }
  wave: 1 | 2
  group: ElementGroup
  tracks: Tracked
  /** What its author has begun and not finished. */
  unfinished: (node: Node) => Fault[]
  /**
   * What its own faults are called, by the part of their code after the element's name: the fault
   * `matching.pair-without-text` is said by `pair-without-text`. Shared faults have theirs elsewhere.
   */
  sentences?: Record<string, { fr: string; en: string }>
  /** What would keep somebody out of it. Say why there is nothing to look at, where there is not. */
  accessibility: (node: Node) => Fault[]
  question?: {
    /** What answers are marked against; `null` while it cannot be asked. */
    key: (node: Node) => Pick<Question, 'kind' | 'key'> | null
    /** Left out when its prompt says all there is to say. */
    describe?: (node: Node) => Described[]
  }
  /** How the questions in it are asked and judged, where it asks them together. */
  assessment?: (node: Node) => Omit<Assessment, 'id' | 'questions'>
}

/** An element under its own type, so that the names of its nodes are known. */
export function defineElement<Name extends string>(
  definition: ElementDefinition<Name>,
): ElementDefinition<Name> {
  return definition
}

/** For elements that anybody can read or do, whatever they hold. */
export const nothingToFind = (): Fault[] => []
