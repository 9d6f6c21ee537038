import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import { addSection } from '../commands/add-section.ts'
import { currentPart } from '../commands/current-part.ts'
import { goToNode } from '../go-to-node.ts'
import { Icon } from '../icon.tsx'
import { run } from '../run.ts'
import { whenQuiet } from '../when-quiet.ts'
import type { EditorWords } from '../words/fr.ts'
import { OutlineSectionRow } from './outline-section.tsx'
import { type OutlineSection, readOutline } from './read-outline.ts'
import { useOutlineDrag } from './use-outline-drag.ts'

/** With more elements than this, only the section being written shows its own. */
const mostShown = 60

type Props = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  onGo: () => void
}

/** The sections and their elements; a press goes there. */
export function Outline({ editor, words, findings, onGo }: Props) {
  const sections = useOutline(editor)
  const short = sections.reduce((sum, { elements }) => sum + elements.length, 0) <= mostShown
  const currentId = useEditorState({
    editor,
    selector: ({ editor }) => currentPart(editor.state)?.node.attrs.id as string | undefined,
  })
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (currentId) followCurrent(list.current)
  }, [currentId])
  const go = (id: string) => {
    goToNode(editor, id)
    onGo()
  }
  const drag = useOutlineDrag(editor)
  const shared = { editor, words, findings, currentId, go, drag }
  return (
    <>
      <ol className="me-outline" ref={list}>
        {sections.map((section, index) => (
          <OutlineSectionRow
            key={section.id}
            section={section}
            first={index === 0}
            last={index === sections.length - 1}
            unfolded={short}
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

/** Scrolls the panel alone, and only when the row is out of sight: never the page. */
function followCurrent(list: HTMLElement | null): void {
  const panel = list?.closest<HTMLElement>('.me-panel')
  const row = list?.querySelector('[aria-current]')
  if (!panel || !row) return
  const [place, seen] = [row.getBoundingClientRect(), panel.getBoundingClientRect()]
  const foot = Math.min(seen.bottom, innerHeight)
  if (place.top < seen.top) panel.scrollTop -= seen.top - place.top + room
  else if (place.bottom > foot) panel.scrollTop += place.bottom - foot + room
}

/** Left above or below the row, in pixels. */
const room = 40

/** Read again a little after the last key: nobody follows their own typing in the outline. */
function useOutline(editor: Editor): OutlineSection[] {
  const [sections, setSections] = useState(() => readOutline(editor.state.doc))
  useEffect(() => {
    const quiet = whenQuiet(150, () => setSections(readOutline(editor.state.doc)))
    editor.on('update', quiet.stir)
    return () => {
      quiet.stop()
      editor.off('update', quiet.stir)
    }
  }, [editor])
  return sections
}
