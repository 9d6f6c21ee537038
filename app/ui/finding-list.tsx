import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { elementSentence } from '#content-schema/element-findings.ts'
import type { Finding } from '#content-schema/finding.ts'
import styles from './finding-list.module.css'

type Props = {
  findings: Finding[]
  moduleId: string
  /** Whether the reader may go and change what is found. */
  mayWrite: boolean
}

/** Problems and things to look at, each leading to its place in the document. */
export function FindingList({ findings, moduleId, mayWrite }: Props) {
  const sentence = useFinding()
  const { t } = useTranslation('findings')
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.nodeId} ${JSON.stringify(finding.params)}`}
          data-severity={finding.severity}
        >
          <span className={styles.mark}>{t(finding.severity)}</span> {sentence(finding)}{' '}
          {mayWrite && (
            <Link to={`/modules/${moduleId}${placeOf(finding)}`}>{t('goThere')}</Link>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where somebody can do something about it. */
function placeOf({ code, nodeId }: Finding): string {
  if (/^(rights|guarantee|alignment|facts)\./.test(code)) {
    const anchors: Record<string, string> = { guarantee: 'guarantees', alignment: 'alignments' }
    const area = code.split('.')[0] ?? ''
    return `#${anchors[area] ?? area}`
  }
  if (code.startsWith('approval.')) return '/review'
  return nodeId ? `/write#${nodeId}` : '/write'
}

/** A finding in words; whole days and aspects in it are written out. */
export function useFinding() {
  const { t, i18n } = useTranslation(['findings', 'modules'])
  const { day } = useFormat()
  return ({ code, params = {} }: Pick<Finding, 'code' | 'params'>) => {
    const written = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === 'aspect') return [name, t(`modules:aspects.${value as 'content'}`)]
        if (/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return [name, day(String(value))]
        return [name, value]
      }),
    )
    const own = elementSentence(code, i18n.language === 'en' ? 'en' : 'fr')
    const sentence = own ?? t(`findings:codes.${code as 'approval.missing'}`, written)
    return params.about ? t('findings:about', { sentence, about: params.about }) : sentence
  }
}
