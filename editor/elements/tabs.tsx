import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { titledPieces } from '../extensions/titled-pieces.ts'
import { CheckField } from '../panels/fields.tsx'
import './tabs.css'

const words = {
  fr: {
    piece: { add: 'Ajouter un onglet', name: 'Onglet' },
    title: 'Titre de l’onglet, court',
    required: 'Tous les onglets doivent être ouverts pour terminer le module',
  },
  en: {
    piece: { add: 'Add tab', name: 'Tab' },
    title: 'Short tab title',
    required: 'Learners must open every tab to complete the module',
  },
}

const pieces = titledPieces('tabTitle', words)

const tab = () => json('tab', [json('tabTitle'), json('paragraph')])

export default defineEditor('tabs', {
  rank: 2,
  icon: 'M3 8h14v8H3zM3 8V5h5v3M8 5h5v3',
  about: {
    fr: 'Des textes à comparer, un à la fois',
    en: 'Content to compare, one tab at a time',
  },
  synonyms: 'onglets tabs volets tabulation',
  create: () => json('tabs', [tab(), tab()]),
  nodes: {
    tabs: { pieces: { tab: pieces.add } },
    tab: pieces.piece,
    tabTitle: pieces.title,
  },
  settings: TabsSettings,
})

function TabsSettings({ node, words: { language }, set }: SettingsProps) {
  return (
    <CheckField
      label={words[language].required}
      checked={node.attrs.required}
      onChange={(required) => set({ required })}
    />
  )
}
