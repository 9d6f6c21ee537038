import { Schema } from 'prosemirror-model'
import { bold } from './marks/bold.ts'
import { code } from './marks/code.ts'
import { italic } from './marks/italic.ts'
import { language } from './marks/language.ts'
import { link } from './marks/link.ts'
import { subscript } from './marks/subscript.ts'
import { superscript } from './marks/superscript.ts'
import { accordion } from './nodes/accordion.ts'
import { accordionItem } from './nodes/accordion-item.ts'
import { accordionTitle } from './nodes/accordion-title.ts'
import { attachment } from './nodes/attachment.ts'
import { audio } from './nodes/audio.ts'
import { bulletList } from './nodes/bullet-list.ts'
import { callout } from './nodes/callout.ts'
import { choice } from './nodes/choice.ts'
import { choiceText } from './nodes/choice-text.ts'
import { doc } from './nodes/doc.ts'
import { feedback } from './nodes/feedback.ts'
import { hardBreak } from './nodes/hard-break.ts'
import { heading } from './nodes/heading.ts'
import { image } from './nodes/image.ts'
import { listItem } from './nodes/list-item.ts'
import { multipleChoice } from './nodes/multiple-choice.ts'
import { numeric } from './nodes/numeric.ts'
import { orderedList } from './nodes/ordered-list.ts'
import { paragraph } from './nodes/paragraph.ts'
import { prompt } from './nodes/prompt.ts'
import { section } from './nodes/section.ts'
import { sectionTitle } from './nodes/section-title.ts'
import { singleChoice } from './nodes/single-choice.ts'
import { table } from './nodes/table.ts'
import { tableCell } from './nodes/table-cell.ts'
import { tableHeader } from './nodes/table-header.ts'
import { tableRow } from './nodes/table-row.ts'
import { text } from './nodes/text.ts'
import { trueFalse } from './nodes/true-false.ts'
import { video } from './nodes/video.ts'

/** Every node a document may hold. `paragraph` stands first: it is what ProseMirror fills gaps with. */
export const nodes = {
  doc,
  paragraph,
  text,
  section,
  sectionTitle,
  heading,
  bulletList,
  orderedList,
  listItem,
  hardBreak,
  callout,
  image,
  video,
  audio,
  table,
  tableRow,
  tableCell,
  tableHeader,
  accordion,
  accordionItem,
  accordionTitle,
  attachment,
  singleChoice,
  multipleChoice,
  trueFalse,
  numeric,
  prompt,
  choice,
  choiceText,
  feedback,
}

export const marks = { link, bold, italic, code, subscript, superscript, language }

export type NodeName = keyof typeof nodes
export type MarkName = keyof typeof marks

export const schema = new Schema<NodeName, MarkName>({ nodes, marks })

/** The nodes that learners answer. */
export const questionNames = ['singleChoice', 'multipleChoice', 'trueFalse', 'numeric'] as const
export type QuestionName = (typeof questionNames)[number]

export function isQuestion(name: string): name is QuestionName {
  return (questionNames as readonly string[]).includes(name)
}
