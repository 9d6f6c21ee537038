import { calloutKinds } from '#content-schema/nodes/callout.ts'
import { ChoiceField } from './fields.tsx'
import type { SettingsProps } from './settings.tsx'

export function HeadingSettings({ node, words, set }: SettingsProps) {
  return (
    <ChoiceField
      label={words.settings.level}
      value={String(node.attrs.level)}
      options={[
        { value: '3', label: words.settings.level3 },
        { value: '4', label: words.settings.level4 },
      ]}
      onChange={(level) => set({ level: Number(level) })}
    />
  )
}

export function CalloutSettings({ node, words, set }: SettingsProps) {
  return (
    <ChoiceField
      label={words.settings.kind}
      value={String(node.attrs.kind)}
      options={calloutKinds.map((kind) => ({ value: kind, label: words.callout[kind] }))}
      onChange={(kind) => set({ kind })}
    />
  )
}
