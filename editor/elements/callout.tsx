import { calloutKinds } from '#content-schema/nodes/callout.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { ChoiceField } from '../panels/fields.tsx'

const words = {
  fr: {
    kind: 'Type',
    text: 'Texte de l’encadré',
    kinds: {
      remember: 'À retenir',
      caution: 'Attention',
      regulation: 'Réglementation',
      tip: 'Conseil',
      example: 'Exemple',
      definition: 'Définition',
    },
  },
  en: {
    kind: 'Type',
    text: 'Callout text',
    kinds: {
      remember: 'Key point',
      caution: 'Caution',
      regulation: 'Regulations',
      tip: 'Tip',
      example: 'Example',
      definition: 'Definition',
    },
  },
}

type Kind = (typeof calloutKinds)[number]

export default defineEditor('callout', {
  rank: 5,
  icon: 'M4 4h12v9H9l-3 3v-3H4z',
  about: {
    fr: 'À retenir, attention, réglementation…',
    en: 'Key point, caution, regulations…',
  },
  synonyms:
    'encadre retenir attention danger reglementation loi conseil astuce exemple definition ' +
    'box note citation quote quotation remember warning caution tip law example',
  create: () => json('callout', [json('paragraph')]),
  nodes: {
    callout: {
      hint: ({ node }, { language }) => ({
        label: words[language].kinds[node.attrs.kind as Kind],
      }),
      hintInside: (_, { language }) => words[language].text,
    },
  },
  settings: CalloutSettings,
})

function CalloutSettings({ node, words: { language }, set }: SettingsProps) {
  const { kind, kinds } = words[language]
  return (
    <ChoiceField
      label={kind}
      value={String(node.attrs.kind)}
      options={calloutKinds.map((value) => ({ value, label: kinds[value] }))}
      onChange={(value) => set({ kind: value })}
    />
  )
}
