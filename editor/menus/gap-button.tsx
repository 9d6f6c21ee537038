import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import type { EditorWords } from '../words/fr.ts'

type Gap = { at: number; top: number }

type Props = {
  editor: Editor
  words: EditorWords
  canvas: RefObject<HTMLElement>
  onInsert: (at: number, anchor: DOMRect) => void
}

/** Pixels on each side of the limit between two elements where the pointer calls the "+". */
const reach = 9

/**
 * A "+" between the two elements that the pointer is between. For pointers only: the keyboard has
 * `/`, the bar of the element and the button at the end of each section.
 */
export function GapButton({ editor, words, canvas, onInsert }: Props) {
  const [gap, setGap] = useState<Gap | null>(null)
  const frame = useRef(0)
  useEffect(() => {
    const area = canvas.current
    const follow = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons > 0) return
      cancelAnimationFrame(frame.current)
      frame.current = requestAnimationFrame(() => setGap(gapUnder(editor, event)))
    }
    const leave = () => setGap(null)
    area?.addEventListener('pointermove', follow)
    area?.addEventListener('pointerleave', leave)
    return () => {
      cancelAnimationFrame(frame.current)
      area?.removeEventListener('pointermove', follow)
      area?.removeEventListener('pointerleave', leave)
    }
  }, [editor, canvas])
  if (!gap) return null
  return (
    <div
      className="me-gap"
      ref={(element) => element?.style.setProperty('--me-top', `${gap.top}px`)}
    >
      <button
        type="button"
        tabIndex={-1}
        aria-label={words.insert.here}
        title={words.insert.here}
        onClick={(event) => onInsert(gap.at, event.currentTarget.getBoundingClientRect())}
      >
        <Icon name="plus" />
      </button>
    </div>
  )
}

/** The limit between elements under the pointer, `null` when it is over the inside of one. */
function gapUnder(editor: Editor, { clientX, clientY }: PointerEvent): Gap | null {
  const { view } = editor
  const sheet = view.dom.getBoundingClientRect()
  if (clientX < sheet.left - 48 || clientX > sheet.right + 48) return null
  let found: Gap | null = null
  view.state.doc.forEach((section, sectionStart) => {
    const box = view.nodeDOM(sectionStart)
    if (found || !(box instanceof HTMLElement) || !holds(box, clientY)) return
    section.forEach((node, offset, index) => {
      const element = view.nodeDOM(sectionStart + 1 + offset)
      if (found || !(element instanceof HTMLElement)) return
      const { bottom } = element.getBoundingClientRect()
      if (index < section.childCount - 1 && Math.abs(clientY - bottom) <= reach) {
        found = { at: sectionStart + 1 + offset + node.nodeSize, top: bottom - sheet.top }
      }
    })
  })
  return found
}

function holds(box: HTMLElement, clientY: number): boolean {
  const { top, bottom } = box.getBoundingClientRect()
  return clientY >= top && clientY <= bottom
}
