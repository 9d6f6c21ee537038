import { useTranslation } from 'react-i18next'
import lossesEn from '#app/i18n/en/import-losses.json'
import lossesFr from '#app/i18n/fr/import-losses.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Finding } from '#content-schema/finding.ts'
import { Notice } from '../notice.tsx'

/** What of a file is not taken as it was, one line a kind; or why nothing of it is. */
export function ImportLosses({ findings, refused }: { findings: Finding[]; refused: boolean }) {
  useOwnWords('importLosses', { fr: lossesFr, en: lossesEn })
  const { t } = useTranslation(['imports', 'importLosses'])
  if (findings.length === 0 && !refused) return <Notice tone="ok">{t('nothingLost')}</Notice>
  return (
    <Notice tone={refused ? 'danger' : 'warn'} answers={findings}>
      <p>
        <strong>{t(refused ? 'refused' : 'lost')}</strong>
      </p>
      <ul>
        {findings.map(({ code, params }) => (
          <li key={code}>
            {t(`importLosses:${code as 'foreign.quote'}`, {
              count: Number(params?.count ?? 1),
            })}
            {params?.names ? ` (${params.names})` : ''}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
