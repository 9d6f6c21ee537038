import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Place } from '#content-schema/checks/places.ts'
import { elementSentence } from '#content-schema/element-findings.ts'
import type { Finding } from '#content-schema/finding.ts'
import { elements } from '#content-schema/nodes/index.ts'
import styles from './finding-list.module.css'

type Props = {
  findings: Finding[]
  moduleId: string
  /** Whether the reader may go and change what is found. */
  mayWrite: boolean
}

/** Problems and things to look at, each leading to its place in the document. */
export function FindingList({ findings, moduleId, mayWrite }: Props) {
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
          <Where finding={finding} moduleId={moduleId} mayWrite={mayWrite} />
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
  return nodeId ? `/write#${nodeId}` : '/write'
}

/** A finding in words, for somebody who is at its element: which part of it, where there are several. */
export function useFinding() {
  const sentence = useSentence()
  const { t } = useTranslation('findings')
  return (finding: Finding) => {
    const part = finding.place?.part
    return part ? t('inPart', { sentence: sentence(finding), part }) : sentence(finding)
  }
}

/** What is wrong, in words; whole days, numbers and aspects in it are written out. */
export function useSentence() {
  const { t, i18n } = useTranslation(['findings', 'modules'])
  const { day, number } = useFormat()
  return ({ code, params = {} }: Pick<Finding, 'code' | 'params'>) => {
    const written: Record<string, unknown> = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (name === 'aspect') return [name, t(`modules:aspects.${value as 'content'}`)]
        if (typeof value === 'number') return [name, number(value, 3)]
        return [name, /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value]
      }),
    )
    const own = elementSentence(code, i18n.language === 'en' ? 'en' : 'fr')
    return own ?? t(`findings:codes.${code as 'approval.missing'}`, written)
  }
}

/** What a place is called: no two of a module alike. */
export function usePlaceName() {
  const { t, i18n } = useTranslation('findings')
  return ({ section, title, element, words, number, part }: Place) => {
    if (element === null) {
      return title ? t('place.section', { section, title }) : t('place.untitled', { section })
    }
    const name = elements[element].names[i18n.language === 'en' ? 'en' : 'fr']
    const whole = words
      ? t('place.words', { element: name, words })
      : t('place.numbered', { element: name, number })
    const exact = part === null ? whole : t('place.part', { whole, part })
    return t('place.in', { whole: exact, section })
  }
}
