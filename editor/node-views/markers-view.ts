import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { setAttributes } from '../commands/set-attributes.ts'
import type { EditorLanguage, InBoth } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h } from './dom.ts'
import { frameView } from './frame-view.ts'
import { pictureFront } from './picture-front.ts'
import type { PieceFront } from './piece-view.ts'

type Spot = { x: number; y: number }

const words: InBoth<{
  help: string
  left: string
  top: string
  marker: (number: number, title: string, spot: Spot) => string
}> = {
  fr: {
    help: 'Glissez les numéros à leur place, ou déplacez-les avec les flèches.',
    left: 'De gauche, en %',
    top: 'Du haut, en %',
    marker: (number, title, { x, y }) =>
      `Repère ${number}${title && ` : ${title}`}, à ${x} % de la gauche et ${y} % du haut`,
  },
  en: {
    help: 'Drag the numbers into place, or move them with the arrow keys.',
    left: 'From the left (%)',
    top: 'From the top (%)',
    marker: (number, title, { x, y }) =>
      `Marker ${number}${title && `: ${title}`}, ${x}% from the left and ${y}% from the top`,
  },
}

/** The picture with a handle for each marker, above the words of the markers. */
export const markersView: NodeViewRenderer = (props) => {
  const { editor } = props
  const handles = h('div', { class: 'me-markers' })
  const front = pictureFront({ over: handles })(props)
  const contentDOM = h('div')
  const help = h('p', { class: 'me-hint', contenteditable: 'false' }, say(editor).help)
  const dom = h('div', { class: 'me-labeled' }, front.element, help, contentDOM)
  const follow = (node: Node) => {
    front.follow(node, dom)
    help.hidden = node.attrs.asset === null
    drawHandles(handles, node, editor)
  }
  return frameView(props.node, { dom, contentDOM, follow, destroy: () => front.destroy?.() })
}

/** Where a marker stands, as two numbers. */
export function spotFields({ node, editor }: Parameters<NodeViewRenderer>[0]): PieceFront {
  let current = node
  const fields = (['x', 'y'] as const).map((name) => {
    const input = h('input', { type: 'number', min: 0, max: 100, step: 1 })
    input.disabled = !editor.isEditable
    input.addEventListener('change', () => {
      const value = Math.round(Number(input.value))
      if (!run(editor, setAttributes(current.attrs.id, { [name]: value })))
        input.reportValidity()
    })
    return { name, input }
  })
  const labels = [say(editor).left, say(editor).top]
  const element = h('div', { class: 'me-spot', contenteditable: 'false' })
  element.append(
    ...fields.map(({ input }, index) => h('label', {}, labels[index] ?? '', input)),
  )
  return {
    element,
    follow(next) {
      current = next
      for (const { name, input } of fields) {
        if (input.ownerDocument.activeElement !== input) input.value = String(next.attrs[name])
      }
    },
  }
}

/** One handle a marker; those that are there stay, so that the focus does. */
function drawHandles(handles: HTMLElement, node: Node, editor: Editor): void {
  while (handles.childElementCount > node.childCount) handles.lastElementChild?.remove()
  while (handles.childElementCount < node.childCount) handles.append(makeHandle(editor))
  ;(node.children as Node[]).forEach((marker, index) => {
    const handle = handles.children[index] as HTMLButtonElement
    const { id, x, y } = marker.attrs
    handle.dataset.marker = id
    handle.textContent = String(index + 1)
    const title = marker.firstChild?.textContent ?? ''
    handle.setAttribute('aria-label', say(editor).marker(index + 1, title, { x, y }))
    place(handle, { x, y })
  })
}

function makeHandle(editor: Editor): HTMLButtonElement {
  const handle = h('button', { type: 'button', class: 'me-marker' })
  handle.disabled = !editor.isEditable
  const settle = (spot: Spot) => {
    run(editor, setAttributes(handle.dataset.marker ?? '', spot))
    hostOf(editor).announce(handle.getAttribute('aria-label') ?? '')
  }
  handle.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? 5 : 1
    const { x, y } = spotOf(handle)
    settle(kept({ x: x + step[0] * size, y: y + step[1] * size }))
  })
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    handle.focus()
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) place(handle, pointed(handle, event))
  })
  handle.addEventListener('pointerup', () => settle(spotOf(handle)))
  return handle
}

const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function pointed(handle: HTMLElement, { clientX, clientY }: PointerEvent): Spot {
  const box = handle.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
  return kept({
    x: ((clientX - box.left) / box.width) * 100,
    y: ((clientY - box.top) / box.height) * 100,
  })
}

/** Whole hundredths, inside the picture. */
function kept({ x, y }: Spot): Spot {
  const inside = (value: number) => Math.min(100, Math.max(0, Math.round(value)))
  return { x: inside(x), y: inside(y) }
}

function spotOf({ style }: HTMLElement): Spot {
  return { x: Number.parseInt(style.left, 10), y: Number.parseInt(style.top, 10) }
}

function place({ style }: HTMLElement, { x, y }: Spot): void {
  style.left = `${x}%`
  style.top = `${y}%`
}

function say(editor: Editor) {
  const language: EditorLanguage = hostOf(editor).words.language
  return words[language]
}
