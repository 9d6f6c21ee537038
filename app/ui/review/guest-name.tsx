import { useTranslation } from 'react-i18next'
import { TextField } from '../field.tsx'

/** A guest's name, asked with the first thing they send; `null` where it is known. */
export function GuestName({ known }: { known: string | null }) {
  const { t } = useTranslation('reviewer')
  if (known === null) return null
  return (
    <TextField
      label={t('name')}
      hint={t('nameHint')}
      name="name"
      defaultValue={known}
      autoComplete="name"
      maxLength={120}
      required
    />
  )
}
