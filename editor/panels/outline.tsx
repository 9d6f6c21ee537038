import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import { addSection } from '../commands/add-section.ts'
import { currentPart, positionOfId } from '../commands/current-part.ts'
import { type Direction, movePartAt } from '../commands/move-part.ts'
import { elementLabel } from '../element-label.ts'
import { elementEditors } from '../elements/index.ts'
import { goToNode } from '../go-to-node.ts'
import { hostOf } from '../host.ts'
import { Icon } from '../icon.tsx'
import { IconButton } from '../menus/icon-button.tsx'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { type OutlineElement, type OutlineSection, readOutline } from './read-outline.ts'

type Props = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  onGo: () => void
}

/** The sections and their elements; a press goes there. */
export function Outline({ editor, words, findings, onGo }: Props) {
  const sections = useOutline(editor)
  const currentId = useEditorState({
    editor,
    selector: ({ editor }) => currentPart(editor.state)?.node.attrs.id as string | undefined,
  })
  const go = (id: string) => {
    goToNode(editor, id)
    onGo()
  }
  const shared = { editor, words, findings, currentId, go }
  return (
    <>
      <ol className="me-outline">
        {sections.map((section, index) => (
          <SectionLine
            key={section.id}
            section={section}
            first={index === 0}
            last={index === sections.length - 1}
            {...shared}
          />
        ))}
      </ol>
      {editor.isEditable && (
        <button
          type="button"
          className="me-text-button"
          onClick={() => {
            run(editor, addSection)
            editor.view.focus()
          }}
        >
          <Icon name="plus" />
          {words.insert.addSection}
        </button>
      )}
    </>
  )
}

type Shared = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  currentId: string | undefined
  go: (id: string) => void
}

function SectionLine(
  props: Shared & { section: OutlineSection; first: boolean; last: boolean },
) {
  const { section, first, last, editor, words, findings, currentId, go } = props
  const title = section.title || words.outline.untitledSection
  const move = (direction: Direction) => moveSection(editor, section.id, direction)
  return (
    <li>
      <div className="me-outline-section">
        <button
          type="button"
          className="me-outline-link"
          aria-current={section.id === currentId ? 'location' : undefined}
          onClick={() => go(section.id)}
        >
          {title}
        </button>
        {editor.isEditable && (
          <>
            <IconButton
              icon="up"
              label={words.outline.moveSectionUp(title)}
              disabled={first}
              onClick={() => move(-1)}
            />
            <IconButton
              icon="down"
              label={words.outline.moveSectionDown(title)}
              disabled={last}
              onClick={() => move(1)}
            />
          </>
        )}
      </div>
      <ol>
        {section.elements.map((element) => (
          <li key={element.id}>
            <button
              type="button"
              className="me-outline-link"
              aria-current={element.id === currentId ? 'location' : undefined}
              onClick={() => go(element.id)}
            >
              <Icon path={elementEditors[element.name].icon} />
              <span className="me-visually-hidden">{`${elementLabel(element.name, words)} : `}</span>
              <ElementWords element={element} words={words} />
              <Marks
                count={findings.filter((each) => each.nodeId === element.id).length}
                words={words}
              />
            </button>
          </li>
        ))}
      </ol>
    </li>
  )
}

function ElementWords({ element, words }: { element: OutlineElement; words: EditorWords }) {
  const { excerpt, name } = element
  if (excerpt) return <span className="me-outline-words">{excerpt}</span>
  return (
    <em className="me-outline-words">{`${elementLabel(name, words)}, ${words.outline.empty}`}</em>
  )
}

function Marks({ count, words }: { count: number; words: EditorWords }) {
  if (count === 0) return null
  return (
    <span className="me-dot" title={words.outline.toCheck(count)}>
      <span className="me-visually-hidden">{words.outline.toCheck(count)}</span>
    </span>
  )
}

/** Read again a little after the last key: nobody follows their own typing in the outline. */
function useOutline(editor: Editor): OutlineSection[] {
  const [sections, setSections] = useState(() => readOutline(editor.state.doc))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSections(readOutline(editor.state.doc)), 150)
    }
    editor.on('update', read)
    return () => {
      clearTimeout(timer)
      editor.off('update', read)
    }
  }, [editor])
  return sections
}

function moveSection(editor: Editor, id: string, direction: Direction): void {
  const { announce, words } = hostOf(editor)
  const position = positionOfId(editor.state.doc, id)
  if (position === null || !run(editor, movePartAt(position, direction))) return
  const index = editor.state.doc.children.findIndex((section) => section.attrs.id === id)
  announce(words.said.moved(words.section, index + 1, editor.state.doc.childCount))
}
