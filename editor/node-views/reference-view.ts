import type { NodeViewRenderer } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import type { NodeJson } from '#content-schema/identity.ts'
import { positionOfId } from '../commands/current-part.ts'
import { replaceNode } from '../commands/replace-node.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { elementLabel } from '../element-label.ts'
import { remove } from '../gestures.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h, isControl } from './dom.ts'

/** What another module lends to this one: the page shows it, since the editor knows no other module. */
export const referenceView: NodeViewRenderer = ({ node, editor }) => {
  const { reuse, words } = hostOf(editor)
  const box = h('div', {})
  const label = elementLabel(node.type.name, words)
  const dom = h('div', { class: 'me-reference', contenteditable: 'false' }, box)
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', label)
  if (!reuse) box.textContent = label
  let current = node
  const id = () => String(current.attrs.id)
  const show = () =>
    reuse?.show(box, {
      node: current.toJSON() as NodeJson,
      editable: editor.isEditable,
      set: (values) => run(editor, setAttributes(id(), values)),
      replace(nodes) {
        run(editor, replaceNode(id(), nodes))
        editor.view.focus()
      },
      remove() {
        const from = positionOfId(editor.state.doc, id())
        if (from === null) return
        const { doc, tr } = editor.state
        editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, from)))
        remove(editor)
        editor.view.focus()
      },
    })
  show()
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      const changed = !next.hasMarkup(current.type, current.attrs)
      current = next
      if (changed) show()
      return true
    },
    selectNode: () => dom.classList.add('ProseMirror-selectednode'),
    deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
    stopEvent: (event) => isControl(event) || isInside(event, 'a, summary'),
    ignoreMutation: () => true,
    destroy: () => reuse?.hide(box),
  }
}

function isInside({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}
