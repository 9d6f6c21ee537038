import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import gatesEn from '#app/i18n/en/gates.json'
import reuseEn from '#app/i18n/en/reuse-findings.json'
import rightsEn from '#app/i18n/en/rights-findings.json'
import gatesFr from '#app/i18n/fr/gates.json'
import reuseFr from '#app/i18n/fr/reuse-findings.json'
import rightsFr from '#app/i18n/fr/rights-findings.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Finding } from '#content-schema/finding.ts'
import styles from './finding-list.module.css'
import { FindingSolutions } from './finding-solutions.tsx'
import { usePlaceName, useSentence } from './use-finding.ts'

type Props = {
  findings: Finding[]
  moduleId: string
  /** Whether the reader may go and change what is found. */
  mayWrite: boolean
}

/** Problems and things to look at, each leading to its place in the document. */
export function FindingList({ findings, moduleId, mayWrite }: Props) {
  useOwnWords('gates', { fr: gatesFr, en: gatesEn })
  useOwnWords('rightsFindings', { fr: rightsFr, en: rightsEn })
  useOwnWords('reuseFindings', { fr: reuseFr, en: reuseEn })
  const sentence = useSentence()
  const { t } = useTranslation('findings')
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.nodeId} ${JSON.stringify(finding.params)}`}
          data-severity={finding.severity}
        >
          <span className={styles.mark}>{t(finding.severity)}</span> {sentence(finding)}{' '}
          <Where finding={finding} moduleId={moduleId} mayWrite={mayWrite} />{' '}
          <FindingSolutions {...finding} moduleId={moduleId} mayWrite={mayWrite} />
        </li>
      ))}
    </ul>
  )
}

/** What it is about; a link to it, or to where it is put right when that is elsewhere. */
function Where({
  finding,
  moduleId,
  mayWrite,
}: Omit<Props, 'findings'> & { finding: Finding }) {
  const placeName = usePlaceName()
  const { t } = useTranslation('findings')
  const to = placeOf(finding)
  const name = finding.place && placeName(finding.place)
  const there = <Link to={`/modules/${moduleId}${to}`}>{t('goThere')}</Link>
  if (!name) return mayWrite ? there : null
  if (!mayWrite) return <span>({name})</span>
  if (to.startsWith('/write')) return <Link to={`/modules/${moduleId}${to}`}>{name}</Link>
  return (
    <>
      ({name}) {there}
    </>
  )
}

/** Where somebody can do something about it. */
function placeOf({ code, nodeId }: Finding): string {
  const inDocument = code.startsWith('alignment.') && nodeId !== null
  if (/^(rights|guarantee|alignment|facts)\./.test(code) && !inDocument) {
    const anchors: Record<string, string> = { guarantee: 'guarantees', alignment: 'alignments' }
    const area = code.split('.')[0] ?? ''
    return `#${anchors[area] ?? area}`
  }
  if (code.startsWith('approval.')) return '/review'
  if (code.startsWith('trial.')) return '/trials'
  return nodeId ? `/write#${nodeId}` : '/write'
}
