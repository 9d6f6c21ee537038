import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import solutionsEn from '#app/i18n/en/solutions.json'
import solutionsFr from '#app/i18n/fr/solutions.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Finding } from '#content-schema/finding.ts'
import type { SolutionCode } from '#content-schema/rights/reason.ts'
import styles from './finding-list.module.css'

type Props = Pick<Finding, 'solutions'> & {
  moduleId: string
  /** Whether the reader may do it: then each leads to where it is done. */
  mayWrite: boolean
}

/** What would settle a finding, one way after the other. */
export function FindingSolutions({ solutions = [], moduleId, mayWrite }: Props) {
  useOwnWords('solutions', { fr: solutionsFr, en: solutionsEn })
  const { t } = useTranslation('solutions')
  if (solutions.length === 0) return null
  return (
    <span className={styles.solutions}>
      {t('lead')}{' '}
      {solutions.map(({ code, params }, index) => {
        const to = mayWrite ? places[code] : undefined
        const words = t(code, params ?? {})
        return (
          <span key={code}>
            {index > 0 && ', '}
            {to ? <Link to={`/modules/${moduleId}${to}`}>{words}</Link> : words}
          </span>
        )
      })}
    </span>
  )
}

const rights = '#rights'
/** Where it is done; the rest is done with people, or where the finding stands. */
const places: Partial<Record<SolutionCode, string>> = {
  'choose-licence': '#facts',
  'replace-module': '/compose',
  'say-licence': rights,
  'say-author': rights,
  'say-source': rights,
  'say-update-day': rights,
  'say-granted': rights,
  'keep-proof': rights,
  'extend-right': rights,
}
