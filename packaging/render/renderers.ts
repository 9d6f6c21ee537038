import type { NodeName } from '#content-schema/schema.ts'
import { accordion, accordionItem, accordionTitle } from './accordion.ts'
import { attachment } from './attachment.ts'
import { audio } from './audio.ts'
import { callout } from './callout.ts'
import { choiceText, multipleChoice, singleChoice } from './choices.ts'
import type { Renderer } from './context.ts'
import { heading } from './heading.ts'
import { fragment, h } from './html.ts'
import { image } from './image.ts'
import { bulletList, listItem, orderedList } from './list.ts'
import { numeric } from './numeric.ts'
import { paragraph } from './paragraph.ts'
import { section, sectionTitle } from './section.ts'
import { cellText, table, tableRow } from './table.ts'
import { trueFalse } from './true-false.ts'
import { video } from './video.ts'

const inside: Renderer = (node, context) => context.inside(node)

/** How each node of a document is shown: one row a node, so that none can be forgotten. */
export const renderers: Record<NodeName, Renderer> = {
  doc: inside,
  text: (node) => fragment(node.text),
  hardBreak: () => h('br'),
  section,
  sectionTitle,
  paragraph,
  heading,
  bulletList,
  orderedList,
  listItem,
  callout,
  image,
  video,
  audio,
  table,
  tableRow,
  tableCell: cellText,
  tableHeader: cellText,
  accordion,
  accordionItem,
  accordionTitle,
  attachment,
  singleChoice,
  multipleChoice,
  trueFalse,
  numeric,
  prompt: inside,
  choice: inside,
  choiceText,
  feedback: inside,
}
