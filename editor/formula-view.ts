import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { hostOf } from './host.ts'
import { h } from './node-views/dom.ts'

const words = {
  fr: {
    empty: 'Formule à écrire dans les réglages',
    unreadable: 'Cette formule ne peut pas être lue :',
  },
  en: {
    empty: 'Write the formula in the settings',
    unreadable: 'This formula contains an error:',
  },
}

/** A formula, drawn once what draws it has come: it is large, and most modules have none. */
export function formulaView(display: boolean): NodeViewRenderer {
  return ({ node, editor }) => {
    const said = words[hostOf(editor).words.language]
    const dom = h(display ? 'div' : 'span', {
      class: `me-formula${display ? '' : ' me-formula-inline'}`,
      contenteditable: 'false',
    })
    let current = node
    const draw = () => {
      const drawn = current
      dom.textContent = drawn.attrs.latex || said.empty
      dom.classList.toggle('is-empty-formula', drawn.attrs.latex === '')
      if (drawn.attrs.latex === '') return
      void drawFormula(dom, drawn, display, said.unreadable, () => drawn === current)
    }
    draw()
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        const changed = next.attrs.latex !== current.attrs.latex
        current = next
        if (changed) draw()
        return true
      },
      selectNode: () => dom.classList.add('ProseMirror-selectednode'),
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      ignoreMutation: () => true,
    }
  }
}

async function drawFormula(
  dom: HTMLElement,
  { attrs }: Node,
  displayMode: boolean,
  unreadable: string,
  isCurrent: () => boolean,
): Promise<void> {
  const { default: temml } = await import('temml')
  if (!isCurrent()) return
  const drawn = h('span')
  try {
    temml.render(attrs.latex, drawn, {
      displayMode,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
    })
    dom.replaceChildren(drawn)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    dom.replaceChildren(
      h('code', {}, attrs.latex),
      h('span', { class: 'me-formula-error' }, ` ${unreadable} ${reason}`),
    )
  }
}
