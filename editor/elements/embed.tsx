import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { embedView } from '../node-views/embed-view.ts'
import { EmbedAddress } from '../panels/embed-settings.tsx'
import { TextField } from '../panels/fields.tsx'
import './embed.css'

const words = {
  fr: {
    fallback: 'Texte de remplacement',
    hint: 'Ce que doit savoir qui ne peut pas, ou ne veut pas, l’afficher.',
  },
  en: {
    fallback: 'Fallback text',
    hint: 'For learners who can’t, or choose not to, load the content.',
  },
}

export default defineEditor('embed', {
  rank: 9,
  icon: 'M3 4h14v12H3zM3 7h14M8 10l-2 2 2 2M12 10l2 2-2 2',
  about: {
    fr: 'La page d’un autre site, affichée à la demande',
    en: 'A page from another site, loads on click',
  },
  synonyms:
    'contenu externe integrer iframe site page web carte embed external h5p learningapps ' +
    'web page',
  create: () => json('embed'),
  nodes: { embed: { view: embedView } },
  settings: EmbedSettings,
})

function EmbedSettings(props: SettingsProps) {
  const { fallback, hint } = words[props.words.language]
  return (
    <>
      <EmbedAddress {...props} />
      <TextField
        label={fallback}
        hint={hint}
        value={props.node.attrs.fallback}
        longest={2000}
        rows={3}
        onChange={(value) => props.set({ fallback: value })}
      />
    </>
  )
}
