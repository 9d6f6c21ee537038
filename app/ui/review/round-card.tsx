import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { AspectVerdict, ReviewView } from '#app/services/review/read-review.server.ts'
import { Badge } from '../badge.tsx'
import { TextArea, TextField } from '../field.tsx'
import { RefusedChecks } from './refused-checks.tsx'
import styles from './round-card.module.css'
import { VerdictBadge } from './verdict-badge.tsx'

export type RoundReview = Omit<ReviewView, 'verdicts' | 'remarks'> & {
  verdicts: (AspectVerdict & { holds: boolean })[]
}
type Acting = { mayRequest: boolean; personId: string }

/** One round: what was asked, of whom, and what each has said so far. */
export function RoundCard({ reviews, ...acting }: { reviews: RoundReview[] } & Acting) {
  const { t } = useTranslation('review')
  const { instant } = useFormat()
  const [first] = reviews
  if (!first) return null
  const { roundId, round, revisionNumber } = first
  const open = reviews.filter(({ verdict, endedAs }) => !verdict && !endedAs)
  return (
    <section className="card" aria-labelledby={roundId}>
      <h2 id={roundId}>{t('round', { number: round, revision: revisionNumber })}</h2>
      <p className="soft">
        {t('asked', { date: instant(Math.min(...reviews.map((each) => each.requestedAt))) })}
      </p>
      {acting.mayRequest && open[0] && <ChangeRound key={open[0].dueOn} review={open[0]} />}
      <ul className={styles.reviewers}>
        {reviews.map((review) => (
          <Reviewer key={review.id} review={review} {...acting} />
        ))}
      </ul>
    </section>
  )
}

function ChangeRound({ review: { roundId, dueOn, message } }: { review: RoundReview }) {
  const { t } = useTranslation('review')
  return (
    <details>
      <summary>{t('changeRound')}</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="round" />
        <input type="hidden" name="roundId" value={roundId} />
        <TextField label={t('dueOn')} name="dueOn" type="date" defaultValue={dueOn ?? ''} />
        <TextArea label={t('message')} name="message" defaultValue={message} maxLength={2000} />
        <button type="submit">{t('saveRound')}</button>
      </Form>
    </details>
  )
}

const tones = {
  asked: 'neutral',
  opened: 'accent',
  'under-way': 'accent',
  given: 'ok',
  declined: 'warn',
  withdrawn: 'neutral',
} as const

function Reviewer({ review, mayRequest, personId }: { review: RoundReview } & Acting) {
  const { t } = useTranslation('review')
  const { day } = useFormat()
  const { id, expert, guest, state, verdict, endedAs, dueOn } = review
  const isOpen = !verdict && !endedAs
  return (
    <li>
      <p className="row">
        <strong>{expert || t('unnamed')}</strong>
        {guest && <span className="soft">{t('byLink')}</span>}
        <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
        {isOpen && dueOn && <span className="soft">{t('due', { day: day(dueOn) })}</span>}
        {isOpen && review.expertId === personId && (
          <Link to={`/reviews/${id}`}>{t('open')}</Link>
        )}
      </p>
      {guest && (guest.email || guest.name !== expert) && (
        <p className="soft">
          {t('invitedAs', { name: [guest.name, guest.email].filter(Boolean).join(', ') })}
        </p>
      )}
      {review.message && <p>{review.message}</p>}
      {review.endedReason && (
        <blockquote>{t('declinedBecause', { reason: review.endedReason })}</blockquote>
      )}
      {!endedAs && <Verdicts review={review} />}
      {mayRequest && !endedAs && <Actions review={review} isOpen={isOpen} />}
    </li>
  )
}

function Actions({ review: { id, guest }, isOpen }: { review: RoundReview; isOpen: boolean }) {
  const { t } = useTranslation('review')
  if (!isOpen && !guest) return null
  return (
    <div className="row">
      {guest?.email && isOpen && (
        <Act intent="again" reviewId={id} by="letter" label="resend" />
      )}
      {guest && <Act intent="again" reviewId={id} by="hand" label="newLink" />}
      <details>
        <summary>{t('withdraw')}</summary>
        {isOpen && <p>{t('withdrawLead')}</p>}
        <Act intent="withdraw" reviewId={id} label={isOpen ? 'withdrawReview' : 'revokeLink'} />
      </details>
    </div>
  )
}

type ActProps = {
  intent: 'again' | 'withdraw'
  reviewId: string
  by?: 'letter' | 'hand'
  label: 'resend' | 'newLink' | 'withdrawReview' | 'revokeLink'
}

function Act({ intent, reviewId, by, label }: ActProps) {
  const { t } = useTranslation('review')
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="reviewId" value={reviewId} />
      {by && <input type="hidden" name="by" value={by} />}
      <button type="submit" className="quiet">
        {t(label)}
      </button>
    </Form>
  )
}

/** What was said of each aspect that was asked, or that it is waited for. */
function Verdicts({ review: { aspects: asked, verdicts } }: { review: RoundReview }) {
  const { t } = useTranslation('modules')
  return (
    <ul className="plain-list">
      {asked.map((aspect) => {
        const given = verdicts.find((verdict) => verdict.aspect === aspect)
        return (
          <li key={aspect}>
            <p className="row">
              {t(`aspects.${aspect}`)}
              <VerdictBadge value={given?.value ?? null} holds={given?.holds ?? false} />
            </p>
            {given?.note && <blockquote>{given.note}</blockquote>}
            {given && <RefusedChecks checks={given.checks} />}
          </li>
        )
      })}
    </ul>
  )
}
