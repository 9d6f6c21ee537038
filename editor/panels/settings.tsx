import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEditorState } from '@tiptap/react'
import { Suspense } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import { currentPart } from '../commands/current-part.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { hasHeader } from '../commands/table.ts'
import { elementLabel } from '../element-label.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { CommonSettings, type CompetencyName } from './common-settings.tsx'
import { type Settable, settableNodes } from './settable.ts'
import { ShortcutList } from './shortcut-list.tsx'

type Props = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  describeFinding: (finding: Finding) => string
  competencies: readonly CompetencyName[]
}

/** What can be set on the current element, and what there is to look at in it. */
export function Settings(props: Props) {
  const { editor, words, findings, describeFinding, competencies } = props
  const part = useEditorState({
    editor,
    selector: ({ editor }) => currentPart(editor.state)?.node ?? null,
    equalityFn: (before, now) => before?.attrs === now?.attrs,
  })
  const settable = useEditorState({
    editor,
    selector: ({ editor }) => settableNodes(editor.state),
    equalityFn: shownTheSame,
  })
  if (!part) return <p className="me-hint">{words.settings.nothing}</p>
  const about = findings.filter((finding) => concerns(part, finding))
  const [inner, ...outer] = settable
  return (
    <>
      <h3 className="me-settings-title">
        {inner ? labelOf(inner, words) : elementLabel(part.type.name, words)}
      </h3>
      {inner ? (
        <Form settable={inner} editor={editor} words={words} />
      ) : (
        part.type.name === 'section' && (
          <p className="me-hint">{words.settings.noneOfSection}</p>
        )
      )}
      {outer.map((each) => (
        <details key={String(each.node.attrs.id)} className="me-outer-settings">
          <summary>{labelOf(each, words)}</summary>
          <Form settable={each} editor={editor} words={words} />
        </details>
      ))}
      <CommonSettings
        key={String(part.attrs.id)}
        editor={editor}
        node={part}
        words={words}
        set={(values) => run(editor, setAttributes(String(part.attrs.id), values))}
        competencies={competencies}
      />
      {about.length > 0 && (
        <section className="me-findings" aria-label={words.settings.findings}>
          <h4>{words.settings.findings}</h4>
          <ul>
            {about.map((finding) => (
              <li
                key={`${finding.code} ${finding.nodeId} ${JSON.stringify(finding.params)}`}
                data-severity={finding.severity}
              >
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

type FormProps = { settable: Settable; editor: Editor; words: EditorWords }

function Form({ settable: { node, form: Fields }, editor, words }: FormProps) {
  const id = String(node.attrs.id)
  const set = (values: Record<string, unknown>) => run(editor, setAttributes(id, values))
  return (
    <Suspense>
      <Fields key={id} editor={editor} node={node} words={words} set={set} />
    </Suspense>
  )
}

function labelOf({ node, label }: Settable, words: EditorWords): string {
  return label ? label[words.language] : elementLabel(node.type.name, words)
}

/** A key press changes the words of a node, which no form shows: then nothing is drawn again. */
function shownTheSame(before: Settable[] | null, now: Settable[] | null): boolean {
  if (!before || !now || before.length !== now.length) return before === now
  return now.every(({ node }, index) => isShownTheSame(before[index]!.node, node))
}

function isShownTheSame(before: Node, now: Node): boolean {
  if (before.type !== now.type || before.attrs !== now.attrs) return false
  if (now.childCount !== before.childCount) return false
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
    return !found
  })
  return found
}
