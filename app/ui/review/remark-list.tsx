import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { RemarkView } from '#app/services/review/read-review.server.ts'
import type { Place } from '#content-schema/anchors/anchor.ts'
import { Badge } from '../badge.tsx'
import { TextField } from '../field.tsx'
import styles from './remark-list.module.css'

type Props = {
  remarks: RemarkView[]
  reviewId: string
  moduleId: string
  mayResolve: boolean
  /** Where each is now, by its id; left out where they are read on the very text they are about. */
  places?: Record<string, Place>
}

const tones = {
  question: 'accent',
  correction: 'warn',
  problem: 'danger',
  idea: 'neutral',
} as const

/** What reviewers said, each beside what it is about, wherever that has gone since. */
export function RemarkList({ remarks, reviewId, moduleId, mayResolve, places = {} }: Props) {
  const { t } = useTranslation('review')
  return (
    <ul className={styles.list} aria-label={t('remarks')}>
      {remarks.map((remark) => (
        <li key={remark.id}>
          <p className={styles.body}>
            <Badge tone={tones[remark.kind]}>{t(`kindNames.${remark.kind}`)}</Badge>{' '}
            {remark.body}
          </p>
          <About remark={remark} place={places[remark.id] ?? null} moduleId={moduleId} />
          <Foot remark={remark} />
          {remark.answer && <p>{t('answered', { answer: remark.answer })}</p>}
          {mayResolve && !remark.resolved && (
            <Resolve remarkId={remark.id} reviewId={reviewId} />
          )}
        </li>
      ))}
    </ul>
  )
}

type AboutProps = { remark: RemarkView; place: Place | null; moduleId: string }

function About({ remark: { nodeId, anchor, quote }, place, moduleId }: AboutProps) {
  const { t } = useTranslation('review')
  if (nodeId === null) return null
  const words = anchor?.words || quote || t('element')
  if (place?.state === 'detached')
    return (
      <p className={styles.quote}>
        {words} <Badge tone="danger">{t('places.detached')}</Badge>
      </p>
    )
  const isGone = place?.state === 'node' && anchor?.words
  return (
    <p className={styles.quote}>
      <Link to={`/modules/${moduleId}/write#${place?.nodeId ?? nodeId}`}>{words}</Link>{' '}
      {place?.state === 'changed' && <Badge tone="warn">{t('places.changed')}</Badge>}
      {isGone && <Badge tone="warn">{t('places.node')}</Badge>}
    </p>
  )
}

function Foot({ remark }: { remark: RemarkView }) {
  const { t } = useTranslation('review')
  const { instant } = useFormat()
  return (
    <p className="soft">
      {remark.author} · {instant(remark.madeAt)}{' '}
      {remark.resolved && <Badge tone="ok">{t('resolved')}</Badge>}
    </p>
  )
}

function Resolve({ remarkId, reviewId }: { remarkId: string; reviewId: string }) {
  const { t } = useTranslation('review')
  return (
    <Form method="post" className={styles.resolve}>
      <input type="hidden" name="intent" value="resolve" />
      <input type="hidden" name="reviewId" value={reviewId} />
      <input type="hidden" name="remarkId" value={remarkId} />
      <TextField label={t('answer')} name="answer" maxLength={2000} />
      <button type="submit" className="quiet">
        {t('resolve')}
      </button>
    </Form>
  )
}
