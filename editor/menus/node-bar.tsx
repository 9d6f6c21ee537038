import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { type DragEvent, lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import type { NodeJson } from '#content-schema/identity.ts'
import { isReference } from '#content-schema/reuse/reference.ts'
import { possibleChanges } from '../commands/change-into.ts'
import { currentPart } from '../commands/current-part.ts'
import { nestedPart } from '../commands/nested-part.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { elementLabel } from '../element-label.ts'
import { duplicate, move, remove } from '../gestures.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { IconButton } from './icon-button.tsx'
import { useRovingFocus } from './use-roving-focus.ts'

/** Loaded with the first element that becomes another. */
const ChangeMenu = lazy(async () => ({
  default: (await import('./change-menu.tsx')).ChangeMenu,
}))

type Props = { editor: Editor; words: EditorWords; onInsert: (anchor: DOMRect) => void }

/** Buttons beside the current element: insert, move, duplicate, delete, and a handle to drag it. */
export function NodeBar({ editor, words, onInsert }: Props) {
  const part = useEditorState({ editor, selector: ({ editor }) => barState(editor) })
  const { onKeyDown, item } = useRovingFocus('vertical')
  const top = useTopOf(editor, part?.id ?? null)
  const touched = useTouched(editor)
  const [changing, setChanging] = useState<DOMRect | null>(null)
  const { bar } = words
  if (!part || top === null) return <EmptyBar editor={editor} words={words} />
  // What only points elsewhere is no start for anything.
  const templates = isReference({ type: part.name }) ? null : hostOf(editor).templates
  const label =
    part.name === 'section' ? bar.sectionLabel : bar.label(elementLabel(part.name, words))
  const act = (gesture: (editor: Editor) => boolean) => () => {
    gesture(editor)
    editor.view.focus()
  }
  return (
    <div
      className="me-node-bar"
      role="toolbar"
      aria-label={label}
      aria-orientation="vertical"
      data-untouched={touched ? undefined : ''}
      onKeyDown={onKeyDown}
      ref={(element) => element?.style.setProperty('--me-top', `${top}px`)}
    >
      <span className="me-bar-name" aria-hidden="true">
        {touched ? label : bar.untouched}
      </span>
      <IconButton
        icon="plus"
        label={bar.insertBelow}
        onClick={(event) => onInsert(event.currentTarget.getBoundingClientRect())}
        {...item(0)}
      />
      <IconButton
        icon="up"
        label={bar.moveUp}
        onClick={act((to) => move(to, -1))}
        {...item(1)}
      />
      <IconButton
        icon="down"
        label={bar.moveDown}
        onClick={act((to) => move(to, 1))}
        {...item(2)}
      />
      <IconButton icon="copy" label={bar.duplicate} onClick={act(duplicate)} {...item(3)} />
      <IconButton icon="bin" label={bar.remove} onClick={act(remove)} {...item(4)} />
      {part.changes.length > 0 && (
        <IconButton
          icon="change"
          label={bar.changeInto}
          aria-haspopup="menu"
          onClick={(event) => setChanging(event.currentTarget.getBoundingClientRect())}
          {...item(5)}
        />
      )}
      {part.locked !== undefined && (
        <IconButton
          icon="lock"
          label={part.locked ? bar.unlock : bar.lock}
          aria-pressed={part.locked}
          onClick={() => run(editor, setAttributes(part.id, { locked: !part.locked }))}
          {...item(6)}
        />
      )}
      {templates && (
        <IconButton
          icon="keep"
          label={words.templates.keep}
          aria-haspopup="dialog"
          onClick={() => templates.keep(partToKeep(editor))}
          {...item(7)}
        />
      )}
      {changing && (
        <Suspense>
          <ChangeMenu
            editor={editor}
            words={words}
            changes={part.changes}
            anchor={changing}
            onClose={() => setChanging(null)}
          />
        </Suspense>
      )}
      {part.name !== 'section' && (
        <span
          className="me-grip"
          draggable
          title={bar.drag}
          aria-hidden="true"
          onDragStart={(event) => startDrag(event, editor)}
          onDragEnd={() => endDrag(editor)}
        >
          ⠿
        </span>
      )}
    </div>
  )
}

/**
 * On a phone the bar keeps its place when there is nothing to act on: if it came up under the finger,
 * the second tap of a pair would delete what the first one was in.
 */
function EmptyBar({ editor, words }: Pick<Props, 'editor' | 'words'>) {
  if (!editor.isEditable) return null
  return (
    <div className="me-node-bar" data-untouched="">
      <span className="me-bar-name">{words.bar.untouched}</span>
    </div>
  )
}

/** What the other buttons act on too: in a column, the element in it. */
function partToKeep(editor: Editor): NodeJson {
  const part = nestedPart(editor.state) ?? currentPart(editor.state)
  return part?.node.toJSON() as NodeJson
}

/**
 * Whether the author has been in the text. On a phone the bar stands far from its element: before
 * that, its bin would delete something nobody chose.
 */
function useTouched(editor: Editor): boolean {
  const [touched, setTouched] = useState(false)
  useLayoutEffect(() => {
    const touch = () => setTouched(true)
    editor.on('focus', touch)
    return () => {
      editor.off('focus', touch)
    }
  }, [editor])
  return touched
}

function barState(editor: Editor) {
  const { state, isEditable } = editor
  const nested = nestedPart(state)
  const part = isEditable ? (nested ?? currentPart(state)) : null
  if (!part) return null
  const $part = state.doc.resolve(part.position)
  const index = $part.index()
  const fits = (name: string) => {
    const type = state.schema.nodes[name]
    return type !== undefined && $part.parent.canReplaceWith(index, index + 1, type)
  }
  const { name } = part.node.type
  return {
    id: String(part.node.attrs.id),
    name,
    position: part.position,
    changes: possibleChanges(name).filter(fits),
    // Only a whole element can be locked.
    locked: nested ? undefined : (part.node.attrs.locked as boolean | undefined),
  }
}

/** Where the current element starts, in pixels from the top of the canvas; followed as the page grows. */
function useTopOf(editor: Editor, id: string | null): number | null {
  const [top, setTop] = useState<number | null>(null)
  const measured = useRef<() => void>(() => undefined)
  measured.current = () => setTop(id === null ? null : measure(editor))
  useLayoutEffect(() => {
    if (id !== null) measured.current()
  })
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => measured.current())
    observer.observe(editor.view.dom)
    return () => observer.disconnect()
  }, [editor])
  return top
}

