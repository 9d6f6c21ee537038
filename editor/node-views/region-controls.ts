import type { Editor, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { regionsOf } from '#content-schema/nodes/hotspot.ts'
import {
  addRegion,
  type Box,
  boxBetween,
  movedBox,
  type Point,
  resizedBox,
} from '../commands/regions.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { upload, uploadOf, uploadSentence, watchUploads } from '../uploads.ts'
import { h } from './dom.ts'
import type { QuestionControls } from './question-view.ts'

const words = {
  fr: {
    draw: 'Tracez une zone sur l’image. Flèches : déplacer ; Maj+flèches : agrandir ou réduire.',
    region: (n: number, name: string) => (name ? `Zone ${n} : ${name}` : `Zone ${n}, sans nom`),
    at: ({ x, y, width, height }: Box) =>
      `à ${x} % de la gauche, ${y} % du haut, large de ${width} %, haute de ${height} %`,
  },
  en: {
    draw: 'Draw an area on the image. Arrow keys: move; Shift+arrow keys: resize.',
    region: (n: number, name: string) => (name ? `Area ${n}: ${name}` : `Area ${n}, unnamed`),
    at: ({ x, y, width, height }: Box) =>
      `${x}% from the left, ${y}% from the top, ${width}% wide, ${height}% high`,
  },
}

/** The picture of the question, on which its regions are drawn, moved and sized. */
export function regionControls({ node, editor }: NodeViewRendererProps): QuestionControls {
  const { words: page, assetUrl } = hostOf(editor)
  let current = node
  const image = h('img', { alt: '', draggable: 'false' })
  const stage = h('div', { class: 'me-regions' }, image)
  const file = fileField(editor, () => String(current.attrs.id))
  const note = h('p', { class: 'me-control-help' }, words[page.language].draw)
  const element = h('div', { class: 'me-question-controls' })
  element.append(file.element, stage, note)
  if (editor.isEditable) drawOn(stage, editor, () => String(current.attrs.id))
  return {
    element,
    place: 'under-prompt',
    follow(next: Node) {
      current = next
      const { asset, alt } = next.attrs
      stage.hidden = note.hidden = asset === null
      if (asset && image.getAttribute('src') !== assetUrl(asset)) image.src = assetUrl(asset)
      image.alt = alt
      file.follow(asset !== null)
      showRegions(stage, next, editor)
    },
  }
}

function fileField(editor: Editor, idOf: () => string) {
  const { media } = hostOf(editor).words
  const input = h('input', { type: 'file', class: 'me-hidden-file', accept: 'image/*' })
  const label = h('span')
  const state = h('span', { role: 'status' })
  const button = h('label', { class: 'me-choose-file' }, label, input)
  input.disabled = !editor.isEditable
  input.addEventListener('change', () => {
    const chosen = input.files?.[0]
    if (chosen) void upload(editor, idOf(), chosen)
    input.value = ''
  })
  watchUploads(editor, () => {
    const under = uploadOf(editor, idOf())
    state.textContent = under ? uploadSentence(under, hostOf(editor).words) : ''
  })
  return {
    element: h('div', {}, button, ' ', state),
    follow(present: boolean) {
      label.textContent = present ? media.replace : media.choose
    },
  }
}

/** One button a region: those that are there are kept, so that the focus stays where it is. */
function showRegions(stage: HTMLElement, question: Node, editor: Editor): void {
  const said = words[hostOf(editor).words.language]
  const regions = regionsOf(question)
  const shown = [...stage.querySelectorAll<HTMLButtonElement>('.me-region')]
  for (const button of shown.slice(regions.length)) button.remove()
  regions.forEach((region, index) => {
    const button = shown[index] ?? stage.appendChild(regionButton(stage, editor))
    const { id, correct, shape } = region.attrs
    button.dataset.id = id
    button.firstChild!.textContent = String(index + 1)
    button.classList.toggle('is-right', correct)
    button.classList.toggle('is-ellipse', shape === 'ellipse')
    const name = region.firstChild?.textContent ?? ''
    button.setAttribute(
      'aria-label',
      `${said.region(index + 1, name)}, ${said.at(boxOf(region))}`,
    )
    place(button, boxOf(region))
  })
}

function boxOf({ attrs: { x, y, width, height } }: Node): Box {
  return { x, y, width, height }
}

function place({ style }: HTMLElement, { x, y, width, height }: Box): void {
  style.left = `${x}%`
  style.top = `${y}%`
  style.width = `${width}%`
  style.height = `${height}%`
}

function regionButton(stage: HTMLElement, editor: Editor): HTMLButtonElement {
  const handle = h('span', { class: 'me-region-corner', 'aria-hidden': 'true' })
  const button = h('button', { type: 'button', class: 'me-region' }, h('span'), handle)
  button.disabled = !editor.isEditable
  const nodeOf = () => regionNode(editor, button.dataset.id ?? '')
  // A locked question takes nothing: then the region goes back to where it was.
  const keep = (box: Box) => {
    run(editor, setAttributes(button.dataset.id ?? '', box))
    const kept = nodeOf()
    if (kept) place(button, boxOf(kept))
  }
  button.addEventListener('keydown', (event) => {
    const step = arrows[event.key]
    const node = nodeOf()
    if (!step || !node) return
    event.preventDefault()
    const box = (event.shiftKey ? resizedBox : movedBox)(boxOf(node), step.x, step.y)
    keep(box)
    const { announce, words: page } = hostOf(editor)
    announce(words[page.language].at(box))
  })
  button.addEventListener('pointerdown', (event) => {
    const node = nodeOf()
    if (!node || event.button !== 0) return
    event.stopPropagation()
    const change = event.target === handle ? resizedBox : movedBox
    const from = pointIn(stage, event)
    let box = boxOf(node)
    follow(button, event, (next) => {
      const to = pointIn(stage, next)
      box = change(boxOf(node), to.x - from.x, to.y - from.y)
      place(button, box)
    }).then(() => keep(box))
  })
  return button
}

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** A press on the picture and a pull draw a region; a mere press draws none. */
function drawOn(stage: HTMLElement, editor: Editor, idOf: () => string): void {
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    const from = pointIn(stage, event)
    const ghost = stage.appendChild(h('div', { class: 'me-region-ghost' }))
    let box = boxBetween(from, from)
    follow(stage, event, (next) => {
      box = boxBetween(from, pointIn(stage, next))
      place(ghost, box)
    }).then(() => {
      ghost.remove()
      if (box.width < 2 || box.height < 2) return
      run(editor, addRegion(idOf(), box))
      editor.view.focus()
    })
  })
}

/** Calls back while a pointer that was pressed moves; done when it is let go. */
function follow(
  target: HTMLElement,
  { pointerId }: PointerEvent,
  moved: (event: PointerEvent) => void,
): Promise<void> {
  target.setPointerCapture(pointerId)
  target.addEventListener('pointermove', moved)
  return new Promise((resolve) => {
    const end = () => {
      target.removeEventListener('pointermove', moved)
      resolve()
    }
    target.addEventListener('pointerup', end, { once: true })
    target.addEventListener('pointercancel', end, { once: true })
  })
}

/** In hundredths of the picture. */
function pointIn(stage: HTMLElement, { clientX, clientY }: PointerEvent): Point {
  const { left, top, width, height } = stage.getBoundingClientRect()
  return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 }
}

function regionNode(editor: Editor, id: string): Node | null {
  let found: Node | null = null
  editor.state.doc.descendants((node) => {
    if (node.attrs.id === id) found = node
    return found === null
  })
  return found
}
