import { isEmbedAddress } from '#content-schema/embeds.ts'
import type { SettingsProps } from '../element-editor.ts'
import { TextField } from './fields.tsx'

const words = {
  fr: { address: 'Adresse', refused: 'Une adresse qui commence par https:// est attendue.' },
  en: { address: 'Address', refused: 'Enter an address that starts with https://.' },
}

/** The address and the title of something on another site. */
export function EmbedAddress({ node, words: { language, settings }, set }: SettingsProps) {
  const { address, refused } = words[language]
  return (
    <>
      <TextField
        label={address}
        value={node.attrs.url}
        longest={2000}
        refuse={(text) => (text === '' || isEmbedAddress(text.trim()) ? '' : refused)}
        onChange={(url) => set({ url: url.trim() })}
      />
      <TextField
        label={settings.title}
        value={node.attrs.title}
        longest={200}
        onChange={(title) => set({ title })}
      />
    </>
  )
}
