import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { titledPieces } from '../extensions/titled-pieces.ts'
import { CheckField } from '../panels/fields.tsx'

const words = {
  fr: {
    piece: { add: 'Ajouter un volet', name: 'Volet' },
    title: 'Titre à ouvrir',
    required: 'Tous les volets doivent être ouverts pour terminer le module',
  },
  en: {
    piece: { add: 'Add panel', name: 'Panel' },
    title: 'Panel title',
    required: 'Learners must open every panel to complete the module',
  },
}

const panels = titledPieces('accordionTitle', words)

const item = () => json('accordionItem', [json('accordionTitle'), json('paragraph')])

export default defineEditor('accordion', {
  rank: 1,
  icon: 'M4 4h12v4H4zM4 11h12v5H4zM9 13l1 1 1-1',
  about: {
    fr: 'Des titres qui s’ouvrent sur leur texte',
    en: 'Panels that expand to show text',
  },
  synonyms: 'accordeon volets depliant details faq panels toggle',
  create: () => json('accordion', [item(), item()]),
  nodes: {
    accordion: { pieces: { accordionItem: panels.add } },
    accordionItem: panels.piece,
    accordionTitle: panels.title,
  },
  settings: AccordionSettings,
})

function AccordionSettings({ node, words: { language }, set }: SettingsProps) {
  return (
    <CheckField
      label={words[language].required}
      checked={node.attrs.required}
      onChange={(required) => set({ required })}
    />
  )
}
