import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { currentPart } from '../commands/current-part.ts'

/**
 * Tab goes through the controls of the text in the order of the page, starting from the caret, and
 * Shift+Tab comes back to it. Browsers start from the first control of the whole document.
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

/** From the caret to the next control; from an element that is selected, out of the text. */
function goOn({ editor: { view } }: { editor: Editor }): boolean {
  const controls = controlsOf(view.dom.ownerDocument)
  if (isWholeElement(view)) return focus(controls.find((each) => isBehind(view.dom, each)))
  const caret = caretOf(view)
  return focus(controls.find((each) => caret.comparePoint(...pointOf(each)) > 0))
}

/** From the caret to the control before it in the same element; else the browser leaves the text. */
function goBack({ editor: { view } }: { editor: Editor }): boolean {
  const part = currentPart(view.state)
  const element = part && view.nodeDOM(part.position)
  if (!(element instanceof Element) || isWholeElement(view)) return false
  const caret = caretOf(view)
  const before = controlsOf(element).filter((each) => caret.comparePoint(...pointOf(each)) < 0)
  return focus(before.at(-1))
}

/** The caret stays where it was while a control has the focus: backwards, it is a stop too. */
function fromControl(view: EditorView, event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (event.key !== 'Tab' || event.defaultPrevented || target === view.dom) return
  const controls = controlsOf(view.dom.ownerDocument)
  const place = controls.indexOf(target)
  if (place === -1) return
  const next = controls[place + (event.shiftKey ? -1 : 1)]
  const caret = caretOf(view)
  const isBetween = (one: HTMLElement | undefined) =>
    (!one || caret.comparePoint(...pointOf(one)) < 0) &&
    caret.comparePoint(...pointOf(target)) > 0
  const comesBack = event.shiftKey && isBetween(next)
  if (comesBack) view.focus()
  else if (!focus(next)) return
  event.preventDefault()
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

function focus(control: HTMLElement | undefined): boolean {
  control?.focus()
  return control !== undefined
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
  if (control.getClientRects().length === 0) return false
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
  return isBehind(one, other) ? -1 : 1
}

function isBehind(one: Element, other: Element): boolean {
  const position = one.compareDocumentPosition(other)
  const within = (position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0
  return !within && (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}
