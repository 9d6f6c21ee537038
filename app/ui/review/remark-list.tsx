import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { RemarkView } from '#app/services/review/read-review.server.ts'
import type { Place } from '#content-schema/anchors/anchor.ts'
import { Badge } from '../badge.tsx'
import { TextField } from '../field.tsx'
import { writeMoment } from './moment.ts'
import { Proposed } from './proposed.tsx'
import styles from './remark-list.module.css'

export type SaidRemark = RemarkView & {
  /** What the node it is about says now, where other words were proposed; `null` where it is gone. */
  textNow?: string | null
}

const tones = {
  question: 'accent',
  correction: 'warn',
  problem: 'danger',
  idea: 'neutral',
} as const

/** What one reviewer said, on the very text that it is about. */
export function RemarkList({ remarks }: { remarks: SaidRemark[] }) {
  const { t } = useTranslation('review')
  return (
    <ul className={styles.list} aria-label={t('remarks')}>
      {remarks.map((remark) => (
        <RemarkItem key={remark.id} remark={remark} place={null} moduleId={null} />
      ))}
    </ul>
  )
}

type ItemProps = {
  remark: SaidRemark
  /** Where it is now; `null` where it is read on the very text it is about. */
  place: Place | null
  /** Whose text it leads to; `null` where it is read beside it. */
  moduleId: string | null
  /** The review it was made in, for whoever may deal with it. */
  resolving?: string | null
  /** How it came. */
  from?: string
}

export function RemarkItem({ remark, place, moduleId, resolving = null, from }: ItemProps) {
  const { t } = useTranslation('review')
  const { instant } = useFormat()
  return (
    <li id={`remark-${remark.id}`} tabIndex={-1}>
      <p className={styles.body}>
        <Badge tone={tones[remark.kind]}>{t(`kindNames.${remark.kind}`)}</Badge> {remark.body}
      </p>
      <About remark={remark} place={place} moduleId={moduleId} />
      {remark.seconds !== null && <Moment remark={remark} reviewId={resolving} />}
      {remark.proposal && <Proposed remark={remark} reviewId={resolving} moduleId={moduleId} />}
      <p className="soft">
        {[remark.author || t('unnamed'), instant(remark.madeAt), from]
          .filter(Boolean)
          .join(' · ')}{' '}
        {remark.resolved && <Badge tone="ok">{t('resolved')}</Badge>}
      </p>
      {remark.answer && <p>{t('answered', { answer: remark.answer })}</p>}
      {remark.resolvedBy && (
        <p className="soft">{t('resolvedBy', { name: remark.resolvedBy })}</p>
      )}
      {resolving && <Handling remark={remark} reviewId={resolving} />}
    </li>
  )
}

/** Leads to that moment of the sound or the film. */
function Moment({ remark, reviewId }: { remark: RemarkView; reviewId: string | null }) {
  const { t } = useTranslation('review')
  const page = reviewId ? `/reviews/${reviewId}` : ''
  const to = `${page}?view=document&at=${remark.seconds}#${remark.nodeId}`
  return (
    <p>
      <Link to={to}>{t('at', { time: writeMoment(remark.seconds ?? 0) })}</Link>
    </p>
  )
}

type AboutProps = { remark: RemarkView; place: Place | null; moduleId: string | null }

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
  const to = moduleId
    ? `/modules/${moduleId}/write#${place?.nodeId ?? nodeId}`
    : `?view=document#${nodeId}`
  return (
    <p className={styles.quote}>
      <Link to={to}>{words}</Link>{' '}
      {place?.state === 'changed' && <Badge tone="warn">{t('places.changed')}</Badge>}
      {isGone && <Badge tone="warn">{t('places.node')}</Badge>}
    </p>
  )
}

/** Its form comes when it is asked for: a page may have five hundred remarks. */
function Handling({ remark, reviewId }: { remark: RemarkView; reviewId: string }) {
  const { t } = useTranslation('review')
  const [isOpen, setOpen] = useState(false)
  const hidden = (
    <>
      <input type="hidden" name="reviewId" value={reviewId} />
      <input type="hidden" name="remarkId" value={remark.id} />
    </>
  )
  if (remark.resolved)
    return (
      <Form method="post">
        <input type="hidden" name="intent" value="reopen" />
        {hidden}
        <button type="submit" className="quiet">
          {t('reopen')}
        </button>
      </Form>
    )
  if (!isOpen)
    return (
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {t('handle')}
      </button>
    )
  return (
    <Form method="post" className={styles.resolve}>
      <input type="hidden" name="intent" value="resolve" />
      {hidden}
      <TextField label={t('answer')} name="answer" maxLength={2000} autoFocus />
      <button type="submit">{t('resolve')}</button>
      <button type="button" className="quiet" onClick={() => setOpen(false)}>
        {t('cancel')}
      </button>
    </Form>
  )
}
