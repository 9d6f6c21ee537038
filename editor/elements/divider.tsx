import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { h } from '../node-views/dom.ts'
import { TextField } from '../panels/fields.tsx'
import './divider.css'

const words = {
  fr: { label: 'Texte au milieu du trait', hint: 'Laissez vide pour un trait simple.' },
  en: { label: 'Text on the line', hint: 'Leave blank for a plain line.' },
}

export default defineEditor('divider', {
  rank: 4,
  icon: 'M3 10h14M6 5h8M6 15h8',
  about: { fr: 'Un trait, avec un texte ou sans', en: 'A line, with or without text' },
  synonyms: 'separateur trait ligne filet coupure divider separator rule line',
  create: () => json('divider'),
  nodes: {
    divider: {
      view: ({ node }) => {
        const dom = h('div', { class: 'me-divider', contenteditable: 'false' })
        dom.textContent = node.attrs.label
        return {
          dom,
          update(next) {
            if (next.type !== node.type) return false
            dom.textContent = next.attrs.label
            return true
          },
        }
      },
    },
  },
  settings: DividerSettings,
})

function DividerSettings({ node, words: { language }, set }: SettingsProps) {
  const { label, hint } = words[language]
  return (
    <TextField
      label={label}
      hint={hint}
      value={node.attrs.label}
      longest={120}
      onChange={(value) => set({ label: value })}
    />
  )
}
