import type { Editor } from '@tiptap/core'
import { useId, useState } from 'react'
import type { Finding } from '#content-schema/finding.ts'
import { isElement } from '#content-schema/schema.ts'
import { positionOfId } from '../commands/current-part.ts'
import { type Direction, movePartAt } from '../commands/move-part.ts'
import { elementLabel } from '../element-label.ts'
import { elementEditors } from '../elements/index.ts'
import { hostOf } from '../host.ts'
import { Icon } from '../icon.tsx'
import { sectionIcon } from '../insert/catalogue.ts'
import { referenceEntries } from '../insert/references.ts'
import { IconButton } from '../menus/icon-button.tsx'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import type { OutlineElement, OutlineSection } from './read-outline.ts'
import type { useOutlineDrag } from './use-outline-drag.ts'

type Shared = {
  editor: Editor
  words: EditorWords
  findings: readonly Finding[]
  currentId: string | undefined
  go: (id: string) => void
  drag: ReturnType<typeof useOutlineDrag>
}

/** A section with its elements under it, which can be folded away. */
export function OutlineSectionRow(
  props: Shared & { section: OutlineSection; first: boolean; last: boolean; unfolded: boolean },
) {
  const { section, unfolded, words, currentId, go, drag } = props
  const title = section.title || words.outline.untitledSection
  const writtenIn =
    section.id === currentId || section.elements.some(({ id }) => id === currentId)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const open = chosen ?? (unfolded || writtenIn)
  const listId = useId()
  return (
    <li {...drag(section.id)}>
      <div className="me-outline-section">
        <IconButton
          icon={open ? 'down' : 'next'}
          label={open ? words.outline.fold(title) : words.outline.unfold(title)}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setChosen(!open)}
        />
        <button
          type="button"
          className="me-outline-link"
          aria-current={section.id === currentId ? 'location' : undefined}
          onClick={() => go(section.id)}
        >
          <span className="me-outline-words">{title}</span>
          {!open && <SectionMarks {...props} />}
        </button>
        <SectionMoves {...props} title={title} />
      </div>
      <ol id={listId} hidden={!open}>
        {open &&
          section.elements.map((element) => (
            <ElementRow key={element.id} element={element} {...props} />
          ))}
      </ol>
    </li>
  )
}

function SectionMoves(
  props: Shared & {
    section: OutlineSection
    title: string
    first: boolean
    last: boolean
  },
) {
  const { editor, section, title, first, last, words } = props
  if (!editor.isEditable) return null
  const move = (direction: Direction) => moveSection(editor, section.id, direction)
  return (
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
  )
}

function ElementRow({
  element,
  words,
  findings,
  currentId,
  go,
  drag,
}: Shared & {
  element: OutlineElement
}) {
  return (
    <li {...drag(element.id)}>
      <button
        type="button"
        className="me-outline-link"
        aria-current={element.id === currentId ? 'location' : undefined}
        onClick={() => go(element.id)}
      >
        <Icon path={iconOf(element.name)} />
        <span className="me-visually-hidden">
          {words.colon(elementLabel(element.name, words), '')}
        </span>
        <ElementWords element={element} words={words} />
        <Marks found={among(findings, element.ids)} words={words} />
      </button>
    </li>
  )
}

function iconOf(name: string): string {
  if (isElement(name)) return elementEditors[name].icon
  return referenceEntries.find((each) => each.name === name)?.icon ?? sectionIcon
}

/** What there is to look at in a folded section is seen without unfolding it. */
function SectionMarks({ section, findings, words }: Shared & { section: OutlineSection }) {
  const ids = [section.id, ...section.elements.flatMap(({ ids }) => ids)]
  return <Marks found={among(findings, ids)} words={words} />
}

function among(findings: readonly Finding[], nodeIds: readonly string[]): Finding[] {
  const ids = new Set(nodeIds)
  return findings.filter(({ nodeId }) => nodeId !== null && ids.has(nodeId))
}

function ElementWords({ element, words }: { element: OutlineElement; words: EditorWords }) {
  const { excerpt, empty, name } = element
  const label = elementLabel(name, words)
  if (excerpt || !empty) return <span className="me-outline-words">{excerpt || label}</span>
  return <em className="me-outline-words">{`${label}, ${words.outline.empty}`}</em>
}

/** Full for what is to be put right, hollow for what is only to be looked at. */
function Marks({ found, words }: { found: Finding[]; words: EditorWords }) {
  if (found.length === 0) return null
  const severity = found.some(({ severity }) => severity === 'blocks') ? 'blocks' : 'warns'
  const said = words.outline.toCheck(found.length)
  return (
    <span className="me-dot" data-severity={severity} title={said}>
      <span className="me-visually-hidden">{said}</span>
    </span>
  )
}

function moveSection(editor: Editor, id: string, direction: Direction): void {
  const { announce, words } = hostOf(editor)
  const position = positionOfId(editor.state.doc, id)
  if (position === null || !run(editor, movePartAt(position, direction))) return
  const index = editor.state.doc.children.findIndex((section) => section.attrs.id === id)
  announce(words.said.moved(words.section, index + 1, editor.state.doc.childCount))
}