function measure(editor: Editor): number | null {
  const part = nestedPart(editor.state) ?? currentPart(editor.state)
  const element = part ? editor.view.nodeDOM(part.position) : null
  const canvas = editor.view.dom.parentElement
  if (!part || !(element instanceof HTMLElement) || !canvas) return null
  const shown =
    part.node.type.name === 'section' ? (element.firstElementChild ?? element) : element
  return shown.getBoundingClientRect().top - canvas.getBoundingClientRect().top
}

/** Hands the element to the editor's own drag and drop, which moves it in one step. */
function startDrag(event: DragEvent, editor: Editor): void {
  const part = nestedPart(editor.state) ?? currentPart(editor.state)
  if (!part) return
  const { view } = editor
  const selection = NodeSelection.create(view.state.doc, part.position)
  view.dispatch(view.state.tr.setSelection(selection))
  const slice = selection.content()
  const { dom, text } = view.serializeForClipboard(slice)
  event.dataTransfer.setData('text/html', dom.innerHTML)
  event.dataTransfer.setData('text/plain', text)
  event.dataTransfer.effectAllowed = 'copyMove'
  view.dragging = { slice, move: true }
}

/** The editor does not hear of a drag that ends elsewhere: what is pasted next would be taken for it. */
function endDrag({ view }: Editor): void {
  view.dragging = null
}
