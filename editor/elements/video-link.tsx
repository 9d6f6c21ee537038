import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { embedView } from '../node-views/embed-view.ts'
import { EmbedAddress } from '../panels/embed-settings.tsx'
import { TextField } from '../panels/fields.tsx'
import './embed.css'

export default defineEditor('videoLink', {
  rank: 8,
  icon: 'M3 5h14v10H3zM9 8l3.500 2-3.500 2zM6 17h8',
  about: {
    fr: 'YouTube, Vimeo, PeerTube, Dailymotion, affichée à la demande',
    en: 'YouTube, Vimeo, PeerTube or Dailymotion; loads on click',
  },
  synonyms: 'youtube vimeo peertube dailymotion lien video link film en ligne embedded',
  create: () => json('videoLink'),
  nodes: { videoLink: { view: embedView } },
  settings: VideoLinkSettings,
})

function VideoLinkSettings(props: SettingsProps) {
  const { settings } = props.words
  return (
    <>
      <EmbedAddress {...props} />
      <TextField
        label={settings.transcript}
        hint={settings.transcriptHint}
        value={props.node.attrs.transcript}
        longest={50_000}
        rows={8}
        onChange={(transcript) => props.set({ transcript })}
      />
    </>
  )
}
