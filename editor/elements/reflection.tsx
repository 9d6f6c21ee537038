import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { questionView } from '../node-views/question-view.ts'
import { CheckField, WholeNumberField } from '../panels/fields.tsx'
import { RequiredField } from '../panels/scale-field.tsx'
import './reflection.css'

const words = {
  fr: {
    model: 'Une réponse possible, montrée une fois la sienne envoyée (facultatif)',
    modelLabel: 'Réponse possible',
    least: 'Signes à écrire au moins',
    leastHint: '0 : aucun minimum.',
    sent: 'Le texte est transmis aux formateurs',
    sentHint: 'Sinon il reste dans le navigateur de l’apprenant, à qui c’est dit.',
  },
  en: {
    model: 'Model answer, shown afterwards (optional)',
    modelLabel: 'Model answer',
    least: 'Minimum number of characters',
    leastHint: '0 = no minimum.',
    sent: 'Send the text to facilitators',
    sentHint: 'If unticked, it stays in the learner’s browser, and they are told so.',
  },
}

export default defineEditor('reflection', {
  rank: 23,
  icon: 'M4 16l1-4L13 4l3 3-8 8zM11 6l3 3M11 16h5',
  about: {
    fr: 'Un texte dans ses propres mots, avec une réponse possible',
    en: 'A free-text answer, with a model answer',
  },
  synonyms:
    'question ouverte journal reflexion redaction texte libre ecrire open reflection essay journal',
  create: () =>
    json('reflection', [json('prompt'), json('reflectionModel', [json('paragraph')])]),
  nodes: {
    reflection: { view: questionView() },
    reflectionModel: {
      hint: (_, { language }) => ({ label: words[language].modelLabel }),
      hintInside: (_, { language }) => words[language].model,
    },
  },
  settings: ReflectionSettings,
})

function ReflectionSettings(props: SettingsProps) {
  const { node, words: all, set } = props
  const said = words[all.language]
  return (
    <>
      <CheckField
        label={said.sent}
        hint={said.sentHint}
        checked={node.attrs.sent}
        onChange={(sent) => set({ sent })}
      />
      <WholeNumberField
        label={said.least}
        hint={said.leastHint}
        value={node.attrs.least}
        least={0}
        most={2000}
        refusal={all.settings.outOfRange(0, 2000)}
        onChange={(least) => set({ least })}
      />
      <RequiredField {...props} />
    </>
  )
}
