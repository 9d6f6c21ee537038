import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LicenceReading } from '#content-schema/licences/read-licence.ts'
import { TextField } from '../field.tsx'
import type { LicenceName } from '../module/facts-panel.tsx'
import { useInBrowser } from '../use-in-browser.ts'

type Props = { licences: LicenceName[]; onTake: (id: string) => void }

/** Reads a licence as somebody found it written; which one it is, a person says. */
export function LicenceReader({ licences, onTake }: Props) {
  const { t, i18n } = useTranslation('rights')
  const [reading, setReading] = useState<LicenceReading | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  const read = async (text: string) => {
    setTaken(null)
    if (text.trim() === '') return setReading(null)
    const { readLicence } = await import('#content-schema/licences/read-licence.ts')
    setReading(readLicence(text))
  }
  const nameOf = (id: string) =>
    licences.find((each) => each.id === id)?.name[i18n.language === 'en' ? 'en' : 'fr'] ?? id
  const take = (id: string) => {
    onTake(id)
    setTaken(nameOf(id))
  }
  if (!useInBrowser()) return null
  return (
    <div>
      <TextField
        label={t('reading.label')}
        hint={t('reading.hint')}
        name="written"
        onChange={({ target }) => void read(target.value)}
      />
      <div role="status">
        {taken && <p>{t('reading.taken', { name: taken })}</p>}
        {reading && !taken && (
          <>
            <p>
              {t(`reading.${reading.confidence}`)}{' '}
              <span className="soft">({t(`reading.why.${reading.why}`)})</span>
            </p>
            <p className="row">
              {reading.candidates.map((id) => (
                <button key={id} type="button" className="quiet" onClick={() => take(id)}>
                  {t('reading.take', { name: nameOf(id) })}
                </button>
              ))}
            </p>
          </>
        )}
      </div>
    </div>
  )
}
