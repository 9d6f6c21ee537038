import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { isEmbedAddress, readEmbed } from '#content-schema/embeds.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import type { InBoth } from '../element-editor.ts'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h, isControl } from './dom.ts'

const words: InBoth<{ address: string; refused: string; shown: (site: string) => string }> = {
  fr: {
    address: 'Adresse de la page (https://…)',
    refused: 'Une adresse qui commence par https:// est attendue.',
    shown: (site) => `De ${site}. Rien n’en est chargé avant que l’apprenant le demande.`,
  },
  en: {
    address: 'Page address (https://…)',
    refused: 'Enter an address that starts with https://.',
    shown: (site) => `From ${site}. Nothing loads until the learner asks for it.`,
  },
}

/** What is known of something on another site; the editor loads none of it either. */
export const embedView: NodeViewRenderer = ({ node, editor }) => {
  const { language } = hostOf(editor).words
  const say = words[language]
  let current = node
  const title = h('p', { class: 'me-embed-title' })
  const input = h('input', { type: 'url', placeholder: 'https://' })
  input.disabled = !editor.isEditable
  const note = h('p', { class: 'me-hint', role: 'status' })
  const dom = h('figure', { class: 'me-embed', contenteditable: 'false' })
  dom.append(title, h('label', {}, say.address, input), note)
  input.addEventListener('change', () => {
    const url = input.value.trim()
    const allowed = url === '' || isEmbedAddress(url)
    input.setAttribute('aria-invalid', String(!allowed))
    if (allowed) run(editor, setAttributes(current.attrs.id, { url }))
    else note.textContent = say.refused
  })
  const follow = (next: Node) => {
    current = next
    const { url } = next.attrs
    title.textContent = next.attrs.title || elementLabel(next.type.name, hostOf(editor).words)
    if (input.ownerDocument.activeElement !== input || isEmbedAddress(input.value.trim())) {
      input.value = url
    }
    const site = readEmbed(url)?.site
    note.textContent = site ? say.shown(site) : ''
  }
  follow(node)
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      follow(next)
      return true
    },
    selectNode: () => dom.classList.add('ProseMirror-selectednode'),
    deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
    stopEvent: isControl,
    ignoreMutation: () => true,
  }
}
