import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../field.tsx'
import { Notice } from '../notice.tsx'

type Handed = { reviewId: string; name: string; address: string }

/** Links that no letter carries: shown this once, for whoever asked to hand them over. */
export function HandedLinks({ handed }: { handed: readonly Handed[] }) {
  const { t } = useTranslation('review')
  if (handed.length === 0) return null
  return (
    <Notice tone="info" answers={handed}>
      <h2>{t('handed')}</h2>
      <p>{t('handedLead')}</p>
      {handed.map((each) => (
        <HandedLink key={each.address} {...each} />
      ))}
    </Notice>
  )
}

function HandedLink({ reviewId, name, address }: Handed) {
  const { t } = useTranslation('review')
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(address).then(() => setCopied(true))
  return (
    <div className="stack">
      <TextField
        label={t('handedTo', { name: name || t('unnamed') })}
        name={`link-${reviewId}`}
        value={address}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <button type="button" className="quiet" onClick={copy}>
        {t(copied ? 'copied' : 'copy')}
      </button>
    </div>
  )
}
