import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import reviewEn from '#app/i18n/en/review.json'
import reviewFr from '#app/i18n/fr/review.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { gateProfileOf } from '#app/services/publication/gate-profiles.server.ts'
import { readApprovals } from '#app/services/publication/gates.server.ts'
import { holds, type Standing } from '#app/services/review/approval.ts'
import {
  listReviews,
  type ReviewView,
  readableBy,
} from '#app/services/review/read-review.server.ts'
import { remarkPlaces } from '#app/services/review/remark-places.server.ts'
import { resolveRemark } from '#app/services/review/remarks.server.ts'
import { requestReview } from '#app/services/review/request-review.server.ts'
import { standingOf } from '#app/services/review/standing.server.ts'
import { may } from '#app/services/rights.ts'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import { AspectTicks } from '#app/ui/gates/aspect-ticks.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { RemarkList } from '#app/ui/review/remark-list.tsx'
import { VerdictBadge } from '#app/ui/review/verdict-badge.tsx'
import type { Place } from '#content-schema/anchors/anchor.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId, personId } = member
  const { bank } = instance()
  const { draft, ownerId } = findHeld(bank, {
    ...readParams(params, ModuleParams),
    organisationId,
  })
  const profile = gateProfileOf(bank, ownerId, draft.facts)
  const reviews = readableBy(listReviews(bank, draft.moduleId), personId)
  const experts = listMembers(bank, { organisationId, role: 'expert' })
  return {
    moduleId: draft.moduleId,
    reviews: withStanding(reviews, standingOf(bank, draft)),
    places: remarkPlaces(bank, draft, reviews),
    toSign: readApprovals(bank, draft, profile)
      .filter(({ state }) => state !== 'approved' && state !== 'waiting')
      .map(({ aspect }) => aspect),
    experts: experts.filter((expert) => expert.id !== personId),
    mayRequest: may(member, 'review:request'),
    mayResolve: may(member, 'remark:resolve'),
    personId,
  }
})

/** Each verdict with whether it still holds for what is written now. */
function withStanding(reviews: ReviewView[], standing: Standing) {
  return reviews.map((review) => ({
    ...review,
    verdicts: review.verdicts.map((verdict) => ({
      ...verdict,
      holds: holds(verdict, standing),
    })),
  }))
}

export const action = acts(async ({ request, params }) => {
  const form = await readForm(request, ReviewForm)
  const { moduleId } = readParams(params, ModuleParams)
  const now = new Date()
  if (form.intent === 'resolve') {
    const { personId, organisationId } = requireMember(request, 'remark:resolve')
    resolveRemark(instance().bank, { ...form, personId, organisationId, now })
    return { done: form.intent }
  }
  const { personId, organisationId } = requireMember(request, 'review:request')
  const dueOn = form.dueOn || null
  requestReview(instance().bank, { ...form, moduleId, organisationId, personId, dueOn, now })
  return redirect(`/modules/${moduleId}/review`)
})

const ReviewForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('request'),
    expertId: z.string().min(1),
    aspects: z.array(z.enum(aspects)).default([]),
    message: z.string().trim().max(2000),
    dueOn: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  }),
  z.object({
    intent: z.literal('resolve'),
    reviewId: z.string(),
    remarkId: z.string(),
    answer: z.string().trim().max(2000).default(''),
  }),
])

export const handle: PageHandle = { title: (t) => t('modules:tabs.review') }

export default function ModuleReview() {
  useOwnWords('review', { fr: reviewFr, en: reviewEn })
  const { t } = useTranslation('review')
  const data = useLoaderData<typeof loader>()
  const { reviews, experts, toSign, mayRequest, mayResolve, personId, moduleId } = data
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      {mayRequest && <RequestReview key={reviews.length} experts={experts} toSign={toSign} />}
      {reviews.length === 0 && <p className="soft">{t('none')}</p>}
      {reviews.map((review) => (
        <ReviewCard
          key={review.id}
          review={review}
          yours={review.expertId === personId}
          moduleId={moduleId}
          mayResolve={mayResolve}
          places={data.places}
        />
      ))}
    </div>
  )
}

type RequestProps = { experts: { id: string; name: string }[]; toSign: Aspect[] }

function RequestReview({ experts, toSign }: RequestProps) {
  const { t } = useTranslation('review')
  if (experts.length === 0) return <p className="card">{t('noExpert')}</p>
  return (
    <section className="card" aria-labelledby="request">
      <h2 id="request">{t('request')}</h2>
      <p className="soft">{t('requestLead')}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="request" />
        <Select label={t('expert')} name="expertId">
          {experts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <AspectTicks
          legend={t('aspects')}
          name="aspects[]"
          ticked={toSign}
          hint={t('needed')}
        />
        <TextArea label={t('message')} name="message" maxLength={2000} />
        <TextField label={t('dueOn')} name="dueOn" type="date" />
        <button type="submit">{t('ask')}</button>
      </Form>
    </section>
  )
}

type ReviewRow = ReturnType<typeof useLoaderData<typeof loader>>['reviews'][number]
type CardProps = {
  review: ReviewRow
  yours: boolean
  moduleId: string
  mayResolve: boolean
  places: Record<string, Place>
}

function ReviewCard({ review, yours, moduleId, mayResolve, places }: CardProps) {
  const { t } = useTranslation('review')
  const { instant, day } = useFormat()
  return (
    <section className="card" aria-labelledby={review.id}>
      <h2 id={review.id}>{t('by', { name: review.expert, number: review.revisionNumber })}</h2>
      <p className="row">
        <span className="soft">
          {t('asked', { date: instant(review.requestedAt) })}
          {review.dueOn && ` · ${t('due', { day: day(review.dueOn) })}`}
        </span>
        {yours && !review.verdict && <Link to={`/reviews/${review.id}`}>{t('open')}</Link>}
      </p>
      {review.message && <p>{review.message}</p>}
      <Verdicts review={review} />
      <RemarkList
        remarks={review.remarks}
        reviewId={review.id}
        moduleId={moduleId}
        mayResolve={mayResolve}
        places={places}
      />
    </section>
  )
}

/** What was said of each aspect that was asked, or that it is waited for. */
function Verdicts({ review: { aspects: asked, verdicts } }: { review: ReviewRow }) {
  const { t } = useTranslation('modules')
  return (
    <ul className="plain-list">
      {asked.map((aspect) => {
        const given = verdicts.find((verdict) => verdict.aspect === aspect)
        return (
          <li key={aspect}>
            <p className="row">
              <strong>{t(`aspects.${aspect}`)}</strong>
              <VerdictBadge value={given?.value ?? null} holds={given?.holds ?? false} />
            </p>
            {given?.note && <blockquote>{given.note}</blockquote>}
          </li>
        )
      })}
    </ul>
  )
}
