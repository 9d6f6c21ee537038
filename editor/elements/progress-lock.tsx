import type { Node } from '@tiptap/pm/model'
import { lockRules } from '#content-schema/nodes/progress-lock.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { h } from '../node-views/dom.ts'
import { ChoiceField, TextField } from '../panels/fields.tsx'
import './progress-lock.css'

const words = {
  fr: {
    go: 'Continuer',
    label: 'Texte du bouton',
    labelHint: 'Laissez vide pour « Continuer ».',
    rule: 'Le bouton s’ouvre',
    rules: {
      none: 'À tout moment',
      answered: 'Quand ce qui précède dans la section est répondu et fait',
    },
    rulesShort: { none: 'à tout moment', answered: 'quand ce qui précède est fait' },
    about: 'La suite de la section apparaît à l’appui.',
  },
  en: {
    go: 'Continue',
    label: 'Button text',
    labelHint: 'Leave blank for “Continue”.',
    rule: 'The button is available',
    rules: {
      none: 'At any time',
      answered: 'Once everything above it in the section is complete',
    },
    rulesShort: { none: 'at any time', answered: 'once everything above is complete' },
    about: 'Reveals the rest of the section when clicked.',
  },
}

type Rule = (typeof lockRules)[number]

export default defineEditor('progressLock', {
  rank: 5,
  icon: 'M5 9h10v7H5zM7 9V6a3 3 0 0 1 6 0v3M10 12v1.500',
  about: {
    fr: 'Un bouton qui montre la suite de la section',
    en: 'A button that reveals the rest of the section',
  },
  synonyms: 'verrou continuer bouton progression etape bloquer lock continue gate button',
  create: () => json('progressLock'),
  nodes: {
    progressLock: {
      view: ({ node, editor }) => {
        const own = words[hostOf(editor).words.language]
        const button = h('span', { class: 'me-lock-button' })
        const rule = h('span', { class: 'me-lock-rule' })
        const dom = h('div', { class: 'me-lock', contenteditable: 'false' }, button, rule)
        const follow = ({ attrs }: Node) => {
          button.textContent = attrs.label || own.go
          rule.textContent = `${own.about} (${own.rulesShort[attrs.rule as Rule]})`
        }
        follow(node)
        return {
          dom,
          update(next) {
            if (next.type !== node.type) return false
            follow(next)
            return true
          },
        }
      },
    },
  },
  settings: LockSettings,
})

function LockSettings({ node, words: { language }, set }: SettingsProps) {
  const { label, labelHint, rule, rules } = words[language]
  return (
    <>
      <TextField
        label={label}
        hint={labelHint}
        value={node.attrs.label}
        longest={80}
        onChange={(value) => set({ label: value })}
      />
      <ChoiceField
        label={rule}
        value={node.attrs.rule as Rule}
        options={lockRules.map((value) => ({ value, label: rules[value] }))}
        onChange={(value) => set({ rule: value })}
      />
    </>
  )
}
