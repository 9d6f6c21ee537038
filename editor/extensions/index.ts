import type { AnyExtension } from '@tiptap/core'
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions'
import type { MarkName, NodeName } from '#content-schema/schema.ts'
import { type EditorHost, hostExtension } from '../host.ts'
import { accordion } from './accordion.ts'
import { accordionItem } from './accordion-item.ts'
import { accordionTitle } from './accordion-title.ts'
import { attachment } from './attachment.ts'
import { audio } from './audio.ts'
import { bold } from './bold.ts'
import { bulletList } from './bullet-list.ts'
import { callout } from './callout.ts'
import { choice } from './choice.ts'
import { choiceText } from './choice-text.ts'
import { code } from './code.ts'
import { current } from './current.ts'
import { doc } from './doc.ts'
import { feedback } from './feedback.ts'
import { files } from './files.ts'
import { findings } from './findings.ts'
import { hardBreak } from './hard-break.ts'
import { heading } from './heading.ts'
import { hints } from './hints.ts'
import { identity } from './identity.ts'
import { image } from './image.ts'
import { italic } from './italic.ts'
import { language } from './language.ts'
import { link } from './link.ts'
import { listItem } from './list-item.ts'
import { multipleChoice } from './multiple-choice.ts'
import { numeric } from './numeric.ts'
import { orderedList } from './ordered-list.ts'
import { paragraph } from './paragraph.ts'
import { partKeys } from './part-keys.ts'
import { prompt } from './prompt.ts'
import { section } from './section.ts'
import { sectionTitle } from './section-title.ts'
import { singleChoice } from './single-choice.ts'
import { type SlashState, slashMenu } from './slash-menu.ts'
import { subscript } from './subscript.ts'
import { superscript } from './superscript.ts'
import { table } from './table.ts'
import { tableCell } from './table-cell.ts'
import { tableHeader } from './table-header.ts'
import { tableRow } from './table-row.ts'
import { text } from './text.ts'
import { trueFalse } from './true-false.ts'
import { video } from './video.ts'

/** In the order of the schema, on which its precedence rests. */
const nodeExtensions: Record<NodeName, AnyExtension> = {
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

const markExtensions: Record<MarkName, AnyExtension> = {
  link,
  bold,
  italic,
  code,
  subscript,
  superscript,
  language,
}

/** What a document may hold: the schema of `content-schema`, and nothing else. */
export const contentExtensions: readonly AnyExtension[] = [
  ...Object.values(nodeExtensions),
  ...Object.values(markExtensions),
]

/** All that an editor on a page needs. */
export function editorExtensions(
  host: EditorHost,
  onSlash: (state: SlashState | null) => void,
): AnyExtension[] {
  return [
    hostExtension.configure(host),
    ...contentExtensions,
    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ color: false, class: 'me-drop-cursor', width: 3 }),
    identity,
    hints,
    current,
    findings,
    files,
    partKeys,
    slashMenu.configure({ listen: onSlash }),
  ]
}
