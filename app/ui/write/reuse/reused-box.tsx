import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import reuseEn from '#app/i18n/en/reuse-choice.json'
import findingsEn from '#app/i18n/en/reuse-findings.json'
import reuseFr from '#app/i18n/fr/reuse-choice.json'
import findingsFr from '#app/i18n/fr/reuse-findings.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Reused } from '#app/services/reuse/read-reused.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useSentence } from '#app/ui/use-finding.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { ShownReference } from '#editor/reuse.ts'
import { SectionView } from '../section-view.tsx'
import { documentOf } from './element-name.ts'
import styles from './reuse.module.css'
import { ReusedSettings } from './reused-settings.tsx'
import { fetchReused } from './send.ts'

type Props = { moduleId: string; reference: ShownReference; onChange: () => void }

/** What stands for a reference in the text: shown as it reads, with where it is from and what may be done. */
export default function ReusedBox({ moduleId, reference, onChange }: Props) {
  useOwnWords('reuseChoice', { fr: reuseFr, en: reuseEn })
  useOwnWords('reuseFindings', { fr: findingsFr, en: findingsEn })
  const { t } = useTranslation('reuseChoice')
  const [reused, failed] = useReused(moduleId, reference.node, onChange)
  if (failed) return <p role="status">{t('failed')}</p>
  if (!reused) return <p className="soft">{t('loading')}</p>
  return (
    <div className={styles.box}>
      <Origin node={reference.node} reused={reused} moduleId={moduleId} />
      <Findings reused={reused} />
      <Content reused={reused} />
      {reference.editable && <ReusedSettings reference={reference} reused={reused} />}
    </div>
  )
}

function Origin({ node, reused, moduleId }: Pick<ShownReference, 'node'> & Around) {
  const { t } = useTranslation('reuseChoice')
  const { from, later } = reused
  if (!from) return null
  const { title, edition, organisation } = from
  const to = organisation ? `/shared/${from.moduleId}` : `/modules/${from.moduleId}`
  return (
    <p className={styles.origin}>
      <span>
        <a href={to} target="_blank" rel="noreferrer">
          {t('from', { title, edition })}
        </a>{' '}
        {organisation && t('by', { organisation })}
      </span>
      <Badge>{t(node.attrs?.follows ? 'isFollowing' : 'isPinned')}</Badge>
      {later && !node.attrs?.follows && (
        <>
          <Badge tone="warn">{t('later', later)}</Badge>
          <a href={`/modules/${moduleId}/reuse`} target="_blank" rel="noreferrer">
            {t('compare')}
          </a>
        </>
      )}
    </p>
  )
}

type Around = { reused: Reused; moduleId: string }

function Findings({ reused: { findings, from } }: { reused: Reused }) {
  const sentence = useSentence()
  const { t } = useTranslation('reuseChoice')
  if (findings.length === 0) return from ? null : <p>{t('gone')}</p>
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={finding.code}>{sentence(finding)}</li>
      ))}
    </ul>
  )
}

function Content({ reused: { nodes, from } }: { reused: Reused }) {
  const [shown, setShown] = useState(() => documentOf(nodes))
  useEffect(() => setShown(documentOf(nodes)), [nodes])
  if (nodes.length === 0 || !from) return null
  return (
    <div className={styles.shown}>
      <SectionView document={shown} />
    </div>
  )
}

/** Asked again when the reference changes, and when somebody comes back to the page. */
function useReused(
  moduleId: string,
  node: NodeJson,
  onChange: () => void,
): [Reused | null, boolean] {
  const [found, setFound] = useState<{ reused: Reused | null; failed: boolean }>({
    ...{ reused: null, failed: false },
  })
  const asked = JSON.stringify(node)
  useEffect(() => {
    let over = false
    const ask = () =>
      fetchReused(moduleId, JSON.parse(asked)).then(
        (reused) => !over && setFound({ reused, failed: false }),
        () => !over && setFound(({ reused }) => ({ reused, failed: reused === null })),
      )
    const back = () => document.visibilityState === 'visible' && void ask()
    void ask()
    // By then the text is saved, and the checks can be told what it leads to now.
    const saved = setTimeout(onChange, 3000)
    document.addEventListener('visibilitychange', back)
    return () => {
      over = true
      clearTimeout(saved)
      document.removeEventListener('visibilitychange', back)
    }
  }, [moduleId, asked, onChange])
  return [found.reused, found.failed]
}
