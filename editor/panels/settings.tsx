import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEditorState } from '@tiptap/react'
import type { ComponentType } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import { currentPart } from '../commands/current-part.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { hasHeader } from '../commands/table.ts'
import type { ElementName } from '../insert/catalogue.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { AccordionSettings } from './accordion-settings.tsx'
import {
  AttachmentSettings,
  AudioSettings,
  ImageSettings,
  VideoSettings,
} from './media-settings.tsx'
import {
  MultipleChoiceSettings,
  NumericSettings,
  QuestionSettings,
  SingleChoiceSettings,
} from './question-settings.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { TableSettings } from './table-settings.tsx'
import { CalloutSettings, HeadingSettings } from './text-settings.tsx'

/** What a form of settings is given; `set` refuses, with `false`, what the schema does not allow. */
export type SettingsProps = {
  editor: Editor
  node: Node
  words: EditorWords
  set: (values: Record<string, unknown>) => boolean
}

/** Nodes that have settings. A new one adds its line here. */
const forms: Partial<Record<ElementName, ComponentType<SettingsProps>>> = {
  heading: HeadingSettings,
  callout: CalloutSettings,
  image: ImageSettings,
  video: VideoSettings,
  audio: AudioSettings,
  attachment: AttachmentSettings,
  table: TableSettings,
  accordion: AccordionSettings,
  singleChoice: SingleChoiceSettings,
  multipleChoice: MultipleChoiceSettings,
  trueFalse: QuestionSettings,
  numeric: NumericSettings,
}

type Props = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  describeFinding: (finding: Finding) => string
}

/** What can be set on the current element, and what there is to look at in it. */
export function Settings({ editor, words, findings, describeFinding }: Props) {
  const node = useEditorState({
    editor,
    selector: ({ editor }) => currentPart(editor.state)?.node ?? null,
    equalityFn: shownTheSame,
  })
  if (!node) return <p className="me-hint">{words.settings.nothing}</p>
  const name = node.type.name as ElementName
  const id = String(node.attrs.id)
  const Form = forms[name]
  const set = (values: Record<string, unknown>) => run(editor, setAttributes(id, values))
  const about = findings.filter((finding) => concerns(node, finding))
  return (
    <>
      <h3 className="me-settings-title">{words.nodes[name]}</h3>
      {Form ? (
        <Form key={id} editor={editor} node={node} words={words} set={set} />
      ) : (
        <p className="me-hint">{words.settings.none}</p>
      )}
      {about.length > 0 && (
        <section className="me-findings" aria-label={words.settings.findings}>
          <h4>{words.settings.findings}</h4>
          <ul>
            {about.map((finding) => (
              <li key={`${finding.code} ${finding.nodeId}`} data-severity={finding.severity}>
                {describeFinding(finding)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ShortcutList words={words} />
    </>
  )
}

/** A key press changes the words of a node, which no form shows: then nothing is drawn again. */
function shownTheSame(before: Node | null, now: Node | null): boolean {
  if (!before || !now) return before === now
  if (before.type !== now.type || before.attrs !== now.attrs) return false
  if (now.type.name !== 'table') return true
  return (['row', 'column'] as const).every(
    (line) => hasHeader(before, line) === hasHeader(now, line),
  )
}

/** A finding on a choice is shown with its question. */
function concerns(node: Node, { nodeId }: Finding): boolean {
  if (nodeId === null) return false
  let found = node.attrs.id === nodeId
  if (node.type.name === 'section') return found
  node.descendants((inner) => {
    found ||= inner.attrs.id === nodeId
    return !found && !inner.inlineContent
  })
  return found
}
