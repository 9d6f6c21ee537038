import { columnRatios } from '#content-schema/nodes/columns.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { ChoiceField } from '../panels/fields.tsx'
import './columns.css'

const words = {
  fr: {
    column: { add: 'Ajouter une colonne', name: 'Colonne' },
    text: 'Écrivez, ou tapez / pour insérer une image, un tableau…',
    ratio: 'Largeurs',
    ratios: {
      equal: 'Toutes égales',
      'wide-start': 'La première plus large',
      'wide-end': 'La dernière plus large',
    },
    hint: 'Sur un écran étroit, les colonnes se lisent l’une sous l’autre.',
  },
  en: {
    column: { add: 'Add column', name: 'Column' },
    text: 'Write, or type / to insert an element',
    ratio: 'Column widths',
    ratios: {
      equal: 'Equal',
      'wide-start': 'First column wider',
      'wide-end': 'Last column wider',
    },
    hint: 'On narrow screens, columns are stacked.',
  },
}

const column = () => json('column', [json('paragraph')])

export default defineEditor('columns', {
  rank: 2,
  icon: 'M3 4h6v12H3zM11 4h6v12h-6z',
  about: {
    fr: 'Deux ou trois colonnes de texte et de médias',
    en: 'Two or three columns of text and media',
  },
  synonyms: 'colonnes mise en page cote a cote columns layout side by side',
  create: () => json('columns', [column(), column()]),
  nodes: {
    columns: { pieces: { column: (language) => words[language].column } },
    column: {
      view: pieceView((language) => words[language].column.name),
      hintInside: ({ node }, { language }) =>
        node.type.name === 'paragraph' ? words[language].text : '',
    },
  },
  settings: ColumnsSettings,
})

function ColumnsSettings({ node, words: { language }, set }: SettingsProps) {
  const { ratio, ratios, hint } = words[language]
  return (
    <ChoiceField
      label={ratio}
      hint={hint}
      value={node.attrs.ratio as (typeof columnRatios)[number]}
      options={columnRatios.map((value) => ({ value, label: ratios[value] }))}
      onChange={(value) => set({ ratio: value })}
    />
  )
}
