import { useTranslation } from 'react-i18next'
import type { Finding } from '#content-schema/finding.ts'
import { useFinding } from '../finding-list.tsx'
import styles from './write.module.css'

type Props = { findings: Finding[]; onGo: (nodeId: string) => void }

/** What is still to be checked, each leading to its element. */
export function Checks({ findings, onGo }: Props) {
  const { t } = useTranslation(['modules', 'findings'])
  const sentence = useFinding()
  return (
    <section className="card" aria-labelledby="checks">
      <h2 id="checks">{t('write.checks')}</h2>
      {findings.length === 0 && <p className="soft">{t('write.noCheck')}</p>}
      <ul className={styles.checks}>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.nodeId} ${JSON.stringify(finding.params)}`}>
            <strong>{t(`findings:${finding.severity}`)}</strong> {sentence(finding)}{' '}
            {finding.nodeId && (
              <button
                type="button"
                className="quiet"
                onClick={() => onGo(finding.nodeId ?? '')}
              >
                {t('findings:goThere')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
