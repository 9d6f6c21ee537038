import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { currentPart } from '../commands/current-part.ts'

/**
 * Tab goes through the lines and the controls of an element in the order of the page, starting from
 * the caret, and Shift+Tab comes back. Browsers start from the first control of the whole document,
 * and take all the text for one stop.
 */
export const tabOrder = Extension.create({
  name: 'tabOrder',
  // Lists and tables have their own Tab, which comes first.
  priority: 50,
  addKeyboardShortcuts: () => ({
    Tab: goOn,
    'Shift-Tab': goBack,
  }),
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        const listen = (event: KeyboardEvent) => fromControl(view, event)
        view.dom.addEventListener('keydown', listen)
        return { destroy: () => view.dom.removeEventListener('keydown', listen) }
      },
    }),
  ],
})

/** From the caret to the next stop; from an element that is selected, out of the text. */
function goOn({ editor: { view } }: { editor: Editor }): boolean {
  if (isWholeElement(view)) {
    const controls = controlsOf(view.dom.ownerDocument)
    return focus(controls.find((each) => isBehind(view.dom, each)))
  }
  const { head } = view.state.selection
  const stops = stopsAround(view, head)
  const line = stops.findIndex(({ holds }) => holds(head))
  if (line !== -1) return stops[line + 1]?.go() ?? false
  const caret = caretOf(view)
  return stops.find(({ point }) => caret.comparePoint(...point) > 0)?.go() ?? false
}

/** From the caret to the stop before it in the same element; else the browser leaves the text. */
function goBack({ editor: { view } }: { editor: Editor }): boolean {
  const part = currentPart(view.state)
  const element = part && view.nodeDOM(part.position)
  if (!(element instanceof Element) || isWholeElement(view)) return false
  const { head } = view.state.selection
  const stops = stopsAround(view, head, element)
  const line = stops.findIndex(({ holds }) => holds(head))
  if (line !== -1) return stops[line - 1]?.go() ?? false
  const caret = caretOf(view)
  return stops.findLast(({ point }) => caret.comparePoint(...point) < 0)?.go() ?? false
}

/** The caret stays where it was while a control has the focus: backwards, it is a stop too. */
function fromControl(view: EditorView, event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (event.key !== 'Tab' || event.defaultPrevented || target === view.dom) return
  const stops = stopsAround(view, positionOf(view, target))
  const place = stops.findIndex(({ control }) => control === target)
  if (place === -1) return
  const next = stops[place + (event.shiftKey ? -1 : 1)]
  const caret = caretOf(view)
  const isBetween =
    (!next || caret.comparePoint(...next.point) < 0) &&
    caret.comparePoint(...pointOf(target)) > 0
  if (event.shiftKey && isBetween) view.focus()
  else if (!next?.go()) return
  event.preventDefault()
}

/** Where Tab stops: a control of the page, or a line of the element one works in. */
type Stop = {
  control?: HTMLElement
  /** Its place in the page, as a range counts. */
  point: [Node, number]
  go: () => boolean
  /** Whether a position of the document is in it. */
  holds: (position: number) => boolean
}

/**
 * The controls, and the lines of the element around a position, in the order of the page; but the
 * buttons that move and remove its parts, or give them a picture, come last: one writes from line to
 * line.
 */
function stopsAround(
  view: EditorView,
  position: number,
  among: Document | Element = view.dom.ownerDocument,
): Stop[] {
  const lines = linesAround(view, position).map((line) => ({ line, anchor: line.element }))
  const controls = controlsOf(among).map((control) => ({ control, anchor: anchorOf(control) }))
  const inOrder = [...lines, ...controls].sort((one, other) =>
    compare(one.anchor, other.anchor),
  )
  const element = elementAround(view, position)
  const isOfParts = ({ anchor }: { anchor: Element }) =>
    element?.contains(anchor) &&
    anchor.closest('.me-piece-buttons, .me-part > .me-picture') !== null
  const last = inOrder.findLastIndex(({ anchor }) => element?.contains(anchor))
  const [inside, behind] = [inOrder.slice(0, last + 1), inOrder.slice(last + 1)]
  return [
    ...inside.filter((stop) => !isOfParts(stop)),
    ...inside.filter(isOfParts),
    ...behind,
  ].map((each) => ('line' in each ? lineStop(view, each.line) : controlStop(each.control)))
}

