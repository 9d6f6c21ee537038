import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import checklistsEn from '#app/i18n/en/checklists.json'
import historyEn from '#app/i18n/en/history.json'
import reuseEn from '#app/i18n/en/reuse.json'
import reviewEn from '#app/i18n/en/review.json'
import reviewerEn from '#app/i18n/en/reviewer.json'
import checklistsFr from '#app/i18n/fr/checklists.json'
import historyFr from '#app/i18n/fr/history.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import reviewFr from '#app/i18n/fr/review.json'
import reviewerFr from '#app/i18n/fr/reviewer.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { Comparison as Compared } from '#app/services/modules/history.server.ts'
import type { ListedChecklist } from '#app/services/review/checklists.server.ts'
import type { ReviewView } from '#app/services/review/read-review.server.ts'
import { Notice, Refusal } from '../notice.tsx'
import { type About, wholeModule } from './about.ts'
import { type ContentsPage, ReviewContents } from './contents.tsx'
import { DeclineForm } from './decline-form.tsx'
import { RemarkForm } from './remark-form.tsx'
import { RemarkList } from './remark-list.tsx'
import { type NamedNode, ReviewedContent } from './reviewed-content.tsx'
import styles from './reviewer-page.module.css'
import { useKeptVerdict } from './use-kept-verdict.ts'
import { KeysHelp, useReviewKeys } from './use-review-keys.tsx'
import { VerdictForm } from './verdict-form.tsx'

export type ReviewerData = {
  review: ReviewView
  title: string
  objective: string
  minutes: number
  preview: string
  html: string | null
  nodes: NamedNode[]
  contents: ContentsPage[]
  checklists: ListedChecklist[]
  isOpen: boolean
  isReader: boolean
  asksName: boolean
  seenAt: number | null
  changes: Compared | null
}

type Props = {
  data: ReviewerData
  answer: unknown
  /** Last day on which a guest's link opens; absent for a member. */
  linkEndsOn?: string
}

/** The page on which somebody reviews: what is asked, the module, what they say of it, their word. */
export function ReviewerPage({ data, answer, linkEndsOn }: Props) {
  useOwnWords('review', { fr: reviewFr, en: reviewEn })
  useOwnWords('reviewer', { fr: reviewerFr, en: reviewerEn })
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  useOwnWords('checklists', { fr: checklistsFr, en: checklistsEn })
  useOwnWords('history', { fr: historyFr, en: historyEn })
  const { t } = useTranslation('review')
  const [about, setAbout] = useState<About>(wholeModule)
  const keys = useReviewKeys(data.isOpen)
  useOpened(data.isReader)
  const { review, isOpen, asksName, checklists } = data
  const verdict = useKeptVerdict(review, isOpen)
  const guestName = asksName ? (review.guest?.name ?? '') : null
  return (
    <div className={styles.page}>
      <h1>{data.title}</h1>
      <p>{data.objective}</p>
      <Request data={data} {...(linkEndsOn && { linkEndsOn })} />
      <Refusal data={answer} />
      <Ended review={review} answer={answer} {...(linkEndsOn && { linkEndsOn })} />
      <div className={styles.columns}>
        <ReviewContents pages={data.contents} remarks={review.remarks} />
        <ReviewedContent data={data} about={about} onChoose={setAbout} />
        <aside className={styles.side} aria-label={t('yourReview')}>
          {isOpen && (
            <RemarkForm
              key={review.remarks.length}
              nodes={data.nodes}
              about={about}
              onChoose={setAbout}
              guestName={guestName}
            />
          )}
          {isOpen && <p className="soft">{t('privateUntil')}</p>}
          {review.remarks.length > 0 && (
            <section className="card">
              <h2>{t('remarks')}</h2>
              <RemarkList remarks={review.remarks} />
            </section>
          )}
          {isOpen && (
            <VerdictForm {...{ ...review, ...verdict, checklists }} guestName={guestName} />
          )}
          {isOpen && <DeclineForm guestName={guestName} />}
          {isOpen && <KeysHelp {...keys} />}
        </aside>
      </div>
      {isOpen && <Bar review={review} />}
    </div>
  )
}

/** Said by the page itself: whoever merely fetches it has opened nothing. */
function useOpened(isReader: boolean): void {
  const { submit } = useFetcher()
  const wasSaid = useRef(false)
  useEffect(() => {
    if (!isReader || wasSaid.current) return
    wasSaid.current = true
    submit({ intent: 'open' }, { method: 'post' })
  }, [isReader, submit])
}

function Request({
  data: { review, minutes },
  linkEndsOn,
}: Pick<Props, 'data' | 'linkEndsOn'>) {
  const { t } = useTranslation(['reviewer', 'review'])
  const { instant, day } = useFormat()
  return (
    <>
      <p className="soft">
        {t('review:revision', {
          number: review.revisionNumber,
          date: instant(review.requestedAt),
        })}
        {' · '}
        {review.dueOn ? t('review:due', { day: day(review.dueOn) }) : t('noHurry')}
        {' · '}
        {t('minutes', { minutes })}
      </p>
      {review.message && <blockquote>{review.message}</blockquote>}
      {linkEndsOn && <p className="soft">{t('byLink', { day: day(linkEndsOn) })}</p>}
    </>
  )
}

function Ended({
  review: { verdict, endedAs },
  answer,
  linkEndsOn,
}: Pick<Props, 'answer' | 'linkEndsOn'> & { review: ReviewView }) {
  const { t } = useTranslation(['reviewer', 'review'])
  const { day, instant } = useFormat()
  if (endedAs) return <Notice tone="info">{t(`ended.${endedAs}`)}</Notice>
  if (!verdict) return null
  return (
    <Notice tone="ok" answers={answer}>
      <p>{t('given', { date: instant(verdict.givenAt) })}</p>
      <p>{t(`review:verdicts.${verdict.value}`)}</p>
      {linkEndsOn && <p>{t('readableUntil', { day: day(linkEndsOn) })}</p>}
    </Notice>
  )
}

/** What has not been sent yet, and for when. */
function Bar({ review: { remarks, dueOn } }: { review: ReviewView }) {
  const { t } = useTranslation(['reviewer', 'review'])
  const { day } = useFormat()
  return (
    <div className={styles.bar}>
      <p>
        {t('drafts', { count: remarks.length })}
        {dueOn && <span className="soft"> · {t('review:due', { day: day(dueOn) })}</span>}
      </p>
      <span className="row">
        <a className="button quiet" href="#remark">
          {t('remarkToo')}
        </a>
        <a className="button" href="#verdict">
          {t('finish')}
        </a>
      </span>
    </div>
  )
}
