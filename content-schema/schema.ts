import { type Node, type NodeSpec, Schema } from 'prosemirror-model'
import type { ElementDefinition } from './element.ts'
import { bold } from './marks/bold.ts'
import { code } from './marks/code.ts'
import { italic } from './marks/italic.ts'
import { language } from './marks/language.ts'
import { link } from './marks/link.ts'
import { subscript } from './marks/subscript.ts'
import { superscript } from './marks/superscript.ts'
import { elements } from './nodes/index.ts'
import { choice } from './nodes/shared/choice.ts'
import { choiceText } from './nodes/shared/choice-text.ts'
import { doc } from './nodes/shared/doc.ts'
import { feedback } from './nodes/shared/feedback.ts'
import { hardBreak } from './nodes/shared/hard-break.ts'
import { listItem } from './nodes/shared/list-item.ts'
import { moduleRow } from './nodes/shared/module-row.ts'
import { prompt } from './nodes/shared/prompt.ts'
import { questionDraw } from './nodes/shared/question-draw.ts'
import { reuse } from './nodes/shared/reuse.ts'
import { section } from './nodes/shared/section.ts'
import { sectionTitle } from './nodes/shared/section-title.ts'
import { text } from './nodes/shared/text.ts'

/** What every document has, and what several elements are made of. */
const sharedNodes = {
  doc,
  section,
  sectionTitle,
  moduleRow,
  reuse,
  questionDraw,
  text,
  hardBreak,
  listItem,
  prompt,
  choice,
  choiceText,
  feedback,
}

/** An element that an author can put in a section. */
export type ElementName = keyof typeof elements
type PartName = {
  [Name in ElementName]: keyof (typeof elements)[Name]['nodes']
}[ElementName]
export type NodeName = keyof typeof sharedNodes | PartName

/** The elements, in the order of their names. */
export const elementNames = Object.keys(elements) as ElementName[]

/** Every node a document may hold. `paragraph` stands before all others: ProseMirror fills gaps with it. */
export const nodes = {
  ...elements.paragraph.nodes,
  ...sharedNodes,
  ...Object.assign({}, ...elementNames.map((name) => elements[name].nodes)),
} as Record<NodeName, NodeSpec>

export const marks = { link, bold, italic, code, subscript, superscript, language }
export type MarkName = keyof typeof marks

export const schema = new Schema<NodeName, MarkName>({ nodes, marks })

/** What is known of the element a node is; `null` for a section or a part of an element. */
export function elementOf(node: Node): ElementDefinition | null {
  return isElement(node.type.name) ? elements[node.type.name] : null
}

export function isElement(name: string): name is ElementName {
  return Object.hasOwn(elements, name)
}

/** Whether learners answer it, and whether an LMS is told what. */
export function isQuestion(name: string): name is ElementName {
  return isElement(name) && 'question' in elements[name]
}