function elementAround(view: EditorView, position: number): Element | null {
  const $position = view.state.doc.resolve(position)
  const element = $position.depth < 2 ? null : view.nodeDOM($position.before(2))
  return element instanceof Element ? element : null
}

function controlStop(control: HTMLElement): Stop {
  const go = () => focus(control)
  return { control, point: pointOf(control), go, holds: () => false }
}

function lineStop(view: EditorView, { element, from, to }: Line): Stop {
  return {
    point: pointOf(element),
    holds: (position) => position >= from && position <= to,
    go: () => {
      const there = TextSelection.create(view.state.doc, to)
      view.dispatch(view.state.tr.setSelection(there).scrollIntoView())
      view.focus()
      return true
    },
  }
}

/** A line of text with the positions at its start and at its end. */
type Line = { element: HTMLElement; from: number; to: number }

/** The first line of each kind in each part of an element; plain text is no form to go through. */
function linesAround(view: EditorView, position: number): Line[] {
  const $position = view.state.doc.resolve(position)
  if ($position.depth < 2 || $position.node(2).isTextblock) return []
  const lines: Line[] = []
  const start = $position.start(2)
  $position.node(2).descendants((node, offset, parent, index) => {
    if (!node.isTextblock) return true
    const element = view.nodeDOM(start + offset)
    const isFirst = parent?.maybeChild(index - 1)?.type !== node.type
    const from = start + offset + 1
    if (isFirst && element instanceof HTMLElement)
      lines.push({ element, from, to: from + node.content.size })
    return false
  })
  return lines
}

/** Where a control stands in the document; its start when it stands outside. */
function positionOf(view: EditorView, control: HTMLElement): number {
  return view.dom.contains(control) ? view.posAtDOM(control, 0) : 0
}

function isWholeElement({ state }: EditorView): boolean {
  return state.selection instanceof NodeSelection && state.selection.$from.depth < 2
}

function caretOf(view: EditorView): Range {
  const { node, offset } = view.domAtPos(view.state.selection.head)
  const caret = view.dom.ownerDocument.createRange()
  caret.setStart(node, offset)
  return caret
}

/** Says whether it took the focus: what did not must not hold anybody up. */
function focus(control: HTMLElement | undefined): boolean {
  control?.focus()
  return control !== undefined && control.ownerDocument.activeElement === control
}

const selector =
  'button, input, select, textarea, summary, a[href], audio[controls], video[controls], [tabindex]'

/** What Tab comes by, in the order of the page. */
function controlsOf(place: Document | Element): HTMLElement[] {
  const found = [...place.querySelectorAll<HTMLElement>(selector)].filter(isTabStop)
  return found
    .map((control) => ({ control, anchor: anchorOf(control) }))
    .sort((one, other) => compare(one.anchor, other.anchor))
    .map(({ control }) => control)
}

function isTabStop(control: HTMLElement): boolean {
  if (control.matches(':disabled') || control.tabIndex < 0 || control.isContentEditable) {
    return false
  }
  if (!control.checkVisibility({ visibilityProperty: true })) return false
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return true
  return control.name === '' || isChosenOfGroup(control)
}

/** Of radio buttons of one name, browsers stop at the checked one, or at the first. */
function isChosenOfGroup(radio: HTMLInputElement): boolean {
  const named = `input[type="radio"][name="${CSS.escape(radio.name)}"]`
  const group = [...radio.ownerDocument.querySelectorAll<HTMLInputElement>(named)]
  return radio === (group.find(({ checked }) => checked) ?? group[0])
}

/** Controls that are shown under the prompt stand elsewhere in the tree. */
function anchorOf(control: HTMLElement): Element {
  const under = control.closest('.has-controls-under-prompt > .me-question-controls')
  return under?.parentElement?.querySelector('[data-node="prompt"]') ?? control
}

/** Where it is, as a range counts: an anchor that is a prompt is passed by what is behind it. */
function pointOf(control: HTMLElement): [Node, number] {
  const anchor = anchorOf(control)
  const parent = anchor.parentNode ?? anchor
  const index = [...parent.childNodes].indexOf(anchor as ChildNode)
  return [parent, anchor === control ? index : index + 1]
}

function compare(one: Element, other: Element): number {
  if (one === other) return 0
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

function isBehind(one: Element, other: Element): boolean {
  const position = one.compareDocumentPosition(other)
  const within = (position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0
  return !within && (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
