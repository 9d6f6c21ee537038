import type { SettingsProps } from '../element-editor.ts'
import { CheckField } from './fields.tsx'

const words = {
  fr: {
    label: 'Points partiels',
    hint: 'Ce qui est juste rapporte sa part. Sans cette case : tout ou rien.',
  },
  en: {
    label: 'Partial credit',
    hint: 'Each correct part scores. If unticked, all or nothing.',
  },
}

export function PartialCreditField({ node, words: { language }, set }: SettingsProps) {
  return (
    <CheckField
      label={words[language].label}
      hint={words[language].hint}
      checked={node.attrs.partialCredit}
      onChange={(partialCredit) => set({ partialCredit })}
    />
  )
}
