import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { askedIn, ModuleReviewForm } from '#app/http/review-forms.server.ts'
import checklistsEn from '#app/i18n/en/checklists.json'
import reviewEn from '#app/i18n/en/review.json'
import checklistsFr from '#app/i18n/fr/checklists.json'
import reviewFr from '#app/i18n/fr/review.json'
import { reviewLetter } from '#app/i18n/review-letter.server.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { withdrawReview } from '#app/services/review/end-review.server.ts'
import { resendInvitation } from '#app/services/review/invitations.server.ts'
import { acceptProposal } from '#app/services/review/proposals.server.ts'
import { readModuleReviews } from '#app/services/review/read-module-reviews.server.ts'
import { reopenRemark, resolveRemark } from '#app/services/review/remarks.server.ts'
import { requestRound } from '#app/services/review/request-review.server.ts'
import { changeRound } from '#app/services/review/rounds.server.ts'
import { may } from '#app/services/rights.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { AskForm } from '#app/ui/review/ask-form.tsx'
import { HandedLinks } from '#app/ui/review/handed-links.tsx'
import { RemarkBoard } from '#app/ui/review/remark-board.tsx'
import { RoundCard } from '#app/ui/review/round-card.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { personId } = member
  return {
    ...readModuleReviews(instance().bank, { ...readParams(params, ModuleParams), ...member }),
    mayRequest: may(member, 'review:request'),
    mayResolve: may(member, 'remark:resolve'),
    personId,
  }
})

export const action = acts(async ({ request, params }) => {
  const form = await readForm(request, ModuleReviewForm)
  const { moduleId } = readParams(params, ModuleParams)
  const { bank, settings } = instance()
  const { intent } = form
  const { personId, organisationId } = requireMember(request, rights[intent])
  const delivery = { publicUrl: settings.publicUrl, letterOf: reviewLetter }
  const by = { personId, organisationId, ...delivery, now: new Date() }
  const done = { done: intent, handed: [] }
  if (intent === 'resolve') resolveRemark(bank, { ...form, ...by })
  if (intent === 'reopen') reopenRemark(bank, { ...form, ...by })
  if (intent === 'accept') acceptProposal(bank, { ...form, ...by })
  if (intent === 'withdraw') withdrawReview(bank, { ...form, ...by })
  if (intent === 'round') changeRound(bank, { ...form, ...by, moduleId })
  if (intent === 'again') {
    const handed = resendInvitation(bank, { ...form, ...by })
    return handed ? { ...done, handed: [handed] } : done
  }
  if (intent === 'request') {
    const { handed } = requestRound(bank, { ...form, asked: askedIn(form), ...by, moduleId })
    return { ...done, handed }
  }
  return done
})

const rights = {
  request: 'review:request',
  round: 'review:request',
  again: 'review:request',
  withdraw: 'review:request',
  resolve: 'remark:resolve',
  reopen: 'remark:resolve',
  accept: 'module:write',
} as const

export const handle: PageHandle = { title: (t) => t('modules:tabs.review') }

/** What reviewers were asked and said: rounds, the latest first, then their remarks. */
export default function ModuleReview() {
  useOwnWords('checklists', { fr: checklistsFr, en: checklistsEn })
  useOwnWords('review', { fr: reviewFr, en: reviewEn })
  const { t } = useTranslation('review')
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const done = answer && 'done' in answer ? answer : null
  const { rounds, remarks, asking, mayRequest, mayResolve, personId, moduleId } = data
  const asked = rounds.flatMap(({ reviews }) => reviews).length
  return (
    <div className="stack">
      <Refusal data={answer} />
      {done && done.handed.length === 0 && (
        <Notice tone="ok" answers={answer}>
          {t(`done.${done.done}`)}
        </Notice>
      )}
      {done && <HandedLinks handed={done.handed} />}
      {mayRequest && <AskForm key={asked} {...asking} />}
      {rounds.length === 0 && <p className="soft">{t('none')}</p>}
      {rounds.map(({ id, reviews }) => (
        <RoundCard key={id} reviews={reviews} mayRequest={mayRequest} personId={personId} />
      ))}
      {remarks.length > 0 && (
        <RemarkBoard
          remarks={remarks}
          places={data.places}
          nodes={data.nodes}
          moduleId={moduleId}
          mayResolve={mayResolve}
        />
      )}
    </div>
  )
}
