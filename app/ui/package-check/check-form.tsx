import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Select, TextField } from '#app/ui/field.tsx'

type Props = {
  presets: { id: string; name: string }[]
  /** The largest package that is taken, in bytes. */
  most: number
}

/** Which package, and for which platform; the platform is sent first, since the rest is a stream. */
export function CheckForm({ presets, most }: Props) {
  const { t } = useTranslation('check')
  const { bytes } = useFormat()
  const busy = useNavigation().state === 'submitting'
  return (
    <Form method="post" encType="multipart/form-data" className="card stack">
      <Select label={t('preset')} hint={t('presetHint')} name="preset" defaultValue="">
        <option value="">{t('anyPreset')}</option>
        {presets.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label={t('file')}
        hint={t('fileHint', { most: bytes(most) })}
        name="file"
        type="file"
        accept=".zip,.xml,application/zip,text/xml"
        required
      />
      <p>
        <button type="submit" disabled={busy}>
          {t(busy ? 'checking' : 'check')}
        </button>
      </p>
    </Form>
  )
}
