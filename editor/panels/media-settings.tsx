import { lazy, Suspense } from 'react'
import type { SettingsProps } from '../element-editor.ts'
import { CheckField, TextField } from './fields.tsx'
import { FileField } from './file-field.tsx'

/** Loaded with the first picture, film or sound that is set. */
const CaptionsSettings = lazy(async () => ({
  default: (await import('../media/captions/captions-settings.tsx')).CaptionsSettings,
}))
const FramingSettings = lazy(async () => ({
  default: (await import('../media/framing-settings.tsx')).FramingSettings,
}))
const PosterPicker = lazy(async () => ({
  default: (await import('../media/poster-picker.tsx')).PosterPicker,
}))

export function ImageSettings(props: SettingsProps) {
  const { node, words, set } = props
  const { settings } = words
  return (
    <>
      <FileField {...props} use="asset" accept="image/*" label={words.media.fileOf} />
      <TextField
        label={settings.alt}
        hint={settings.altHint}
        value={node.attrs.alt}
        longest={2000}
        rows={3}
        disabled={node.attrs.decorative}
        onChange={(alt) => set({ alt })}
      />
      <CheckField
        label={settings.decorative}
        checked={node.attrs.decorative}
        onChange={(decorative) => set({ decorative })}
      />
      <TextField
        label={settings.caption}
        value={node.attrs.caption}
        longest={2000}
        onChange={(caption) => set({ caption })}
      />
      <TextField
        label={settings.longDescription}
        hint={settings.longDescriptionHint}
        value={node.attrs.longDescription}
        longest={10_000}
        rows={5}
        onChange={(longDescription) => set({ longDescription })}
      />
      <Suspense>
        <FramingSettings {...props} />
      </Suspense>
    </>
  )
}

export function VideoSettings(props: SettingsProps) {
  const { words } = props
  return (
    <>
      <FileField {...props} use="asset" accept="video/*" label={words.media.fileOf} />
      <TitleField {...props} />
      <Suspense>
        <CaptionsSettings {...props} />
      </Suspense>
      <FileField {...props} use="poster" accept="image/*" label={words.settings.poster} />
      <Suspense>
        <PosterPicker {...props} />
      </Suspense>
      <TranscriptField {...props} />
    </>
  )
}

export function AudioSettings(props: SettingsProps) {
  const { words } = props
  return (
    <>
      <FileField {...props} use="asset" accept="audio/*" label={words.media.fileOf} />
      <TitleField {...props} />
      <Suspense>
        <CaptionsSettings {...props} />
      </Suspense>
      <TranscriptField {...props} />
    </>
  )
}

export function AttachmentSettings(props: SettingsProps) {
  return (
    <>
      <FileField {...props} use="asset" accept="" label={props.words.media.fileOf} />
      <TitleField {...props} />
    </>
  )
}

function TitleField({ node, words, set }: SettingsProps) {
  return (
    <TextField
      label={words.settings.title}
      value={node.attrs.title}
      longest={2000}
      onChange={(title) => set({ title })}
    />
  )
}

function TranscriptField({ node, words, set }: SettingsProps) {
  return (
    <TextField
      label={words.settings.transcript}
      hint={words.settings.transcriptHint}
      value={node.attrs.transcript}
      longest={50_000}
      rows={8}
      onChange={(transcript) => set({ transcript })}
    />
  )
}
