import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '#app/ui/field.tsx'
import { LibraryChoice } from '#app/ui/media/library-choice.tsx'
import { Notice, useRefusal } from '#app/ui/notice.tsx'
import { Refusal } from '#app/ui/refusal.ts'
import { fileUrl } from '#app/ui/uploads/file-url.ts'
import { sendFile } from '#app/ui/uploads/send-file.ts'
import type { Theme } from '#packaging/identity/identity.ts'
import styles from './identity.module.css'

type Props = { logo: Theme['logo']; onChange: (logo: Theme['logo']) => void }

/** A picture of the library, or one that is sent now, and what it says to who does not see it. */
export function LogoField({ logo, onChange }: Props) {
  const { t } = useTranslation('identity')
  const [choosing, setChoosing] = useState(false)
  const { send, sending, refused } = useSending((digest, alt) => onChange({ digest, alt }))
  const id = useId()
  return (
    <fieldset className={styles.group}>
      <legend>{t('fields.logo')}</legend>
      <input type="hidden" name="logo" value={logo?.digest ?? ''} />
      {logo && <img className={styles.logo} src={fileUrl(logo.digest)} alt="" />}
      <p className="row">
        <button type="button" className="quiet" onClick={() => setChoosing(true)}>
          {t('logo.choose')}
        </button>
        <label className="button quiet" htmlFor={id}>
          {t('logo.send')}
          <input
            id={id}
            type="file"
            accept="image/png,image/svg+xml,image/jpeg,image/webp"
            className="visually-hidden"
            onChange={({ target }) => {
              if (target.files?.[0]) void send(target.files[0])
              target.value = ''
            }}
          />
        </label>
        {logo && (
          <button type="button" className="quiet" onClick={() => onChange(null)}>
            {t('logo.remove')}
          </button>
        )}
      </p>
      <p role="status">{sending && t('logo.sending')}</p>
      {refused && <Notice tone="danger">{refused}</Notice>}
      {logo && (
        <TextField
          label={t('fields.logoAlt')}
          hint={t('hints.logoAlt')}
          name="logoAlt"
          required
          maxLength={200}
          value={logo.alt}
          onChange={({ target }) => onChange({ ...logo, alt: target.value })}
        />
      )}
      {choosing && (
        <LibraryChoice
          kind="image"
          onChoose={(row) => {
            setChoosing(false)
            if (row) onChange({ digest: row.digest, alt: row.rights.title })
          }}
        />
      )}
    </fieldset>
  )
}

function useSending(onStored: (digest: string, name: string) => void) {
  const sentence = useRefusal()
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const send = async (file: File) => {
    setSending(true)
    setRefused(null)
    try {
      const { digest } = await sendFile(file, () => undefined, new AbortController().signal)
      onStored(digest, file.name.replace(/\.\w+$/, ''))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setRefused(sentence(error.refusal))
    } finally {
      setSending(false)
    }
  }
  return { send, sending, refused }
}
