import { processDisplays } from '#content-schema/nodes/process.ts'
import { goToPrevious, leavePart } from '../commands/caret.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { titledPieces } from '../extensions/titled-pieces.ts'
import { CheckField, ChoiceField } from '../panels/fields.tsx'
import './process.css'

const words = {
  fr: {
    piece: { add: 'Ajouter une étape', name: 'Étape' },
    title: 'Titre de l’étape',
    summary: 'En résumé, après la dernière étape (facultatif)',
    display: 'Présentation',
    displays: { one: 'Une étape à la fois', all: 'Toutes les étapes ensemble' },
    required: 'La dernière étape doit être atteinte pour terminer le module',
  },
  en: {
    piece: { add: 'Add step', name: 'Step' },
    title: 'Step title',
    summary: 'Summary after the last step (optional)',
    display: 'Layout',
    displays: { one: 'One step at a time', all: 'All steps at once' },
    required: 'Learners must reach the last step to complete the module',
  },
}

const steps = titledPieces('processStepTitle', words)

const step = () => json('processStep', [json('processStepTitle'), json('paragraph')])

export default defineEditor('process', {
  rank: 4,
  icon: 'M4 5h3v3H4zM4 13h3v3H4zM10 6.500h6M10 14.500h6M5.500 8v5',
  about: {
    fr: 'Une marche à suivre, pas à pas',
    en: 'A procedure, step by step',
  },
  synonyms: 'etapes pas procedure mode operatoire marche suivre steps process procedure',
  create: () => json('process', [step(), step(), step(), json('processSummary')]),
  nodes: {
    process: { pieces: { processStep: steps.add } },
    processStep: steps.piece,
    processStepTitle: steps.title,
    processSummary: {
      hint: (_, { language }) => ({ placeholder: words[language].summary }),
      keys: slotKeys('processSummary', { enter: leavePart, backspace: goToPrevious }),
    },
  },
  settings: ProcessSettings,
})

function ProcessSettings({ node, words: { language }, set }: SettingsProps) {
  const { display, displays, required } = words[language]
  return (
    <>
      <ChoiceField
        label={display}
        value={node.attrs.display as (typeof processDisplays)[number]}
        options={processDisplays.map((value) => ({ value, label: displays[value] }))}
        onChange={(value) => set({ display: value })}
      />
      <CheckField
        label={required}
        checked={node.attrs.required}
        onChange={(value) => set({ required: value })}
      />
    </>
  )
}
